package import CallsignDiagnostics
import CallsignYAML

package struct Callback: Sendable {
    package var name: String
    /// The runtime expression, such as `{$request.body#/answer_url}`.
    package var expression: String
    package var operation: Operation
    package var mark: SourceMark
}

extension DocumentReader {
    /// Reads Callback Objects by name, or references to them (OpenAPI 3.1.1, section 4.8.18).
    mutating func readCallbacks(
        _ mapping: Mapping?, at pointer: String, _ defaults: Operation.Defaults
    ) -> [Callback] {
        var callbacks: [Callback] = []
        for entry in mapping?.entries ?? [] {
            let pointer = JSONPointer.appending(entry.key, to: pointer + "/callbacks")
            callbacks += readCallback(entry, at: pointer, defaults)
        }
        return callbacks
    }

    mutating func readCallback(
        _ entry: Mapping.Entry, at pointer: String, _ defaults: Operation.Defaults
    ) -> [Callback] {
        guard let found = dereference(entry.value, at: pointer, as: .callbacks),
            let reader = MappingReader(found.node, "a callback", sink: sink)
        else { return [] }
        var callbacks: [Callback] = []
        for path in reader.mapping.entries where !path.key.utf8.starts(with: "x-".utf8) {
            let pointer = JSONPointer.appending(path.key, to: found.pointer)
            callbacks += readPathItem(path, at: pointer, defaults).map {
                Callback(name: entry.key, expression: path.key, operation: $0, mark: entry.keyMark)
            }
        }
        return callbacks
    }
}
