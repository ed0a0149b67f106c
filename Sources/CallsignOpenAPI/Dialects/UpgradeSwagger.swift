import CallsignYAML

/// Rewrites what Swagger 2.0 says of schemas in its own way to what OpenAPI 3.0 says. Nodes keep their places.
enum UpgradeSwagger {
    /// The mapping of a schema in the vocabulary of OpenAPI 3.0.
    static func upgraded(_ mapping: Mapping) -> Mapping {
        var entries = mapping.entries
        for index in entries.indices {
            let entry = entries[index]
            switch entry.key {
            case "x-nullable" where mapping["nullable"] == nil: entries[index].key = "nullable"
            case "discriminator":
                // Swagger names the property alone; the values are the names of definitions.
                guard entry.value.string != nil else { continue }
                let property = Mapping.Entry(key: "propertyName", keyMark: entry.keyMark, value: entry.value)
                entries[index].value = Node(.mapping(Mapping([property])), at: entry.value.mark)
            case "type" where entry.value.string == "file":
                entries[index].value = .text("string", at: entry.value.mark)
                if mapping["format"] == nil {
                    entries.append(
                        .init(key: "format", keyMark: entry.keyMark, value: .text("binary", at: entry.value.mark)))
                }
            default: break
            }
        }
        return Mapping(entries)
    }
}
