/// Texts of a description in what the tool prints.
package enum PrintableText {
    /// A text on one line of a terminal, which it can't control.
    package static func line(_ text: String) -> String { SafeText.neutralized(text) }

    /// A text as a JSON string, with its quotes.
    package static func json(_ text: String) -> String { JSONDiagnostics.string(text) }

    /// The columns that a line takes on a terminal.
    package static func width(of line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + SafeText.width(of: $1) }
    }
}
