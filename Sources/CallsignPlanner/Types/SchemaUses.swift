import CallsignOpenAPI

/// How often each schema is referred to, from operations and from other schemas.
struct SchemaUses {
    private(set) var counts: [Int]

    init(document: ResolvedDocument) {
        counts = Array(repeating: 0, count: document.schemas.count)
        for schema in document.schemas {
            SchemaChildren.forEach(of: schema) { counts[$1.index] += 1 }
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
        if content.count == 1 {
            if let schema = content[0].schema { counts[schema.index] += 1 }
            return
        }
        // One body offered under several content types is one use of its schema.
        for schema in Set(content.compactMap(\.schema)) { counts[schema.index] += 1 }
    }
}

/// The schemas that a schema refers to directly.
enum SchemaChildren {
    static func of(_ schema: Schema) -> [SchemaID] {
        var children: [SchemaID] = []
        forEach(of: schema) { children.append($1) }
        return children
    }

    /// Visits them with the keywords that refer to them.
    static func forEach(of schema: Schema, _ visit: (_ keyword: String, _ child: SchemaID) -> Void) {
        for property in schema.properties { visit("properties", property.schema) }
        for property in schema.patternProperties { visit("patternProperties", property.schema) }
        for property in schema.dependentSchemas { visit("dependentSchemas", property.schema) }
        for child in schema.prefixItems { visit("prefixItems", child) }
        for child in schema.allOf { visit("allOf", child) }
        for child in schema.anyOf { visit("anyOf", child) }
        for child in schema.oneOf { visit("oneOf", child) }
        func visitOne(_ keyword: String, _ child: SchemaID?) {
            if let child { visit(keyword, child) }
        }
        visitOne("$ref", schema.reference)
        visitOne("items", schema.items)
        visitOne("propertyNames", schema.propertyNames)
        visitOne("contains", schema.contains)
        visitOne("unevaluatedItems", schema.unevaluatedItems)
        visitOne("not", schema.not)
        visitOne("if", schema.ifSchema)
        visitOne("then", schema.thenSchema)
        visitOne("else", schema.elseSchema)
        visitOne("contentSchema", schema.contentSchema)
        if case .schema(let child) = schema.additionalProperties { visit("additionalProperties", child) }
        if case .schema(let child) = schema.unevaluatedProperties { visit("unevaluatedProperties", child) }
    }
}
