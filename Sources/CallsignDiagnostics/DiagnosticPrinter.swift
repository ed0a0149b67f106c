/// Writes diagnostics in one of the forms.
package struct DiagnosticPrinter: Sendable {
    private let sources: SourceMap
    private let form: DiagnosticForm
    private let isColored: Bool

    /// - Parameters:
    ///   - sources: the files that the diagnostics' marks are in.
    ///   - isColored: whether the text form has ANSI colours. The others never do.
    package init(sources: SourceMap, form: DiagnosticForm = .text, isColored: Bool = false) {
        self.sources = sources
        self.form = form
        self.isColored = isColored
    }

    /// The text of some diagnostics in their order, with a line feed at its end; nothing for none, except in JSON.
    package func print(_ diagnostics: [Diagnostic]) -> String {
        switch form {
        case .text:
            var text = TextDiagnostics(sources: sources, isColored: isColored)
            for diagnostic in diagnostics { text.append(diagnostic) }
            return text.output
        case .json: return JSONDiagnostics(sources: sources).print(diagnostics)
        case .github: return diagnostics.map(GitHubDiagnostics(sources: sources).line).joined()
        }
    }

    /// How many problems there are, such as `3 errors, 1 warning`, or nothing where there are none.
    package static func summary(of diagnostics: [Diagnostic]) -> String? {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// No more than some of a run's diagnostics, in their order: errors are kept before warnings, and those before
    /// notes. Where many warnings say the same, which a slip of habit brings, the first few speak for the rest.
    package static func first(_ limit: Int, of diagnostics: [Diagnostic]) -> [Diagnostic] {
        let telling = withoutRepetitions(diagnostics)
        guard telling.count > limit else { return telling }
        let ranked = telling.indices.sorted { left, right in
            (telling[left].severity, left) < (telling[right].severity, right)
        }
        return ranked.prefix(max(0, limit)).sorted().map { telling[$0] }
    }

    /// Without the warnings and notes that more than a few others say too, elsewhere.
    private static func withoutRepetitions(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var counts: [String: Int] = [:]
        return diagnostics.filter { diagnostic in
            if diagnostic.severity == .error { return true }
            counts[diagnostic.message, default: 0] += 1
            return counts[diagnostic.message, default: 0] <= 3
        }
    }

    private static func counted(_ count: Int, _ word: String) -> String? {
        count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}
