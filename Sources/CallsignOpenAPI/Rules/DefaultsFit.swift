import CallsignDiagnostics
import CallsignYAML

/// A default is a value that the schema describes (OpenAPI 3.1.1, section 4.8.24.2): of its type, and one of its `enum`.
struct DefaultsFit: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for schema in document.schemas {
            guard let value = schema.defaultValue, !value.isNull else { continue }
            // What stands beside a reference belongs to what it leads to.
            let described = described(schema, in: document)
            if !described.types.isEmpty, !described.types.contains(where: { Self.isOf($0, value) }) {
                let names = described.types.map { "'\($0.rawValue)'" }.joined(separator: " or ")
                sink.warning(
                    "default-does-not-fit", "the default is \(value.kind.phrase), but the type is \(names)",
                    at: value.mark,
                    remedy: "correct the default, or the type")
            } else if let values = described.enumeration, !values.contains(where: { Self.isSame($0, value) }) {
                let near = value.scalar.flatMap { scalar in
                    NearMatch.best(for: scalar.text, among: values.compactMap { $0.scalar?.text })
                }
                sink.warning(
                    "default-does-not-fit", "the default is none of the values that 'enum' lists", at: value.mark,
                    remedy: near.map { "did you mean '\($0)'?" } ?? "list it, or choose one of those")
            }
        }
    }

    private func described(_ schema: Schema, in document: ResolvedDocument) -> Schema {
        var schema = schema
        for _ in 0..<document.schemas.count {
            guard schema.types.isEmpty, schema.enumeration == nil, let target = schema.reference else { break }
            schema = document[target]
        }
        return schema
    }

    private static func isOf(_ type: SchemaType, _ node: Node) -> Bool {
        switch (type, node.content) {
        case (.array, .sequence), (.object, .mapping): return true
        case (_, .scalar(let scalar)):
            switch (type, scalar.value) {
            case (.null, .null), (.boolean, .bool), (.integer, .integer), (.number, .integer), (.number, .number),
                (.string, .string):
                return true
            case (.integer, .number(let number)): return number == number.rounded()
            default: return false
            }
        default: return false
        }
    }

    /// Whether two values are the same, as far as values of enumerations go.
    private static func isSame(_ one: Node, _ other: Node) -> Bool {
        guard let one = one.scalar, let other = other.scalar else { return true }
        return one.value == other.value && (one.value != .string || one.text == other.text)
    }
}
