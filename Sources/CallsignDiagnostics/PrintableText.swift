/// Texts of a description in what the tool prints.
package enum PrintableText {
    /// A text on one line of a terminal, which it can't control.
    package static func line(_ text: String) -> String { SafeText.neutralized(text) }

    /// A text as a JSON string, with its quotes. What could control a terminal is escaped too, beyond what JSON asks
    /// for.
    package static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || SafeText.isUnsafe(scalar):
                // None of them is beyond the basic plane, where two escapes would be needed.
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The columns that a line takes on a terminal.
    package static func width(of line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + SafeText.width(of: $1) }
    }
}
