import CallsignDiagnostics
import CallsignOpenAPI
import CallsignYAML

/// Reports extensions of schemas that are misspelt, or whose value means nothing.
struct SchemaExtensions {
    let document: ResolvedDocument
    let sink: DiagnosticSink

    private static let names = [
        "x-callsign-name", "x-callsign-type", "x-callsign-closed", "x-callsign-enum-names",
        "x-callsign-enum-descriptions", "x-callsign-omit",
    ]

    func check() {
        for schema in document.schemas {
            for entry in schema.extensions.entries where entry.key.utf8.starts(with: "x-callsign-".utf8) {
                check(entry)
            }
        }
    }

    private func check(_ entry: Mapping.Entry) {
        switch entry.key {
        case "x-callsign-type": checkType(entry.value)
        case "x-callsign-closed", "x-callsign-omit":
            if entry.value.bool == nil {
                sink.error("wrong-type", "'\(entry.key)' takes true or false", at: entry.value.mark)
            }
        case "x-callsign-enum-names", "x-callsign-enum-descriptions":
            if entry.value.mapping == nil {
                sink.error("wrong-type", "'\(entry.key)' takes a text for each value", at: entry.value.mark)
            }
        case _ where Self.names.contains(entry.key): break
        default:
            let near = NearMatch.best(for: entry.key, among: Self.names)
            sink.error(
                "unknown-extension", "'\(entry.key)' means nothing in a schema", at: entry.keyMark,
                remedy: near.map { "did you mean '\($0)'?" }
                    ?? "known here are \(Self.names.joined(separator: ", "))")
        }
    }

    private func checkType(_ node: Node) {
        if let hint = node.string, FormatTable.hints.contains(hint) { return }
        let near = node.string.flatMap { NearMatch.best(for: $0, among: FormatTable.hints) }
        sink.error(
            "unknown-type-hint", "'x-callsign-type' names no type that a value can be read as", at: node.mark,
            remedy: near.map { "did you mean '\($0)'?" }
                ?? "write one of \(FormatTable.hints.joined(separator: ", "))")
    }
}
