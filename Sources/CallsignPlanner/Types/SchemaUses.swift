import CallsignOpenAPI

/// How often each schema is referred to, from operations and from other schemas.
struct SchemaUses {
    private(set) var counts: [Int]

    init(document: ResolvedDocument) {
        counts = Array(repeating: 0, count: document.schemas.count)
        for schema in document.schemas {
            for child in SchemaChildren.of(schema) { counts[child.index] += 1 }
        }
        for operation in document.operations { add(operation) }
        for webhook in document.webhooks { add(webhook.operation) }
    }

    private mutating func add(_ operation: Operation) {
        for parameter in operation.parameters {
            if let schema = parameter.schema { counts[schema.index] += 1 }
            add(parameter.content)
        }
        add(operation.requestBody?.content ?? [])
        for response in operation.responses { add(response.content) }
        for callback in operation.callbacks { add(callback.operation) }
    }

    private mutating func add(_ content: [MediaType]) {
        // One body offered under several content types is one use of its schema.
        for schema in Set(content.compactMap(\.schema)) { counts[schema.index] += 1 }
    }
}

/// The schemas that a schema refers to directly.
enum SchemaChildren {
    struct Part {
        let keyword: String
        let schema: SchemaID
    }

    static func of(_ schema: Schema) -> [SchemaID] { keyed(of: schema).map(\.schema) }

    /// The same with the keywords that refer to them.
    static func keyed(of schema: Schema) -> [Part] {
        var parts: [Part] = []
        func add(_ keyword: String, _ ids: [SchemaID]) {
            for id in ids { parts.append(Part(keyword: keyword, schema: id)) }
        }
        add("properties", schema.properties.map(\.schema))
        add("patternProperties", schema.patternProperties.map(\.schema))
        add("dependentSchemas", schema.dependentSchemas.map(\.schema))
        add("prefixItems", schema.prefixItems)
        add("allOf", schema.allOf)
        add("anyOf", schema.anyOf)
        add("oneOf", schema.oneOf)
        let single = [
            ("$ref", schema.reference), ("items", schema.items), ("propertyNames", schema.propertyNames),
            ("contains", schema.contains), ("unevaluatedItems", schema.unevaluatedItems), ("not", schema.not),
            ("if", schema.ifSchema), ("then", schema.thenSchema), ("else", schema.elseSchema),
            ("contentSchema", schema.contentSchema),
        ]
        for case (let keyword, let id?) in single { parts.append(Part(keyword: keyword, schema: id)) }
        if case .schema(let id) = schema.additionalProperties { add("additionalProperties", [id]) }
        if case .schema(let id) = schema.unevaluatedProperties { add("unevaluatedProperties", [id]) }
        return parts
    }
}
