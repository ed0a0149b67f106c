/// Diagnostics for programs: one JSON array (RFC 8259), one diagnostic a line.
///
///     [
///     {"file":"api.yaml","line":4,"column":3,"severity":"error","code":"yaml-duplicate-key","message":"…",
///      "remedy":"…","notes":[{"message":"…","file":"api.yaml","line":2,"column":3}]}
///     ]
///
/// (The object is on one line.) Every member is always there: `file`, `line` and `column` are null without a place,
/// `remedy` is null without one. Lines and columns count from 1, columns in Unicode scalars. `severity` is `error`,
/// `warning` or `note`. Codes are stable.
struct JSONDiagnostics {
    let sources: SourceMap

    func print(_ diagnostics: [Diagnostic]) -> String {
        if diagnostics.isEmpty { return "[]\n" }
        return "[\n" + diagnostics.map(object).joined(separator: ",\n") + "\n]\n"
    }

    private func object(_ diagnostic: Diagnostic) -> String {
        let notes = diagnostic.notes.map { note in
            "{\"message\":\(PrintableText.json(note.message)),\(place(note.mark))}"
        }
        return "{\(place(diagnostic.mark)),\"severity\":\(PrintableText.json(diagnostic.severity.rawValue)),"
            + "\"code\":\(PrintableText.json(diagnostic.code)),\"message\":\(PrintableText.json(diagnostic.message)),"
            + "\"remedy\":\(diagnostic.remedy.map(PrintableText.json) ?? "null"),\"notes\":[\(notes.joined(separator: ","))]}"
    }

    private func place(_ mark: SourceMark?) -> String {
        guard let mark, let file = sources.file(of: mark) else {
            return "\"file\":null,\"line\":null,\"column\":null"
        }
        return "\"file\":\(PrintableText.json(file.name)),\"line\":\(mark.line),\"column\":\(mark.column)"
    }
}
