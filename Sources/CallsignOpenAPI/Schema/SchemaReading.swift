import CallsignDiagnostics
import CallsignYAML

extension SchemaArena {
    /// Reads a schema's own keywords and numbers its parts.
    mutating func read(_ node: Node, into schema: Schema) {
        guard let mapping = node.mapping else {
            schema.booleanValue = node.bool
            if schema.booleanValue == nil {
                sink.error("wrong-type", "expected a schema, but found \(node.kind.phrase)", at: node.mark)
            }
            return
        }
        let version = resolver.files.version(at: node.mark)
        schema.written = mapping
        if version > .v20, !Upgrade30.concerns(mapping) {
            for entry in mapping.entries {
                if let keyword = note(entry, in: schema, version) { read(entry, as: keyword.shape, into: schema) }
            }
            return
        }
        for entry in mapping.entries { _ = note(entry, in: schema, version) }
        let known = version == .v20 ? UpgradeSwagger.upgraded(mapping) : mapping
        for entry in Upgrade30.upgraded(known, version: version, sink: sink).entries {
            if let keyword = SchemaKeyword.named(entry.key) { read(entry, as: keyword.shape, into: schema) }
        }
    }

    /// Looks at a key, keeps it if it is an extension, and reports those that the version doesn't have.
    ///
    /// - Returns: the keyword, if the key is one.
    private func note(_ entry: Mapping.Entry, in schema: Schema, _ version: SpecificationVersion) -> SchemaKeyword? {
        if let keyword = SchemaKeyword.named(entry.key) {
            if keyword.since > version {
                sink.warning(
                    "newer-keyword", "'\(entry.key)' came with \(keyword.since.name), but this is \(version.name)",
                    at: entry.keyMark, remedy: version.remedy(for: keyword.since))
            }
            return keyword
        }
        if entry.key.utf8.starts(with: "x-".utf8) {
            schema.extensions.entries.append(entry)
        } else {
            reportUnknown(entry)
        }
        return nil
    }

    /// JSON Schema lets anybody add keywords, so only what looks like a slip is refused.
    private func reportUnknown(_ entry: Mapping.Entry) {
        let message = "schemas have no keyword '\(entry.key)'"
        if let near = NearMatch.best(for: entry.key, among: SchemaKeyword.sortedNames) {
            sink.error("misspelt-keyword", message, at: entry.keyMark, remedy: "did you mean '\(near)'?")
        } else {
            sink.warning(
                "unknown-keyword", message + ", so it means nothing here", at: entry.keyMark,
                remedy: "keywords of your own begin with 'x-'")
        }
    }

    private mutating func read(_ entry: Mapping.Entry, as shape: SchemaKeyword.Shape, into schema: Schema) {
        let (key, value) = (entry.key, entry.value)
        switch shape {
        case .text(let set): set(schema, SchemaValues.text(value, of: key, sink))
        case .flag(let set): set(schema, SchemaValues.flag(value, of: key, sink) ?? false)
        case .value(let set): set(schema, value)
        case .number(let set): set(&schema.constraints, SchemaValues.number(value, of: key, sink))
        case .count(let set): set(&schema.constraints, SchemaValues.count(value, of: key, sink))
        case .pattern: schema.constraints.pattern = SchemaValues.text(value, of: key, sink)
        case .uniqueItems: schema.constraints.uniqueItems = SchemaValues.flag(value, of: key, sink) ?? false
        case .schema(let set): set(schema, part(value, key, of: schema))
        case .schemas(let set): set(schema, parts(value, key, of: schema))
        case .namedSchemas(let set): set(schema, namedParts(value, key, of: schema))
        case .schemaOrFlag(let set):
            set(schema, value.bool.map { .allowed($0) } ?? .schema(part(value, key, of: schema)))
        case .reference: schema.reference = reference(value, key)
        case .type: schema.types = SchemaValues.types(value, sink)
        case .enumeration: schema.enumeration = SchemaValues.enumeration(value, sink)
        case .required: schema.required = SchemaValues.required(value, sink)
        case .example: schema.examples.append(value)
        case .examples: schema.examples += SchemaValues.examples(value, sink)
        case .discriminator: schema.discriminator = discriminator(value)
        case .externalDocs: schema.externalDocs = ExternalDocumentation(value, sink)
        case .noted: break
        }
    }

    private mutating func part(_ node: Node, _ keyword: String, of schema: Schema) -> SchemaID {
        identifier(of: node, at: schema.pointer + "/" + keyword)
    }

    private mutating func parts(_ node: Node, _ keyword: String, of schema: Schema) -> [SchemaID] {
        guard let nodes = node.sequence else {
            sink.error(
                "wrong-type", "expected a list of schemas as the value of '\(keyword)', but found \(node.kind.phrase)",
                at: node.mark)
            return []
        }
        if nodes.isEmpty {
            sink.warning("empty-list", "the list of '\(keyword)' must have a schema at least", at: node.mark)
        }
        var identifiers: [SchemaID] = []
        for (index, node) in nodes.enumerated() {
            identifiers.append(identifier(of: node, at: "\(schema.pointer)/\(keyword)/\(index)"))
        }
        return identifiers
    }

    private mutating func namedParts(_ node: Node, _ keyword: String, of schema: Schema) -> [Schema.Property] {
        guard let mapping = node.mapping else {
            if !node.isNull {
                sink.error(
                    "wrong-type",
                    "expected schemas by name as the value of '\(keyword)', but found \(node.kind.phrase)",
                    at: node.mark)
            }
            return []
        }
        let pointer = schema.pointer + "/" + keyword
        guard let reference = mapping["$ref"], reference.string != nil else { return namedParts(mapping, at: pointer) }
        let others = Mapping(mapping.entries.filter { $0.key != "$ref" })
        return referencedParts(reference, keyword) + namedParts(others, at: pointer)
    }

    private mutating func namedParts(_ mapping: Mapping, at pointer: String) -> [Schema.Property] {
        var properties: [Schema.Property] = []
        properties.reserveCapacity(mapping.entries.count)
        for entry in mapping.entries {
            let id = identifier(of: entry.value, at: JSONPointer.appending(entry.key, to: pointer))
            properties.append(.init(name: entry.key, mark: entry.keyMark, schema: id))
        }
        return properties
    }

    /// Properties in another place. No version allows a reference to them, but some published descriptions have one, and
    /// a property of that name would have a schema, not a text.
    private mutating func referencedParts(_ reference: Node, _ keyword: String) -> [Schema.Property] {
        sink.warning(
            "misplaced-reference", "'\(keyword)' can't be a reference, but is read as if it could", at: reference.mark,
            remedy: "let each of its schemas be a reference")
        guard let target = resolver.resolve(reference, as: nil) else { return [] }
        if let mapping = target.node.mapping { return namedParts(mapping, at: target.pointer) }
        sink.error(
            "wrong-type", "expected a reference to schemas by name, but it leads to \(target.node.kind.phrase)",
            at: reference.mark)
        return []
    }

    private mutating func reference(_ value: Node, _ keyword: String) -> SchemaID? {
        if keyword == "$dynamicRef" {
            sink.warning(
                "dynamic-reference", "'$dynamicRef' is followed as '$ref' is: to the anchor in this file",
                at: value.mark)
        }
        return follow(value)
    }
}
