/// Writes text of a description as documentation comments.
///
/// A comment ends where its line ends, so the one thing that matters for safety is that each line of the text, by
/// whatever character it ends, gets its own slashes.
enum DocumentationComment {
    /// The lines of the paragraphs, each with `///` before it, with an empty comment line between paragraphs.
    ///
    /// Characters that mislead are left out. Empty lines are collapsed, and blanks at the ends of lines are trimmed.
    static func lines(of paragraphs: [String]) -> [String] {
        var lines: [String] = []
        for paragraph in paragraphs {
            var isBlankPending = !lines.isEmpty
            for line in self.lines(in: paragraph) {
                if line.isEmpty {
                    isBlankPending = !lines.isEmpty
                    continue
                }
                if isBlankPending { lines.append("///") }
                isBlankPending = false
                lines.append("/// " + line)
            }
        }
        return lines
    }

    /// The text on one line, for a comment or a list item.
    static func flattened(_ text: String) -> String {
        var result = ""
        for line in lines(in: text) {
            let trimmed = line.drop { $0 == " " }
            if trimmed.isEmpty { continue }
            if !result.isEmpty { result += " " }
            result += trimmed
        }
        return result
    }

    /// The text's lines, cleaned.
    private static func lines(in text: String) -> [String] {
        var lines: [String] = []
        var bytes: [UInt8] = []
        func finish() {
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            lines.append(String(decoding: bytes, as: UTF8.self))
            bytes.removeAll(keepingCapacity: true)
        }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 {
                switch byte {
                case 0x20...0x7e: bytes.append(byte)
                case 0x0a...0x0d: finish()
                case 0x09: bytes += Array("    ".utf8)
                default: break
                }
            }
        } else {
            for scalar in text.unicodeScalars {
                if MisleadingCharacters.endsLine(scalar) {
                    finish()
                } else if scalar == "\t" {
                    bytes += Array("    ".utf8)
                } else if !MisleadingCharacters.contains(scalar) || MisleadingCharacters.isJoiner(scalar) {
                    bytes += Array(String(Character(scalar)).utf8)
                }
            }
        }
        finish()
        return lines
    }
}
