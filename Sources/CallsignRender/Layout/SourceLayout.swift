/// Gives source the layout that the formatter would give it, so that formatting generated code changes nothing.
///
/// Templates write every list of arguments, parameters or elements with one item a line, a comma after each. This joins
/// a list to one line where that fits, so no template and no view has to measure anything. It also joins properties
/// whose getter is one line, wraps comments, and takes away blank lines that say nothing.
struct SourceLayout {
    static let lineLength = 120

    private let lines: [SourceLine]
    private var output: [UInt8]
    private var index = 0
    private var isBlankPending = false
    /// Whether a blank line may come next: not at the start of a block.
    private var allowsBlank = false
    private var comments = CommentWrapping()

    /// Appends the source in its layout; the output so far is taken to end with a blank line.
    static func append(_ source: [UInt8], to output: inout [UInt8]) {
        var layout = SourceLayout(lines: SourceLine.lines(of: source), output: output)
        output = []
        layout.run()
        output = layout.output
    }

    private init(lines: [SourceLine], output: [UInt8]) {
        self.lines = lines
        self.output = output
    }

    private mutating func run() {
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                isBlankPending = true
                index += 1
            } else if line.isComment {
                startLine(closesBlock: false)
                comments.append(line, to: &output)
                index += 1
                allowsBlank = true
            } else {
                comments.reset()
                appendCode()
            }
        }
    }

    /// Ends a run of blank lines: one is enough, and none at the edges of a block.
    private mutating func startLine(closesBlock: Bool) {
        if isBlankPending, allowsBlank, !closesBlock { output.append(UInt8(ascii: "\n")) }
        isBlankPending = false
    }

    private mutating func appendCode() {
        let first = lines[index]
        startLine(closesBlock: first.content.first == UInt8(ascii: "}"))
        if first.isWhole {
            index += 1
            write(first.content, indentation: first.indentation)
            allowsBlank = true
            return
        }
        var text = Array(first.content)
        index += 1
        if let end = endOfList(from: index - 1), let joined = joined(from: index - 1, through: end, limit: limit(first))
        {
            text = joined
            index = end + 1
        }
        if text.last == UInt8(ascii: ","), index < lines.count, lines[index].content.first == UInt8(ascii: ")") {
            text.removeLast()
        }
        if text.last == UInt8(ascii: "{") { joinBlock(&text, indentation: first.indentation) }
        write(text[...], indentation: first.indentation)
        allowsBlank = text.last != UInt8(ascii: "{")
    }

    private func limit(_ line: SourceLine) -> Int { Self.lineLength - line.indentation }

    private mutating func write(_ text: ArraySlice<UInt8>, indentation: Int) {
        if LineBreaking.fits(text, indentation) { return writeLine(text, indentation: indentation) }
        for piece in LineBreaking.pieces(of: text, indentation: indentation) {
            writeLine(piece.text, indentation: piece.indentation)
        }
    }

    private mutating func writeLine(_ text: ArraySlice<UInt8>, indentation: Int) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
        output.append(contentsOf: text)
        output.append(UInt8(ascii: "\n"))
    }

    // MARK: - Lists

    /// The line that closes the list which a line opens at its end.
    private func endOfList(from start: Int) -> Int? {
        guard let closer = lines[start].closer else { return nil }
        for index in (start + 1)..<max(lines.count, start + 1) {
            let line = lines[index]
            if line.isBlank || line.isComment { return nil }
            if line.indentation > lines[start].indentation { continue }
            return line.indentation == lines[start].indentation && line.content.first == closer ? index : nil
        }
        return nil
    }

    /// The lines of a list as one, if that isn't longer than the limit.
    private func joined(from start: Int, through end: Int, limit: Int) -> [UInt8]? {
        var text: [UInt8] = []
        for line in lines[start...end] {
            if let last = text.last {
                if last == UInt8(ascii: "{") { return nil }
                if line.closes {
                    if last == UInt8(ascii: ",") { text.removeLast() }
                } else if !"([".utf8.contains(last) {
                    text.append(UInt8(ascii: " "))
                }
            }
            text.append(contentsOf: line.content)
            // Never more columns than bytes, nor more than four bytes a scalar: no need to count what is far too long.
            if text.count > limit * 8 { return nil }
        }
        return SourceLine.columns(text[...]) <= limit ? text : nil
    }

    // MARK: - Blocks

    /// Joins what follows an opening brace where it is usually on the same line: nothing, a closure's parameters, or
    /// the only line of a property's getter.
    private mutating func joinBlock(_ text: inout [UInt8], indentation: Int) {
        guard index < lines.count else { return }
        var next = index
        while next < lines.count, lines[next].isBlank { next += 1 }
        guard next < lines.count else { return }
        if lines[next].indentation == indentation, lines[next].content.elementsEqual("}".utf8) {
            text.append(UInt8(ascii: "}"))
            index = next + 1
            return
        }
        let line = lines[index]
        if line.content.suffix(3).elementsEqual(" in".utf8) {
            guard SourceLine.columns(text[...]) + 1 + SourceLine.columns(line.content) + indentation <= Self.lineLength
            else { return }
            text.append(UInt8(ascii: " "))
            text.append(contentsOf: line.content)
            index += 1
        } else if isProperty(text) {
            joinGetter(&text, indentation: indentation)
        }
    }

    private func isProperty(_ text: [UInt8]) -> Bool {
        // Words in small letters, such as `public static`, and then the keyword.
        var word = text.startIndex
        for _ in 1...4 {
            let end = text[word...].firstIndex(of: UInt8(ascii: " ")) ?? text.endIndex
            if text[word..<end].elementsEqual("var".utf8) { return true }
            guard end < text.endIndex, text[word..<end].allSatisfy({ $0 >= UInt8(ascii: "a") }) else { return false }
            word = end + 1
        }
        return false
    }

    private mutating func joinGetter(_ text: inout [UInt8], indentation: Int) {
        let end = endOfList(from: index) ?? index
        guard end + 1 < lines.count, lines[end + 1].indentation == indentation,
            lines[end + 1].content.elementsEqual("}".utf8), !lines[index].isComment,
            let body = joined(from: index, through: end, limit: Self.lineLength)
        else { return }
        let width = SourceLine.columns(text[...]) + SourceLine.columns(body[...]) + indentation + 3
        // The formatter wants one column more than the line has.
        guard width < Self.lineLength else { return }
        text += [UInt8(ascii: " ")] + body + Array(" }".utf8)
        index = end + 2
    }
}
