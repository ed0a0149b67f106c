import CallsignYAML

/// A place in the values that a schema describes, with what it says about it.
struct SchemaPlace: CustomStringConvertible {
    enum Step {
        case key(String)
        case item
    }

    let steps: [Step]
    let schema: Node

    /// A key for objects that have any: one that is an identifier, a tag, and a status.
    static let anyKey = "404"

    var description: String {
        steps.isEmpty
            ? "the root"
            : steps.map {
                switch $0 {
                case .key(let key): "/\(key)"
                case .item: "/-"
                }
            }.joined()
    }

    /// The names of the keys that an object can have here; nothing where it is none, or may have any.
    var keys: [String]? { schema["properties"]?.mapping?.entries.map(\.key) }

    var types: [String] {
        schema["type"]?.sequence?.compactMap(\.string) ?? [schema["type"]?.string].compactMap(\.self)
    }

    var values: [String]? { schema["enum"]?.sequence?.compactMap(\.string) }

    var isItem: Bool {
        guard case .item? = steps.last else { return false }
        return true
    }

    /// All places of a schema, the root first.
    static func all(of schema: JSONSchema) -> [SchemaPlace] { all(in: schema.root, at: [], of: schema) }

    private static func all(in node: Node, at steps: [Step], of schema: JSONSchema) -> [SchemaPlace] {
        let node = schema.resolved(node)
        var places = [SchemaPlace(steps: steps, schema: node)]
        for entry in node["properties"]?.mapping?.entries ?? [] {
            places += all(in: entry.value, at: steps + [.key(entry.key)], of: schema)
        }
        if let others = node["additionalProperties"], others.mapping != nil {
            places += all(in: others, at: steps + [.key(anyKey)], of: schema)
        }
        if let items = node["items"] { places += all(in: items, at: steps + [.item], of: schema) }
        return places
    }

    /// A JSON text that has a value here, and nothing else.
    func text(with value: String) -> String {
        steps.reversed().reduce(value) { inner, step in
            switch step {
            case .key(let key): "{\"\(key)\": \(inner)}"
            case .item: "[\(inner)]"
            }
        }
    }
}

extension Node {
    /// The node in JSON. Its texts have no quotes in them.
    var json: String {
        switch content {
        case .scalar(let scalar): string.map { "\"\($0)\"" } ?? scalar.text
        case .sequence(let nodes): "[\(nodes.map(\.json).joined(separator: ", "))]"
        case .mapping(let mapping):
            "{\(mapping.entries.map { "\"\($0.key)\": \($0.value.json)" }.joined(separator: ", "))}"
        }
    }
}
