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

    /// No more than some of a run's diagnostics, in their order: errors are kept before warnings, and those before notes.
    package static func first(_ limit: Int, of diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard diagnostics.count > limit else { return diagnostics }
        let ranked = diagnostics.indices.sorted { left, right in
            (diagnostics[left].severity, left) < (diagnostics[right].severity, right)
        }
        return ranked.prefix(max(0, limit)).sorted().map { diagnostics[$0] }
    }

    private static func counted(_ count: Int, _ word: String) -> String? {
        count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}
