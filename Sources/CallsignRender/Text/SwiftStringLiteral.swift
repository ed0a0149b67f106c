/// Writes texts as Swift string literals (The Swift Programming Language, Lexical Structure, String Literals).
enum SwiftStringLiteral {
    /// The literal with its quotes, on one line, whose value is exactly the text.
    ///
    /// What could end the literal, begin an interpolation or mislead a reader is escaped: quotes, backslashes, control
    /// characters, line separators, invisible characters and those that change the direction of text.
    static func source(of text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return "\"\(text)\"" }
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

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
