import CallsignDiagnostics
import CallsignYAML

/// Parameters of Swagger 2.0 (its specification, section "Parameter Object"), of which some are bodies in OpenAPI 3.
enum SwaggerParameter {
    enum Location: String, CaseIterable {
        case query, header, path, formData, body
    }

    /// How the members of a list are put together.
    enum CollectionFormat: String, CaseIterable {
        case csv, ssv, tsv, pipes, multi
    }

    /// Keys that belong to the schema of the parameter's value.
    static let schemaKeys = [
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
        "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable",
    ]

    /// Where a parameter is sent, or was probably meant to be.
    static func location(of node: Node) -> Location? {
        guard let text = node["in"]?.string else { return nil }
        return Location(rawValue: text)
            ?? NearMatch.best(for: text, among: Location.allCases.map(\.rawValue)).flatMap(Location.init)
    }
}

extension SwaggerConverter {
    /// A parameter that is no body, or a reference to one.
    mutating func parameter(_ node: Node) -> Node {
        guard node["$ref"] == nil, var reader = MappingReader(node, "a parameter", sink: sink) else { return node }
        var object = ObjectBuilder(at: node.mark)
        object.copy("name", from: &reader)
        // What has no place is reported, and read as if it had the most common one.
        let location = location(&reader) ?? .query
        object.add("in", .text(location.rawValue, at: reader.mapping["in"]?.mark ?? node.mark))
        object.copy(["description", "required", "allowEmptyValue"], from: &reader)
        let schema = schema(ofParameter: &reader)
        addStyle(&reader, location, to: &object)
        object.add("schema", schema)
        object.copyExtensions(from: &reader)
        reader.finishObject()
        return object.node
    }

    /// Reads `in`. A word that is nearly right is read as it was meant, after reporting it.
    private func location(_ reader: inout MappingReader) -> SwaggerParameter.Location? {
        guard reader.requiredNode("in") != nil else { return nil }
        return reader.oneOf("in", as: SwaggerParameter.Location.self)
            ?? SwaggerParameter.location(of: Node(.mapping(reader.mapping), at: reader.mark))
    }

    /// The schema of a value that isn't a body: what Swagger has among the keys of the parameter itself.
    func schema(ofParameter reader: inout MappingReader) -> Node? {
        var schema = ObjectBuilder(at: reader.mark)
        for key in SwaggerParameter.schemaKeys {
            reader.ignore(key)
            guard var entry = reader.mapping.entry(key) else { continue }
            if key == "items" { entry.value = Self.withoutFormats(entry.value) }
            schema.add(key, entry)
        }
        if let entry = reader.mapping.entry("schema") {
            reader.ignore("schema")
            sink.warning(
                "misplaced-schema", "only a parameter with 'in: body' has a 'schema'", at: entry.keyMark,
                remedy: "write the 'type' of \(reader.what) in its place")
            if schema.isEmpty { return entry.value }
        }
        if schema.isEmpty {
            sink.warning(
                "parameter-value", "\(reader.what) has no 'type'", at: reader.mark,
                remedy: "say what its values are, as in 'type: string'")
        }
        return schema.node
    }

    /// The elements of lists say how they are put together as well, where there are lists of lists.
    private static func withoutFormats(_ node: Node) -> Node {
        guard let mapping = node.mapping else { return node }
        let entries = mapping.entries.filter { $0.key != "collectionFormat" }.map { entry in
            var entry = entry
            if entry.key == "items" { entry.value = withoutFormats(entry.value) }
            return entry
        }
        return Node(.mapping(Mapping(entries)), at: node.mark)
    }

    /// What `collectionFormat` is as a style of OpenAPI 3. Lists without any are separated by commas.
    private func addStyle(
        _ reader: inout MappingReader, _ location: SwaggerParameter.Location, to object: inout ObjectBuilder
    ) {
        let format = reader.oneOf("collectionFormat", as: SwaggerParameter.CollectionFormat.self)
        guard reader.mapping["type"]?.string == "array" else { return }
        let mark = reader.mapping["collectionFormat"]?.mark ?? reader.mark
        if format == .multi, location == .path || location == .header {
            sink.error(
                "style-not-allowed",
                "a list in \(location.rawValue) can't have the 'collectionFormat' 'multi', which repeats the parameter",
                at: mark, remedy: "write 'csv', or send it in 'query' or 'formData'")
            return
        }
        let plain = location == .path || location == .header ? "simple" : "form"
        object.add("style", .text(Self.style(format ?? .csv, plain), at: mark))
        object.add("explode", .flag(format == .multi, at: mark))
    }

    private static func style(_ format: SwaggerParameter.CollectionFormat, _ plain: String) -> String {
        switch format {
        case .csv, .multi: plain
        case .ssv: "spaceDelimited"
        case .tsv: "tabDelimited"
        case .pipes: "pipeDelimited"
        }
    }

