/// One piece of a template: text as it stands, or a tag.
struct TemplateToken {
    enum Kind: Equatable {
        /// Bytes of the template; `startsLine` says whether the first of them stands at the start of a line.
        case text(Range<Int>, startsLine: Bool)
        /// The start of a line that begins with a tag which isn't alone on it: where a partial's indentation goes.
        case lineStart
        case variable(String)
        case section(String)
        case inverted(String)
        case close(String)
        /// The indentation is that of a partial alone on its line.
        case partial(String, indentation: Range<Int>)
    }

    var kind: Kind
    /// The byte at which the tag's name, or the text, begins.
    var offset: Int
}

/// Divides a template into tokens as the Mustache specification says, standalone lines and delimiters included.
///
/// Left out on purpose, and reported where met: lambdas, inheritance (`{{<` and `{{$`) and dynamic names.
struct TemplateScanner {
    private let text: [UInt8]
    private let reporter: TemplateReporter
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var position = 0
    /// Where the text begins that no token holds yet.
    private var textStart = 0
    private var tokens: [TemplateToken] = []

    /// The tokens up to the first tag that can't be read, which is reported.
    static func tokens(of text: [UInt8], reporter: TemplateReporter) -> (tokens: [TemplateToken], isWhole: Bool) {
        var scanner = TemplateScanner(text: text, reporter: reporter)
        let isWhole = scanner.scan()
        return (scanner.tokens, isWhole)
    }

    private init(text: [UInt8], reporter: TemplateReporter) {
        self.text = text
        self.reporter = reporter
    }

    private mutating func scan() -> Bool {
        while let start = find(opening, from: position) {
            guard readTag(at: start) else { return false }
        }
        appendText(upTo: text.count)
        return true
    }

    private mutating func appendText(upTo end: Int) {
        guard textStart < end else { return }
        tokens.append(
            TemplateToken(kind: .text(textStart..<end, startsLine: isLineStart(textStart)), offset: textStart))
    }

    private func isLineStart(_ offset: Int) -> Bool {
        offset == 0 || text[offset - 1] == UInt8(ascii: "\n")
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, start + pattern.count <= text.count else { return nil }
        var index = start
        while index + pattern.count <= text.count {
            if text[index] == first, text[index..<index + pattern.count].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }

    /// Reads the tag whose opening delimiter stands at an offset.
    private mutating func readTag(at start: Int) -> Bool {
        let content = start + opening.count
        let sigil = content < text.count ? text[content] : 0
        let isTriple = sigil == UInt8(ascii: "{") && opening.elementsEqual("{{".utf8)
        let isDelimiters = sigil == UInt8(ascii: "=")
        let ending = isTriple ? Array("}}}".utf8) : isDelimiters ? [sigil] + closing : closing
        guard let end = find(ending, from: isDelimiters ? content + 1 : content) else {
            reporter.error(
                "template-unclosed-tag", "this tag has no end; expected '\(String(decoding: ending, as: UTF8.self))'",
                at: start)
            return false
        }
        let after = end + ending.count
        let inner = content..<end
        switch sigil {
        case UInt8(ascii: "!"):
            finishTag(start, after, mayStandAlone: true) { _ in nil }
            return true
        case UInt8(ascii: "="):
            return readDelimiters(content + 1..<end, start, after)
        case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "*"):
            reporter.error(
                "template-unsupported-tag",
                "inheritance and dynamic names of Mustache are not supported here", at: start,
                remedy: "use sections and partials")
            return false
        default:
            return readNamedTag(sigil, isTriple: isTriple, inner, start, after)
        }
    }

    private mutating func readNamedTag(
        _ sigil: UInt8, isTriple: Bool, _ inner: Range<Int>, _ start: Int, _ after: Int
    ) -> Bool {
        let hasSigil = isTriple || "#^/>&".utf8.contains(sigil)
        let (name, offset) = trimmed(hasSigil ? inner.dropFirst() : inner)
        guard isName(name) else {
            reporter.error("template-bad-name", "expected a name in this tag, found '\(name)'", at: start)
            return false
        }
        let mayStandAlone = hasSigil && !isTriple && sigil != UInt8(ascii: "&")
        finishTag(start, after, mayStandAlone: mayStandAlone) { indentation in
            let kind: TemplateToken.Kind =
                switch sigil {
                case UInt8(ascii: "#"): .section(name)
                case UInt8(ascii: "^"): .inverted(name)
                case UInt8(ascii: "/"): .close(name)
                case UInt8(ascii: ">"): .partial(name, indentation: indentation)
                default: .variable(name)
                }
            return TemplateToken(kind: kind, offset: offset)
        }
        return true
    }

    private mutating func readDelimiters(_ range: Range<Int>, _ start: Int, _ after: Int) -> Bool {
        let parts = text[range].split(whereSeparator: isBlank).map(Array.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.contains(UInt8(ascii: "=")) }) else {
            reporter.error(
                "template-bad-delimiters", "expected two delimiters, such as '{{=<% %>=}}'", at: start)
            return false
        }
        finishTag(start, after, mayStandAlone: true) { _ in nil }
        opening = parts[0]
        closing = parts[1]
        return true
    }

    /// Adds the text before a tag and the tag itself. A tag alone on its line takes the whole line away.
    private mutating func finishTag(
        _ start: Int, _ after: Int, mayStandAlone: Bool, token: (_ indentation: Range<Int>) -> TemplateToken?
    ) {
        var indentation = start..<start
        if mayStandAlone, let line = standaloneLine(start, after) {
            indentation = line.lowerBound..<start
            appendText(upTo: line.lowerBound)
            textStart = line.upperBound
        } else {
            appendText(upTo: start)
            if isLineStart(start) { tokens.append(TemplateToken(kind: .lineStart, offset: start)) }
            textStart = after
        }
        position = max(after, textStart)
        if let token = token(indentation) { tokens.append(token) }
    }

    /// The line of a tag, with its end, where nothing but blanks stands beside the tag.
    private func standaloneLine(_ start: Int, _ after: Int) -> Range<Int>? {
        var first = start
        while first > textStart, isSpace(text[first - 1]) { first -= 1 }
        guard isLineStart(first) else { return nil }
        var last = after
        while last < text.count, isSpace(text[last]) { last += 1 }
        if last == text.count { return first..<last }
        if text[last] == UInt8(ascii: "\r"), last + 1 < text.count { last += 1 }
        return text[last] == UInt8(ascii: "\n") ? first..<last + 1 : nil
    }

    private func trimmed(_ range: Range<Int>) -> (text: String, offset: Int) {
        var range = range
        while let first = range.first, isBlank(text[first]) { range.removeFirst() }
        while let last = range.last, isBlank(text[last]) { range.removeLast() }
        return (String(decoding: text[range], as: UTF8.self), range.lowerBound)
    }

    private func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { !isBlank($0) && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func isBlank(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
