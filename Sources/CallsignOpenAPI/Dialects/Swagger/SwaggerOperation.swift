import CallsignDiagnostics
import CallsignYAML

extension SwaggerConverter {
    private static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch"]

    /// A path with its operations, or a reference to one.
    ///
    /// - Parameter place: the tokens of the pointer to it.
    mutating func pathItem(_ node: Node, at place: [String]) -> Node {
        guard node["$ref"] == nil, var reader = MappingReader(node, "a path item", sink: sink) else { return node }
        var object = ObjectBuilder(at: node.mark)
        let shared = Parameters(reader.sequence("parameters") ?? [], at: place, peek)
        if let entry = reader.mapping.entry("parameters") {
            object.add("parameters", list(shared.others, at: place, entry), at: entry.keyMark)
        }
        for entry in reader.mapping.entries where Self.methods.contains(entry.key) {
            reader.ignore(entry.key)
            let operation = operation(entry.value, with: shared, at: place + [entry.key])
            object.add(entry.key, operation, at: entry.keyMark)
        }
        for method in Self.methods.sorted() { reader.ignore(method) }
        object.copyExtensions(from: &reader)
        reader.finishObject()
        return object.node
    }

    /// Parameters by what they are in OpenAPI 3.
    private struct Parameters {
        /// Parameters with the tokens of the pointers to them.
        var others: [(node: Node, place: [String])] = []
        var bodies: [(node: Node, place: [String])] = []
        var fields: [(node: Node, place: [String])] = []

        init(_ nodes: [Node], at place: [String], _ peek: (Node) -> Node?) {
            for (index, node) in nodes.enumerated() {
                let own = (node, place + ["parameters", String(index)])
                switch SwaggerParameter.location(of: peek(node) ?? node) {
                case .body: bodies.append(own)
                case .formData: fields.append(own)
                default: others.append(own)
                }
            }
        }
    }

    private mutating func list(
        _ parameters: [(node: Node, place: [String])], at place: [String], _ entry: Mapping.Entry
    ) -> Node {
        guard entry.value.sequence != nil else { return entry.value }
        var nodes: [Node] = []
        for (index, parameter) in parameters.enumerated() {
            let new = place + ["parameters", String(index)]
            if parameter.place != new { move(parameter.place, to: new) }
            nodes.append(self.parameter(parameter.node))
        }
        return Node(.sequence(nodes), at: entry.value.mark)
    }

    private mutating func operation(_ node: Node, with shared: Parameters, at place: [String]) -> Node {
        guard node["$ref"] == nil, var reader = MappingReader(node, "an operation", sink: sink) else { return node }
        var object = ObjectBuilder(at: node.mark)
        object.copy(
            ["tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security"], from: &reader)
        let consumes = reader.strings("consumes") ?? defaults.consumes
        let produces = reader.strings("produces")
        let own = Parameters(reader.sequence("parameters") ?? [], at: place, peek)
        if let entry = reader.mapping.entry("parameters") {
            object.add("parameters", list(own.others, at: place, entry), at: entry.keyMark)
        }
        let isOwn = reader.mapping["consumes"] != nil
        object.add("requestBody", requestBody(own, shared, isOwn ? consumes : nil, at: place))
        if let schemes = reader.strings("schemes"), defaults.host != nil, let entry = reader.mapping.entry("schemes") {
            object.add("servers", servers(schemes, at: entry.value.mark), at: entry.keyMark)
        }
        reader.ignore("responses")
        if var responses = reader.mapping.entry("responses") {
            responses.value = self.responses(responses.value, produces, at: place + ["responses"])
            object.add("responses", responses)
        }
        object.copyExtensions(from: &reader)
        reader.finishObject()
        return object.node
    }