    /// Reports keys that a parameter doesn't have, of one that nothing else reads.
    func checkKeys(ofParameter node: Node) {
        guard node["$ref"] == nil, var reader = MappingReader(node, "a parameter", sink: sink) else { return }
        reader.ignore("name", "in", "description", "required", "allowEmptyValue", "collectionFormat")
        for key in SwaggerParameter.schemaKeys { reader.ignore(key) }
        reader.finishObject()
    }
}

// MARK: - Bodies

extension SwaggerConverter {
    /// The request body that a parameter with `in: body` is.
    ///
    /// - Parameters:
    ///   - node: the parameter, or a reference to it.
    ///   - types: the types that the body may have.
    ///   - place: the tokens of the pointers to the parameter and to the body.
    mutating func body(
        of node: Node, _ types: [String], at place: (old: [String], new: [String])?
    ) -> Node? {
        let parameter = peek(node) ?? node
        guard var reader = MappingReader(parameter, "a body", sink: sink) else { return nil }
        reader.ignore("name", "in")
        var object = ObjectBuilder(at: parameter.mark)
        object.copy(["description", "required"], from: &reader)
        let schema = reader.requiredNode("schema")
        let types = types.isEmpty ? ["application/json"] : types
        object.add("content", content(types, schema, at: parameter.mark))
        object.copyExtensions(from: &reader)
        reader.finishObject()
        if let place { move(place.old + ["schema"], to: place.new + ["content", types[0], "schema"]) }
        return object.node
    }

    private func content(_ types: [String], _ schema: Node?, at mark: SourceMark) -> Node {
        var content = ObjectBuilder(at: mark)
        var seen: Set<String> = []
        for type in types where seen.insert(type).inserted {
            var media = ObjectBuilder(at: mark)
            media.add("schema", schema)
            content.add(type, media.node, at: mark)
        }
        return content.node
    }

    /// The request body that parameters with `in: formData` make together.
    mutating func form(of nodes: [Node], _ types: [String], at mark: SourceMark) -> Node {
        var properties = ObjectBuilder(at: mark)
        var encodings = ObjectBuilder(at: mark)
        var required: [Node] = []
        var hasFile = false
        var seen: Set<String> = []
        for node in nodes {
            let parameter = peek(node) ?? node
            guard var reader = MappingReader(parameter, "a field of a form", sink: sink),
                let name = reader.requiredString("name")
            else { continue }
            guard seen.insert(name).inserted else {
                sink.error("duplicate-parameter", "the form has two fields '\(name)'", at: parameter.mark)
                continue
            }
            if reader.mapping["type"]?.string == "file" { hasFile = true }
            reader.ignore("in", "allowEmptyValue")
            if reader.bool("required") == true { required.append(.text(name, at: reader.mark(of: "required"))) }
            var encoding = ObjectBuilder(at: parameter.mark)
            let schema = field(&reader, encoding: &encoding)
            properties.add(name, schema, at: parameter.mark)
            if !encoding.isEmpty { encodings.add(name, encoding.node, at: parameter.mark) }
            reader.finishObject()
        }
        var schema = ObjectBuilder(at: mark)
        schema.add("type", .text("object", at: mark))
        if !required.isEmpty { schema.add("required", Node(.sequence(required), at: mark)) }
        schema.add("properties", properties.node)
        var content = ObjectBuilder(at: mark)
        for type in Self.formTypes(types, hasFile: hasFile) {
            var media = ObjectBuilder(at: mark)
            media.add("schema", schema.node)
            if !encodings.isEmpty { media.add("encoding", encodings.node) }
            content.add(type, media.node)
        }
        var body = ObjectBuilder(at: mark)
        if !required.isEmpty { body.add("required", .flag(true, at: mark)) }
        body.add("content", content.node)
        return body.node
    }

    /// The schema of a field, and how it is written where it is a list.
    private func field(_ reader: inout MappingReader, encoding: inout ObjectBuilder) -> Node {
        let schema = schema(ofParameter: &reader)
        addStyle(&reader, .formData, to: &encoding)
        var property = ObjectBuilder(at: reader.mark)
        property.copy("description", from: &reader)
        property.copyExtensions(from: &reader)
        var entries = property.node.mapping?.entries ?? []
        let own = schema?.mapping?.entries ?? []
        entries.removeAll { entry in own.contains { $0.key == entry.key } }
        return Node(.mapping(Mapping(own + entries)), at: reader.mark)
    }

    /// Files are sent in parts; other fields as the description says, if it says that they are a form at all.
    private static func formTypes(_ types: [String], hasFile: Bool) -> [String] {
        if hasFile { return ["multipart/form-data"] }
        let forms = ["application/x-www-form-urlencoded", "multipart/form-data"].filter(types.contains)
        return forms.isEmpty ? ["application/x-www-form-urlencoded"] : forms
    }
}
