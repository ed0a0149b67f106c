/// Writes texts as Swift string literals (The Swift Programming Language, Lexical Structure, String Literals).
enum SwiftStringLiteral {
    /// The literal with its quotes, on one line, whose value is exactly the text.
    ///
    /// What could end the literal, begin an interpolation or mislead a reader is escaped: quotes, backslashes, control
    /// characters, line separators, invisible characters and those that change the direction of text.
    static func source(of text: String) -> String {
        if let plain = plainSource(of: text) { return plain }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0": result += "\\0"
            case _ where MisleadingCharacters.contains(scalar):
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The same as a raw literal, `#"…"#`; nothing where a plain one says it as well, or something has to be escaped.
    static func rawSource(of text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\")),
            !text.unicodeScalars.contains(where: MisleadingCharacters.contains)
        else { return nil }
        // As many signs as nothing in the text has behind a quote or a backslash, which then mean nothing.
        let longest = text.utf8.reduce(into: (run: 0, longest: 0)) { state, byte in
            state.run = byte == UInt8(ascii: "#") ? state.run + 1 : 0
            state.longest = max(state.longest, state.run)
        }.longest
        let signs = String(repeating: "#", count: longest + 1)
        return "\(signs)\"\(text)\"\(signs)"
    }

    /// The text in quotes, if nothing in it has to be escaped, as in nearly every text.
    private static func plainSource(of text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy(isPlain) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count + 2) { buffer in
                buffer[0] = UInt8(ascii: "\"")
                let end = buffer[1...].initialize(fromContentsOf: bytes)
                buffer[end] = UInt8(ascii: "\"")
                return bytes.count + 2
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