    /// - Parameter consumes: the types that the operation itself lists.
    private mutating func requestBody(
        _ own: Parameters, _ shared: Parameters, _ consumes: [String]?, at place: [String]
    ) -> Node? {
        let bodies = own.bodies.isEmpty && own.fields.isEmpty ? shared.bodies : own.bodies
        let names = Set(own.fields.compactMap { (peek($0.node) ?? $0.node)["name"]?.string })
        let fields =
            own.bodies.isEmpty
            ? shared.fields.filter { !names.contains((peek($0.node) ?? $0.node)["name"]?.string ?? "") } + own.fields
            : own.fields
        let types = consumes ?? defaults.consumes
        guard let first = bodies.first else {
            return fields.first.map { form(of: fields.map(\.node), types, at: $0.node.mark) }
        }
        for other in bodies.dropFirst() {
            sink.error(
                "duplicate-body", "an operation has one parameter with 'in: body' at most", at: other.node.mark,
                notes: [.init("the first is here", at: first.node.mark)])
        }
        if let field = fields.first {
            sink.error(
                "body-beside-form", "an operation has a body or a form, but not both", at: field.node.mark,
                remedy: "make the body a field of the form, or the fields properties of the body",
                notes: [.init("the body is here", at: first.node.mark)])
        }
        // A body that is referred to is shared, as far as its types are those of all.
        if consumes == nil, let text = first.node["$ref"]?.string, text.utf8.starts(with: "#/parameters/".utf8) {
            return first.node
        }
        return body(of: first.node, types, at: (old: first.place, new: place + ["requestBody"]))
    }

    // MARK: Responses

    private mutating func responses(_ node: Node, _ produces: [String]?, at place: [String]) -> Node {
        guard let mapping = node.mapping else { return node }
        var entries = mapping.entries
        for index in entries.indices where !entries[index].key.utf8.starts(with: "x-".utf8) {
            entries[index].value = response(entries[index].value, produces, at: place + [entries[index].key])
        }
        return Node(.mapping(Mapping(entries)), at: node.mark)
    }

    /// A response, or a reference to one.
    ///
    /// - Parameters:
    ///   - produces: the types that its operation lists; nothing for those of all.
    ///   - place: the tokens of the pointer to it; none where nobody refers to its parts.
    mutating func response(_ node: Node, _ produces: [String]?, at place: [String]) -> Node {
        guard node["$ref"] == nil, var reader = MappingReader(node, "a response", sink: sink) else { return node }
        var object = ObjectBuilder(at: node.mark)
        object.copy("description", from: &reader)
        if let headers = reader.mapping("headers") {
            let converted = headers.entries.map { entry in
                Mapping.Entry(key: entry.key, keyMark: entry.keyMark, value: header(entry.value))
            }
            let mark = reader.mark(of: "headers")
            object.add("headers", Node(.mapping(Mapping(converted)), at: mark), at: mark)
        }
        let examples = reader.mapping("examples")
        reader.ignore("schema")
        if let schema = reader.mapping.entry("schema") {
            let types = types(of: schema.value, produces ?? defaults.produces)
            var content = ObjectBuilder(at: schema.value.mark)
            for type in types {
                var media = ObjectBuilder(at: schema.value.mark)
                media.add("schema", schema)
                media.add("example", examples?[type])
                content.add(type, media.node, at: schema.keyMark)
            }
            object.add("content", content.node, at: schema.keyMark)
            if !place.isEmpty { move(place + ["schema"], to: place + ["content", types[0], "schema"]) }
        }
        object.copyExtensions(from: &reader)
        reader.finishObject()
        return object.node
    }

    /// The types that a response may have. A file is no JSON, whatever the list says.
    private func types(of schema: Node, _ produces: [String]) -> [String] {
        var types: [String] = []
        for type in produces where !types.contains(type) { types.append(type) }
        guard (peek(schema) ?? schema)["type"]?.string == "file" else {
            return types.isEmpty ? ["application/json"] : types
        }
        types.removeAll { $0.lowercased().contains("json") }
        return types.isEmpty ? ["application/octet-stream"] : types
    }

    private func header(_ node: Node) -> Node {
        guard node["$ref"] == nil, var reader = MappingReader(node, "a header", sink: sink) else { return node }
        var object = ObjectBuilder(at: node.mark)
        object.copy("description", from: &reader)
        _ = reader.oneOf("collectionFormat", as: SwaggerParameter.CollectionFormat.self)
        object.add("schema", schema(ofParameter: &reader))
        object.copyExtensions(from: &reader)
        reader.finishObject()
        return object.node
    }
}
