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
    static func of(_ schema: Schema) -> [SchemaID] {
        var children = schema.properties.map(\.schema) + schema.patternProperties.map(\.schema)
        children += schema.dependentSchemas.map(\.schema)
        children += schema.prefixItems + schema.allOf + schema.anyOf + schema.oneOf
        let single = [
            schema.reference, schema.items, schema.propertyNames, schema.contains, schema.unevaluatedItems, schema.not,
            schema.ifSchema, schema.thenSchema, schema.elseSchema, schema.contentSchema,
        ]
        children += single.compactMap { $0 }
        for value in [schema.additionalProperties, schema.unevaluatedProperties] {
            if case .schema(let id) = value { children.append(id) }
        }
        return children
    }
}
