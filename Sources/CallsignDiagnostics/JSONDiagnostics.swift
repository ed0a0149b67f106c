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
            "{\"message\":\(Self.string(note.message)),\(place(note.mark))}"
        }
        return "{\(place(diagnostic.mark)),\"severity\":\(Self.string(diagnostic.severity.rawValue)),"
            + "\"code\":\(Self.string(diagnostic.code)),\"message\":\(Self.string(diagnostic.message)),"
            + "\"remedy\":\(diagnostic.remedy.map(Self.string) ?? "null"),\"notes\":[\(notes.joined(separator: ","))]}"
    }

    private func place(_ mark: SourceMark?) -> String {
        guard let mark, let file = sources.file(of: mark) else {
            return "\"file\":null,\"line\":null,\"column\":null"
        }
        return "\"file\":\(Self.string(file.name)),\"line\":\(mark.line),\"column\":\(mark.column)"
    }

    /// A text as a JSON string. What could control a terminal is escaped too, beyond what JSON asks for.
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F || SafeText.isUnsafe(scalar) {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
