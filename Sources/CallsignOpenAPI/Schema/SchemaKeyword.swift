import CallsignYAML

/// A keyword of schemas: what its value is, where it goes, and which version it came with.
struct SchemaKeyword: Sendable {
    /// What the value is, with what sets it. Functions rather than key paths, which look up a type's layout at each use.
    enum Shape: Sendable {
        case text(@Sendable (Schema, String?) -> Void)
        case flag(@Sendable (Schema, Bool) -> Void)
        case value(@Sendable (Schema, Node?) -> Void)
        /// A number, which keeps its text.
        case number(@Sendable (inout Schema.Constraints, String?) -> Void)
        /// A whole number that isn't negative.
        case count(@Sendable (inout Schema.Constraints, String?) -> Void)
        case pattern, uniqueItems
        case schema(@Sendable (Schema, SchemaID?) -> Void)
        /// A list of schemas, which must not be empty.
        case schemas(@Sendable (Schema, [SchemaID]) -> Void)
        /// Schemas by name.
        case namedSchemas(@Sendable (Schema, [Schema.Property]) -> Void)
        case schemaOrFlag(@Sendable (Schema, Schema.AdditionalProperties?) -> Void)
        case reference, type, enumeration, required, example, examples, discriminator, externalDocs
        /// A keyword of which only the place is kept.
        case noted
    }

    let shape: Shape
    let since: SpecificationVersion

    private init(_ shape: Shape, since: SpecificationVersion = .v20) {
        self.shape = shape
        self.since = since
    }

    /// Every keyword of Swagger 2.0, of OpenAPI 3.0.4 (section 4.7.24), of JSON Schema 2020-12, which OpenAPI 3.1 and 3.2 include, and
    /// those that older dialects left behind in published documents.
    private static let all = [annotations, validations, applicators, identifiers].flatMap {
        $0.map { ($0.key, $0.value) }
    }

    private static let table = KeywordTable(all)

    /// The keyword of a name; nothing where there is none.
    static func named(_ name: String) -> SchemaKeyword? { table[name] }

    /// The keywords in a stable order, for suggestions.
    static let sortedNames = all.map(\.0).sorted()

    private static let annotations: [String: SchemaKeyword] = [
        "title": .init(.text { $0.title = $1 }),
        "description": .init(.text { $0.description = $1 }),
        "default": .init(.value { $0.defaultValue = $1 }),
        "deprecated": .init(.flag { $0.deprecated = $1 }, since: .v30),
        "readOnly": .init(.flag { $0.readOnly = $1 }),
        "writeOnly": .init(.flag { $0.writeOnly = $1 }, since: .v30),
        "example": .init(.example),
        "examples": .init(.examples, since: .v31),
        "externalDocs": .init(.externalDocs),
        "xml": .init(.value { $0.xml = $1 }),
        "contentEncoding": .init(.text { $0.contentEncoding = $1 }, since: .v31),
        "contentMediaType": .init(.text { $0.contentMediaType = $1 }, since: .v31),
    ]

    private static let validations: [String: SchemaKeyword] = [
        "type": .init(.type),
        "enum": .init(.enumeration),
        "const": .init(.value { $0.const = $1 }, since: .v31),
        "format": .init(.text { $0.format = $1 }),
        "multipleOf": .init(.number { $0.multipleOf = $1 }),
        "minimum": .init(.number { $0.minimum = $1 }),
        "maximum": .init(.number { $0.maximum = $1 }),
        "exclusiveMinimum": .init(.number { $0.exclusiveMinimum = $1 }),
        "exclusiveMaximum": .init(.number { $0.exclusiveMaximum = $1 }),
        "minLength": .init(.count { $0.minLength = $1 }),
        "maxLength": .init(.count { $0.maxLength = $1 }),
        "pattern": .init(.pattern),
        "minItems": .init(.count { $0.minItems = $1 }),
        "maxItems": .init(.count { $0.maxItems = $1 }),
        "uniqueItems": .init(.uniqueItems),
        "minProperties": .init(.count { $0.minProperties = $1 }),
        "maxProperties": .init(.count { $0.maxProperties = $1 }),
        "required": .init(.required),
        "minContains": .init(.noted, since: .v31),
        "maxContains": .init(.noted, since: .v31),
        "dependentRequired": .init(.noted, since: .v31),
    ]

    private static let applicators: [String: SchemaKeyword] = [
        "properties": .init(.namedSchemas { $0.properties = $1 }),
        "additionalProperties": .init(.schemaOrFlag { $0.additionalProperties = $1 }),
        "patternProperties": .init(.namedSchemas { $0.patternProperties = $1 }, since: .v31),
        "propertyNames": .init(.schema { $0.propertyNames = $1 }, since: .v31),
        "unevaluatedProperties": .init(.schemaOrFlag { $0.unevaluatedProperties = $1 }, since: .v31),
        "dependentSchemas": .init(.namedSchemas { $0.dependentSchemas = $1 }, since: .v31),
        "items": .init(.schema { $0.items = $1 }),
        "prefixItems": .init(.schemas { $0.prefixItems = $1 }, since: .v31),
        "contains": .init(.schema { $0.contains = $1 }, since: .v31),
        "unevaluatedItems": .init(.schema { $0.unevaluatedItems = $1 }, since: .v31),
        "contentSchema": .init(.schema { $0.contentSchema = $1 }, since: .v31),
        "allOf": .init(.schemas { $0.allOf = $1 }),
        "anyOf": .init(.schemas { $0.anyOf = $1 }, since: .v30),
        "oneOf": .init(.schemas { $0.oneOf = $1 }, since: .v30),
        "not": .init(.schema { $0.not = $1 }, since: .v30),
        "if": .init(.schema { $0.ifSchema = $1 }, since: .v31),
        "then": .init(.schema { $0.thenSchema = $1 }, since: .v31),
        "else": .init(.schema { $0.elseSchema = $1 }, since: .v31),
        "discriminator": .init(.discriminator),
    ]

    private static let identifiers: [String: SchemaKeyword] = [
        "$ref": .init(.reference),
        "$dynamicRef": .init(.reference, since: .v31),
        "$id": .init(.noted, since: .v31),
        "$schema": .init(.noted, since: .v31),
        "$anchor": .init(.noted, since: .v31),
        "$dynamicAnchor": .init(.noted, since: .v31),
        "$vocabulary": .init(.noted, since: .v31),
        "$comment": .init(.noted, since: .v31),
        "$defs": .init(.noted, since: .v31),
        "definitions": .init(.noted),
        // `nullable` is gone before keywords are read: see `Upgrade30`.
        "nullable": .init(.noted, since: .v30),
    ]
}
