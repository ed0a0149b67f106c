import CallsignDiagnostics

/// A schema must not include itself by `$ref` or `allOf` alone: what it means would never be settled. (Through
/// properties, items and alternatives it may: values end where schemas don't.)
struct SchemasEnd {
    private enum State { case unseen, open, done }

    /// Whether all schemas end. Those that don't are reported.
    func holds(for document: ResolvedDocument, _ sink: DiagnosticSink) -> Bool {
        var holds = true
        var states = [State](repeating: .unseen, count: document.schemas.count)
        for start in document.schemas.indices where states[start] == .unseen {
            var path: [(index: Int, next: Int)] = [(start, 0)]
            states[start] = .open
            while let (index, next) = path.last {
                let included = included(in: document.schemas[index])
                guard next < included.count else {
                    states[index] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let child = included[next].index
                switch states[child] {
                case .done: break
                case .unseen:
                    states[child] = .open
                    path.append((child, 0))
                case .open:
                    holds = false
                    report(path.map(\.index).drop { $0 != child }.map { document.schemas[$0] }, sink)
                }
            }
        }
        return holds
    }

    private func included(in schema: Schema) -> [SchemaID] {
        guard let reference = schema.reference else { return schema.allOf }
        return [reference] + schema.allOf
    }

    private func report(_ cycle: [Schema], _ sink: DiagnosticSink) {
        guard let first = cycle.min(by: { $0.mark < $1.mark }) else { return }
        let names = cycle.compactMap(\.name).map { "'\($0)'" }.joined(separator: " → ")
        sink.error(
            "endless-schema", "this schema includes itself" + (names.isEmpty ? "" : " through \(names)"),
            at: first.mark, remedy: "let one of them refer to the other in a property, or not at all")
    }
}
