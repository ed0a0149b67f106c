import CallsignDiagnostics

/// Makes text of a description fit for documentation comments.
///
/// A comment ends where its line ends, so the one thing that matters for safety is that each line of the text, by
/// whatever character it ends, is told from the others and gets its own slashes.
enum DocumentationComment {
    /// Lends the lines of the paragraphs as UTF-8, with an empty one between paragraphs.
    ///
    /// Characters that mislead are left out. Empty lines are collapsed, and blanks at the ends of lines are trimmed.
    static func forEachLine(of paragraphs: [String], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var isFirst = true
        // By their numbers, as nobody has to keep a text that is only looked at.
        for index in paragraphs.indices {
            var isBlankPending = !isFirst
            forEachLine(in: paragraphs[index]) { line in
                if line.isEmpty {
                    isBlankPending = !isFirst
                    return
                }
                if isBlankPending { body(UnsafeBufferPointer(rebasing: line[..<0])) }
                body(line)
                isBlankPending = false
                isFirst = false
            }
        }
    }

    /// The text on one line, for a comment or a list item.
    static func flattened(_ text: String) -> String {
        if isFlat(text) { return text }
        var result = ""
        forEachLine(in: text) { line in
            let trimmed = line.drop { $0 == UInt8(ascii: " ") }
            if trimmed.isEmpty { return }
            if !result.isEmpty { result += " " }
            result += String(decoding: trimmed, as: UTF8.self)
        }
        return result
    }

    /// Whether a text is on one line and has nothing to clean.
    private static func isFlat(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            isPlain(bytes) && bytes.first != UInt8(ascii: " ") && bytes.last != UInt8(ascii: " ")
                && !bytes.contains(UInt8(ascii: "\n"))
        } == true
    }

    /// Lends the text's lines, cleaned.
    private static func forEachLine(in text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard self.isPlain(bytes) else { return false }
            forEachPlainLine(in: bytes, body)
            return true
        }
        if isPlain == true { return }
        for var line in cleanLines(in: text) { line.withUTF8(body) }
    }

    private static func cleanLines(in text: String) -> [String] {
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

    /// Whether a text has nothing to clean, as nearly every one: printable ASCII and line feeds.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // Without a way out of the loop, the compiler looks at many bytes at once.
        var others: UInt8 = 0
        for byte in text { others |= byte &- 0x20 > 0x7e - 0x20 && byte != UInt8(ascii: "\n") ? 1 : 0 }
        return others == 0
    }

    private static func forEachPlainLine(
        in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start <= text.count {
            let next = ByteSearch.position(of: UInt8(ascii: "\n"), in: text, from: start) ?? text.count
            var end = next
            while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
            body(UnsafeBufferPointer(rebasing: text[start..<end]))
            start = next + 1
        }
    }
}
