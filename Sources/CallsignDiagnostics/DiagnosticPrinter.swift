/// Writes diagnostics as people and editors read them: `file:line:column: error: message`, the line that is meant, and
/// a caret under the place.
package struct DiagnosticPrinter: Sendable {
    /// How much of a long line is shown on each side of the place, in Unicode scalars.
    private static let context = 60

    private let sources: SourceMap

    package init(sources: SourceMap) {
        self.sources = sources
    }

    /// The text of a diagnostic with its notes, ending in a line break.
    package func text(of diagnostic: Diagnostic) -> String {
        var text = entry(diagnostic.severity.rawValue, diagnostic.message, at: diagnostic.mark)
        if let remedy = diagnostic.remedy { text += "    = help: \(Self.safe(remedy))\n" }
        for note in diagnostic.notes { text += entry("note", note.message, at: note.mark) }
        return text
    }

    private func entry(_ severity: String, _ message: String, at mark: SourceMark?) -> String {
        guard let mark, let file = sources.file(of: mark) else { return "\(severity): \(Self.safe(message))\n" }
        let place = "\(Self.safe(file.name)):\(mark.line):\(mark.column)"
        return "\(place): \(severity): \(Self.safe(message))\n" + excerpt(of: file, at: mark)
    }

    private func excerpt(of file: SourceMap.File, at mark: SourceMark) -> String {
        guard let line = Self.line(Int(mark.line), of: file.text) else { return "" }
        let scalars = Array(line.unicodeScalars)
        let column = min(max(Int(mark.column) - 1, 0), scalars.count)
        let start = max(0, column - Self.context)
        let end = min(scalars.count, column + Self.context)
        var shown = ""
        shown.unicodeScalars.append(contentsOf: scalars[start..<end].map(Self.visible))
        let before = start > 0 ? "…" : ""
        let after = end < scalars.count ? "…" : ""
        let indent = String(repeating: " ", count: column - start + before.unicodeScalars.count)
        return "    \(before)\(shown)\(after)\n    \(indent)^\n"
    }

    private static func line(_ number: Int, of text: [UInt8]) -> String? {
        var start = 0
        var current = 1
        while current < number {
            guard let end = text[start...].firstIndex(of: 0x0A) else { return nil }
            start = end + 1
            current += 1
        }
        let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
        return String(decoding: text[start..<end], as: UTF8.self)
    }

    /// Text that can't move a terminal's cursor or change its colours.
    private static func safe(_ text: String) -> String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text.unicodeScalars.map(visible))
        return result
    }

    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\t" ? " " : "\u{FFFD}"
        default: scalar
        }
    }
}
