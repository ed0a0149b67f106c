import CallsignDiagnostics
import CallsignYAML

/// Rewrites what OpenAPI 3.0 says of schemas in its own way (3.0.4, section 4.7.24) to what 3.1 says, so that nothing
/// else has to know. Nodes keep their places.
///
/// Published descriptions of 3.1 have the old forms too. They mean nothing there, but what was meant is plain, so they
/// are rewritten as well, with a warning.
enum Upgrade30 {
    /// Keywords that stay on the outside where a schema is wrapped to let `null` in.
    private static let annotations: Set<String> = [
        "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs",
        "xml",
    ]

    /// Whether a schema has any key whose meaning may depend on the version. Most have none.
    static func concerns(_ mapping: Mapping) -> Bool {
        mapping.entries.contains { entry in
            // The length tells nearly all other keys from these, and is known without looking.
            switch entry.key.utf8.count {
            case 4: entry.value.sequence != nil && entry.key == "type"
            case 8: entry.key == "nullable"
            case 16: entry.key == "exclusiveMinimum" || entry.key == "exclusiveMaximum"
            default: false
            }
        }
    }

    /// The mapping of a schema in the vocabulary of OpenAPI 3.1.
    static func upgraded(_ mapping: Mapping, version: SpecificationVersion, sink: DiagnosticSink) -> Mapping {
        var result = mapping
        if let nullable = mapping.entry("nullable") {
            if let value = nullable.value.bool {
                if version >= .v31, value { warn(nullable, "write 'null' as one of the types", version, sink) }
                result = value ? allowingNull(mapping, at: nullable.keyMark) : result
            } else {
                sink.error(
                    "wrong-type", "expected 'true' or 'false' as the value of 'nullable'", at: nullable.value.mark)
            }
        }
        if version == .v30, let entry = mapping.entry("type"), entry.value.sequence != nil {
            sink.warning(
                "newer-keyword", "a list as the value of 'type' came with OpenAPI 3.1", at: entry.keyMark,
                remedy: "write one type, with 'nullable: true' for 'null', or say 'openapi: 3.1.1'")
        }
        for (exclusive, inclusive) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
            guard let entry = mapping.entry(exclusive) else { continue }
            if let value = entry.value.bool {
                if version >= .v31 {
                    warn(entry, "write the bound itself as the value of '\(exclusive)'", version, sink)
                }
                result = excluding(value, exclusive, inclusive, in: result)
            } else if version < .v31 {
                sink.warning(
                    "newer-keyword", "a number as the value of '\(exclusive)' came with OpenAPI 3.1", at: entry.keyMark,
                    remedy: "write '\(exclusive): true' beside '\(inclusive)', or say 'openapi: 3.1.1'")
            }
        }
        return result
    }

    private static func warn(
        _ entry: Mapping.Entry, _ remedy: String, _ version: SpecificationVersion, _ sink: DiagnosticSink
    ) {
        sink.warning(
            "older-keyword", "this form of '\(entry.key)' went with OpenAPI 3.0 and is read as it was meant there",
            at: entry.keyMark, remedy: remedy)
    }

    /// `nullable: true` adds `null` to the types; where there are none, to the alternatives.
    private static func allowingNull(_ mapping: Mapping, at mark: SourceMark) -> Mapping {
        let entries = mapping.entries.filter { $0.key != "nullable" }
        if let position = entries.firstIndex(where: { $0.key == "type" }) {
            var entries = entries
            entries[position].value = addingNull(to: entries[position].value, at: mark)
            return Mapping(entries)
        }
        let null = Node(
            .mapping(Mapping([.init(key: "type", keyMark: mark, value: text("null", at: mark))])), at: mark)
        for key in ["anyOf", "oneOf"] {
            guard let position = entries.firstIndex(where: { $0.key == key }),
                let alternatives = entries[position].value.sequence
            else { continue }
            var entries = entries
            entries[position].value.content = .sequence(alternatives + [null])
            return Mapping(entries)
        }
        guard entries.contains(where: { $0.key == "allOf" || $0.key == "$ref" }) else { return Mapping(entries) }
        let isOutside = { (entry: Mapping.Entry) in annotations.contains(entry.key) || entry.key.hasPrefix("x-") }
        let inside = Node(.mapping(Mapping(entries.filter { !isOutside($0) })), at: mark)
        return Mapping(
            entries.filter(isOutside) + [
                .init(key: "anyOf", keyMark: mark, value: Node(.sequence([inside, null]), at: mark))
            ])
    }

    private static func addingNull(to types: Node, at mark: SourceMark) -> Node {
        let listed = types.sequence ?? [types]
        if listed.contains(where: { $0.isNull || $0.string == "null" }) { return types }
        return Node(.sequence(listed + [text("null", at: mark)]), at: types.mark)
    }

    private static func text(_ text: String, at mark: SourceMark) -> Node {
        Node(.scalar(Scalar(text, isPlain: false)), at: mark)
    }

    /// `exclusiveMinimum: true` makes `minimum` exclusive, and says nothing without it.
    private static func excluding(
        _ value: Bool, _ exclusive: String, _ inclusive: String, in mapping: Mapping
    ) -> Mapping {
        var entries = mapping.entries.filter { $0.key != exclusive }
        if value, let position = entries.firstIndex(where: { $0.key == inclusive }) {
            entries[position].key = exclusive
        }
        return Mapping(entries)
    }
}
