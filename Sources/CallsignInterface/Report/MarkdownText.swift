import CallsignDiagnostics

/// Texts in Markdown, where none of a description can mean anything.
enum MarkdownText {
    static func text(_ text: ChangeText) -> String {
        text.parts.map { $0.isCode ? code($0.text) : $0.text }.joined()
    }

    /// A code span with more backticks around it than stand together in it (CommonMark 0.31.2, section 6.1).
    static func code(_ text: String) -> String {
        let text = PrintableText.line(text)
        var longest = 0
        var run = 0
        for character in text.unicodeScalars {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let gap = longest > 0 || text.isEmpty ? " " : ""
        return fence + gap + text + gap + fence
    }
}
