import CallsignDiagnostics
package import CallsignYAML

/// What few schemas have. It stands in a box of its own, as it takes twice the space of all else.
struct RareKeywords: Sendable {
    var patternProperties: [Schema.Property] = []
    var propertyNames: SchemaID?
    var prefixItems: [SchemaID] = []
    var contains: SchemaID?
    var unevaluatedProperties: Schema.AdditionalProperties?
    var unevaluatedItems: SchemaID?
    var not: SchemaID?
    var ifSchema: SchemaID?
    var thenSchema: SchemaID?
    var elseSchema: SchemaID?
    var dependentSchemas: [Schema.Property] = []
    var discriminator: Schema.Discriminator?
    var contentEncoding: String?
    var contentMediaType: String?
    var contentSchema: SchemaID?
    var xml: Node?
    var externalDocs: ExternalDocumentation?
    var discriminated: (property: String, value: String)?
    var familyName: String?
}

extension Schema {
    package internal(set) var patternProperties: [Property] {
        get { rare?.value.patternProperties ?? [] }
        set { changeRare { $0.patternProperties = newValue } }
    }

    package internal(set) var propertyNames: SchemaID? {
        get { rare?.value.propertyNames }
        set { changeRare { $0.propertyNames = newValue } }
    }

    package internal(set) var prefixItems: [SchemaID] {
        get { rare?.value.prefixItems ?? [] }
        set { changeRare { $0.prefixItems = newValue } }
    }

    package internal(set) var contains: SchemaID? {
        get { rare?.value.contains }
        set { changeRare { $0.contains = newValue } }
    }

    package internal(set) var unevaluatedProperties: AdditionalProperties? {
        get { rare?.value.unevaluatedProperties }
        set { changeRare { $0.unevaluatedProperties = newValue } }
    }

    package internal(set) var unevaluatedItems: SchemaID? {
        get { rare?.value.unevaluatedItems }
        set { changeRare { $0.unevaluatedItems = newValue } }
    }

    package internal(set) var not: SchemaID? {
        get { rare?.value.not }
        set { changeRare { $0.not = newValue } }
    }

    package internal(set) var ifSchema: SchemaID? {
        get { rare?.value.ifSchema }
        set { changeRare { $0.ifSchema = newValue } }
    }

    package internal(set) var thenSchema: SchemaID? {
        get { rare?.value.thenSchema }
        set { changeRare { $0.thenSchema = newValue } }
    }

    package internal(set) var elseSchema: SchemaID? {
        get { rare?.value.elseSchema }
        set { changeRare { $0.elseSchema = newValue } }
    }

    package internal(set) var dependentSchemas: [Property] {
        get { rare?.value.dependentSchemas ?? [] }
        set { changeRare { $0.dependentSchemas = newValue } }
    }

    package internal(set) var discriminator: Discriminator? {
        get { rare?.value.discriminator }
        set { changeRare { $0.discriminator = newValue } }
    }

    package internal(set) var contentEncoding: String? {
        get { rare?.value.contentEncoding }
        set { changeRare { $0.contentEncoding = newValue } }
    }

    package internal(set) var contentMediaType: String? {
        get { rare?.value.contentMediaType }
        set { changeRare { $0.contentMediaType = newValue } }
    }

    package internal(set) var contentSchema: SchemaID? {
        get { rare?.value.contentSchema }
        set { changeRare { $0.contentSchema = newValue } }
    }

    package internal(set) var xml: Node? {
        get { rare?.value.xml }
        set { changeRare { $0.xml = newValue } }
    }

    package internal(set) var externalDocs: ExternalDocumentation? {
        get { rare?.value.externalDocs }
        set { changeRare { $0.externalDocs = newValue } }
    }

    /// The property whose value tells an heir from others, and the only value that it has there.
    package internal(set) var discriminated: (property: String, value: String)? {
        get { rare?.value.discriminated }
        set { changeRare { $0.discriminated = newValue } }
    }

    /// The name of the union that stands in its place: see `SchemaInheritance`.
    package internal(set) var familyName: String? {
        get { rare?.value.familyName }
        set { changeRare { $0.familyName = newValue } }
    }

    private func changeRare(_ change: (inout RareKeywords) -> Void) {
        var keywords = rare?.value ?? RareKeywords()
        change(&keywords)
        rare = Box(keywords)
    }
}
