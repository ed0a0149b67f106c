/// Reads the text of a JSON path by the grammar of RFC 9535 (appendix A).
struct JSONPathParser {
    /// How deep parentheses and filters may nest.
    private static let nesting = 32

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    typealias Problem = JSONPath.Problem

    mutating func whole() throws(Problem) -> JSONPath {
        guard peek() == "$" else { throw problem("a path begins with '$'") }
        let path = try query()
        guard position == scalars.count else { throw problem("expected '.' or '[' here") }
        return path
    }

    // MARK: Characters

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    private mutating func take(_ word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func skipBlanks() {
        while let next = peek(), next == " " || next == "\t" || next == "\n" || next == "\r" { position += 1 }
    }

    private func problem(_ message: String) -> Problem { Problem(message: message, offset: position) }

    private mutating func expect(_ word: String) throws(Problem) {
        skipBlanks()
        guard take(word) else { throw problem("expected '\(word)' here") }
    }

    // MARK: Queries

    /// A path from `$` or `@` on.
    private mutating func query() throws(Problem) -> JSONPath {
        let isAbsolute = peek() == "$"
        position += 1
        var segments: [JSONPath.Segment] = []
        while true {
            let start = position
            skipBlanks()
            if take("..") {
                let selectors = peek() == "[" ? try bracketed() : [try dotted()]
                segments.append(.init(isDescendant: true, selectors: selectors))
            } else if take(".") {
                segments.append(.init(isDescendant: false, selectors: [try dotted()]))
            } else if peek() == "[" {
                segments.append(.init(isDescendant: false, selectors: try bracketed()))
            } else {
                position = start
                return JSONPath(isAbsolute: isAbsolute, segments: segments)
            }
        }
    }

    /// A name or a wildcard after a dot. Names may have hyphens here, as extensions do.
    private mutating func dotted() throws(Problem) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        let start = position
        while let next = peek(), Self.isNameCharacter(next, first: position == start) { position += 1 }
        guard position > start else { throw problem("expected a name or '*' after the dot") }
        return .name(text(from: start))
    }

    private static func isNameCharacter(_ scalar: Unicode.Scalar, first isFirst: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_", "\u{80}"...: true
        case "0"..."9", "-": !isFirst
        default: false
        }
    }

    private func text(from start: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<position]))
    }

    private mutating func bracketed() throws(Problem) -> [JSONPath.Selector] {
        try expect("[")
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        try expect("]")
        return selectors
    }

    private mutating func selector() throws(Problem) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        if take("?") {
            skipBlanks()
            return .filter(try disjunction())
        }
        if peek() == "'" || peek() == "\"" { return .name(try string()) }
        return try indexOrSlice()
    }

    private mutating func indexOrSlice() throws(Problem) -> JSONPath.Selector {
        let start = try integer()
        skipBlanks()
        guard take(":") else {
            guard let start else { throw problem("expected a name in quotes, an index, '*' or a filter here") }
            return .index(start)
        }
        skipBlanks()
        let end = try integer()
        skipBlanks()
        var step = 1
        if take(":") {
            skipBlanks()
            step = try integer() ?? 1
        }
        return .slice(start: start, end: end, step: step)
    }

    private mutating func integer() throws(Problem) -> Int? {
        let start = position
        if peek() == "-" { position += 1 }
        while let next = peek(), ("0"..."9").contains(next) { position += 1 }
        if position == start { return nil }
        // No list has more members than a double can count exactly.
        guard let value = Int(text(from: start)), abs(value) < 1 << 53 else {
            throw problem("expected an integer here")
        }
        return value
    }

    private mutating func string() throws(Problem) -> String {
        let quote = scalars[position]
        position += 1
        var result = String.UnicodeScalarView()
        while let next = peek() {
            position += 1
            if next == quote { return String(result) }
            if next == "\\" {
                result.append(try escaped(quote))
            } else {
                result.append(next)
            }
        }
        throw problem("a quote is never closed")
    }

    private mutating func escaped(_ quote: Unicode.Scalar) throws(Problem) -> Unicode.Scalar {
        guard let next = peek() else { throw problem("a quote is never closed") }
        position += 1
        switch next {
        case quote, "\\", "/": return next
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try escapedScalar()
        default: throw problem("'\\\(next)' stands for nothing")
        }
    }

    private mutating func escapedScalar() throws(Problem) -> Unicode.Scalar {
        let high = try hexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), take("\\u") else { throw problem("half a surrogate pair") }
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw problem("half a surrogate pair") }
        return scalar
    }

    private mutating func hexadecimal() throws(Problem) -> UInt32 {
        let start = position
        while position < start + 4, let next = peek(), next.properties.isASCIIHexDigit { position += 1 }
        guard position == start + 4, let value = UInt32(text(from: start), radix: 16) else {
            throw problem("expected four hexadecimal digits here")
        }
        return value
    }

    // MARK: Filters

    private mutating func disjunction() throws(Problem) -> JSONPath.Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.nesting else { throw problem("filters nest more than \(Self.nesting) levels deep here") }
        var parts = [try conjunction()]
        skipBlanks()
        while take("||") {
            parts.append(try conjunction())
            skipBlanks()
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(Problem) -> JSONPath.Condition {
        var parts = [try basic()]
        skipBlanks()
        while take("&&") {
            parts.append(try basic())
            skipBlanks()
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func basic() throws(Problem) -> JSONPath.Condition {
        skipBlanks()
        if peek() == "!", peek(1) != "=" {
            position += 1
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.nesting else {
                throw problem("filters nest more than \(Self.nesting) levels deep here")
            }
            return .not(try basic())
        }
        if take("(") {
            let condition = try disjunction()
            try expect(")")
            return condition
        }
        let left = try operand()
        skipBlanks()
        guard let sign = JSONPath.Operator.allCases.first(where: { take($0.rawValue) }) else {
            if case .query(let query) = left { return .exists(query) }
            throw problem("expected a comparison such as '==' here")
        }
        skipBlanks()
        let right = try operand()
        for case .query(let query) in [left, right] where !query.isSingular {
            throw problem("a comparison is between single values, and a query in it has names and indices alone")
        }
        return .comparison(left, sign, right)
    }

    private mutating func operand() throws(Problem) -> JSONPath.Operand {
        switch peek() {
        case "@", "$": return .query(try query())
        case "'", "\"": return .literal(.string(try string()))
        default: break
        }
        for (word, literal) in [("true", JSONPath.Literal.bool(true)), ("false", .bool(false)), ("null", .null)]
        where take(word) {
            return .literal(literal)
        }
        let start = position
        while let next = peek(), ("0"..."9").contains(next) || "+-.eE".unicodeScalars.contains(next) { position += 1 }
        if position > start, let value = Double(text(from: start)) { return .literal(.number(value)) }
        position = start
        while let next = peek(), Self.isNameCharacter(next, first: position == start) { position += 1 }
        if position > start, peek() == "(" {
            throw problem("functions such as '\(text(from: start))' aren't known here")
        }
        position = start
        throw problem("expected a query such as '@.name', or a value here")
    }
}
