/// The colours of the text form, as ANSI escape sequences, or none.
struct TerminalStyle {
    let isColored: Bool

    func bold(_ text: String) -> String { styled(text, "1") }
    func faint(_ text: String) -> String { styled(text, "2") }
    func caret(_ text: String) -> String { styled(text, "1;32") }

    /// The word for a severity with its colon: `error:`.
    func severity(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: styled("error:", "1;31")
        case .warning: styled("warning:", "1;33")
        case .note: styled("note:", "1;36")
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
