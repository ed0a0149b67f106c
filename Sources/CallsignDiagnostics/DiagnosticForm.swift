/// How diagnostics are written.
package enum DiagnosticForm: String, Sendable, CaseIterable {
    /// For people, and for Xcode and editors, which know `file:line:column: error: message`.
    case text
    /// For programs: see `JSONDiagnostics`.
    case json
    /// For GitHub Actions, which shows them at their lines: see `GitHubDiagnostics`.
    case github
}
