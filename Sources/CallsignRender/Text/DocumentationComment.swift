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
        if let lines = plainLines(in: text) { return lines }
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        func finish() {
            while line.last == " " { line.removeLast() }
            lines.append(String(line))
            line = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if MisleadingCharacters.endsLine(scalar) {
                finish()
            } else if scalar == "\t" {
                line.append(contentsOf: "    ".unicodeScalars)
            } else if !MisleadingCharacters.contains(scalar) || MisleadingCharacters.isJoiner(scalar) {
                line.append(scalar)
            }
        }
        finish()
        return lines
    }

    /// The lines of a text that has nothing to clean, which is nearly every text: printable ASCII and line feeds.
    private static func plainLines(in text: String) -> [String]? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy({ (0x20...0x7e).contains($0) || $0 == 0x0a }) else { return nil }
            return bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { line in
                let end = line.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? line.startIndex
                return String(decoding: line[..<end], as: UTF8.self)
            }
        }
    }
}
