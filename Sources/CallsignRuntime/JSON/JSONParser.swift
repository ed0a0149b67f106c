import Foundation

/// Why a text is no JSON.
struct JSONSyntaxError: Error {
    var problem: String
    /// In bytes, from 0.
    var offset: Int
}

/// Reads the structure of a JSON text, strictly as RFC 8259 defines it.
struct JSONParser {
    /// How deeply arrays and objects may lie in each other; deeper ones are refused rather than risk the stack.
    static let maximumDepth = 200

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var nodes: [JSONDocument.Node] = []
    private var isASCII = true

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 12 + 8)
    }

    static func parse(_ data: Data) throws(JSONSyntaxError) -> JSONDocument {
        let bytes = try unicode(data)
        guard bytes.count < Int(UInt32.max) else { throw JSONSyntaxError(problem: "4 GB or more", offset: 0) }
        let parsed = bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(JSONSyntaxError) in
                var parser = JSONParser(bytes: bytes)
                try parser.document()
                return (nodes: parser.nodes, isASCII: parser.isASCII)
            }
        }
        let (nodes, isASCII) = try parsed.get()
        if !isASCII, String(bytes: bytes, encoding: .utf8) == nil {
            throw JSONSyntaxError(problem: "text that isn't UTF-8", offset: 0)
        }
        return JSONDocument(bytes: bytes, nodes: nodes)
    }

    /// The text in UTF-8, without a byte order mark. UTF-16 and UTF-32, which RFC 8259 no longer allows, show themselves
    /// by zeros among the first characters, which all are ASCII.
    private static func unicode(_ data: Data) throws(JSONSyntaxError) -> [UInt8] {
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(data.dropFirst(3)) }
        let marked = [[0xFE, 0xFF], [0xFF, 0xFE], [0, 0, 0xFE, 0xFF]].contains { data.starts(with: $0) }
        guard marked || data.prefix(4).contains(0) else { return Array(data) }
        let isWide = data.prefix(4).filter { $0 == 0 }.count >= (marked ? 2 : 3)
        let isLittle = data.first != 0 && data.first != 0xFE
        let encoding: String.Encoding =
            marked
            ? (isWide ? .utf32 : .utf16)
            : isWide
                ? (isLittle ? .utf32LittleEndian : .utf32BigEndian)
                : (isLittle ? .utf16LittleEndian : .utf16BigEndian)
        guard let text = String(data: data, encoding: encoding) else {
            throw JSONSyntaxError(problem: "text that isn't UTF-8", offset: 0)
        }
        return Array(text.utf8)
    }

    // MARK: - Values

    private mutating func document() throws(JSONSyntaxError) {
        try value(depth: 0)
        skipSpace()
        if index < bytes.count { throw unexpected("the end") }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) {
        skipSpace()
        guard index < bytes.count else { throw unexpected("a value") }
        switch bytes[index] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "t"): try literal("true", .true)
        case UInt8(ascii: "f"): try literal("false", .false)
        case UInt8(ascii: "n"): try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: throw unexpected("a value")
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) {
        let own = try open(.object, depth)
        skipSpace()
        if !take(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw unexpected("a key") }
                try string()
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
                try value(depth: depth)
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw unexpected("',' or '}'") }
        }
        close(own)
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) {
        let own = try open(.array, depth)
        skipSpace()
        if !take(UInt8(ascii: "]")) {
            repeat {
                try value(depth: depth)
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { throw unexpected("',' or ']'") }
        }
        close(own)
    }

    private mutating func open(_ kind: JSONDocument.Kind, _ depth: Int) throws(JSONSyntaxError) -> Int {
        guard depth <= Self.maximumDepth else {
            throw JSONSyntaxError(problem: "JSON nested more than \(Self.maximumDepth) levels deep", offset: index)
        }
        nodes.append(.init(kind: kind, start: UInt32(index), end: 0, next: 0))
        index += 1
        return nodes.count - 1
    }

    private mutating func close(_ own: Int) {
        nodes[own].end = UInt32(index)
        nodes[own].next = UInt32(nodes.count)
    }

    private mutating func append(_ kind: JSONDocument.Kind, isEscaped: Bool = false, from start: Int, to end: Int) {
        nodes.append(
            .init(
                kind: kind, isEscaped: isEscaped, start: UInt32(start), end: UInt32(end),
                next: UInt32(nodes.count + 1)))
    }

    // MARK: - Texts

    private mutating func string() throws(JSONSyntaxError) {
        index += 1
        let start = index
        var isEscaped = false
        var seen: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                append(.string, isEscaped: isEscaped, from: start, to: index)
                index += 1
                if seen >= 0x80 { isASCII = false }
                return
            }
            guard byte >= 0x20 else { throw unexpected("an escape instead of a control character") }
            seen |= byte
            index += 1
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                try escape()
            }
        }
        throw unexpected("'\"'")
    }

    private mutating func escape() throws(JSONSyntaxError) {
        guard index < bytes.count else { throw unexpected("an escape") }
        switch bytes[index] {
        case UInt8(ascii: "u"):
            for offset in 1...4 {
                guard index + offset < bytes.count, JSONEscapes.hexadecimal(bytes[index + offset]) != nil else {
                    throw unexpected("four hexadecimal digits")
                }
            }
            index += 5
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 1
        default: throw unexpected("an escape")
        }
    }

    private mutating func number() throws(JSONSyntaxError) {
        let start = index
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        append(.number, from: start, to: index)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = index
        while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") { index += 1 }
        if index == start { throw unexpected("a digit") }
    }

    private mutating func literal(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONSyntaxError) {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count,
            UnsafeBufferPointer(rebasing: bytes[index..<index + count])
                .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
        else { throw unexpected("a value") }
        append(kind, from: index, to: index + count)
        index += count
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private func unexpected(_ expected: String) -> JSONSyntaxError {
        guard index < bytes.count else {
            return JSONSyntaxError(problem: "expected \(expected), found the end of the text", offset: index)
        }
        let byte = bytes[index]
        let found = byte > 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "the byte \(byte)"
        return JSONSyntaxError(problem: "expected \(expected), found \(found)", offset: index)
    }
}
