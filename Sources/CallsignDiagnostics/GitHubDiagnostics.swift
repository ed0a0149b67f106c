/// Diagnostics as workflow commands of GitHub Actions, which shows them at the lines of a pull request:
///
///     ::error file=api.yaml,line=4,col=3,title=yaml-duplicate-key::the key 'a' is in this mapping twice%0Ahelp: …
struct GitHubDiagnostics {
    let sources: SourceMap

    func line(_ diagnostic: Diagnostic) -> String {
        var properties: [String] = []
        if let mark = diagnostic.mark, let file = sources.file(of: mark) {
            properties = ["file=\(property(file.name))", "line=\(mark.line)", "col=\(mark.column)"]
        }
        properties.append("title=\(property(diagnostic.code))")
        var lines = [diagnostic.message]
        if let remedy = diagnostic.remedy { lines.append("help: \(remedy)") }
        lines += diagnostic.notes.map { "note: \($0.message)" + place($0.mark) }
        // Each text is made safe by itself, so that the only line breaks are these.
        let message = lines.map(data).joined(separator: "%0A")
        return "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))::\(message)\n"
    }

    private func command(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private func place(_ mark: SourceMark?) -> String {
        guard let mark, let file = sources.file(of: mark) else { return "" }
        return " (\(file.name):\(mark.line):\(mark.column))"
    }

    /// The text of a message: `%` and control characters can't begin a command or end this one.
    private func data(_ text: String) -> String { escaped(SafeText.neutralized(text), also: []) }

    /// The value of a property, which also can't begin another one.
    private func property(_ text: String) -> String { escaped(SafeText.neutralized(text), also: [":", ","]) }

    private func escaped(_ text: String, also separators: Set<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "%" || separators.contains(scalar) {
                result.append(contentsOf: ("%" + String(scalar.value, radix: 16, uppercase: true)).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
