import CallsignYAML

/// A keyword of schemas: what its value is, where it goes, and which version it came with.
struct SchemaKeyword: Sendable {
    enum Shape: Sendable {
        case text(any ReferenceWritableKeyPath<Schema, String?> & Sendable)
        case flag(any ReferenceWritableKeyPath<Schema, Bool> & Sendable)
        case value(any ReferenceWritableKeyPath<Schema, Node?> & Sendable)
        /// A number, which keeps its text.
        case number(any ReferenceWritableKeyPath<Schema, String?> & Sendable)
        /// A whole number that isn't negative.
        case count(any ReferenceWritableKeyPath<Schema, String?> & Sendable)
        case schema(any ReferenceWritableKeyPath<Schema, SchemaID?> & Sendable)
        /// A list of schemas, which must not be empty.
        case schemas(any ReferenceWritableKeyPath<Schema, [SchemaID]> & Sendable)
        /// Schemas by name.
        case namedSchemas(any ReferenceWritableKeyPath<Schema, [Schema.Property]> & Sendable)
        case schemaOrFlag(any ReferenceWritableKeyPath<Schema, Schema.AdditionalProperties?> & Sendable)
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
    static let table: [String: SchemaKeyword] = annotations.merging(validations) { first, _ in first }
        .merging(applicators) { first, _ in first }.merging(identifiers) { first, _ in first }

    private static let annotations: [String: SchemaKeyword] = [
        "title": .init(.text(\.title)),
        "description": .init(.text(\.description)),
        "default": .init(.value(\.defaultValue)),
        "deprecated": .init(.flag(\.deprecated), since: .v30),
        "readOnly": .init(.flag(\.readOnly)),
        "writeOnly": .init(.flag(\.writeOnly), since: .v30),
        "example": .init(.example),
        "examples": .init(.examples, since: .v31),
        "externalDocs": .init(.externalDocs),
        "xml": .init(.value(\.xml)),
        "contentEncoding": .init(.text(\.contentEncoding), since: .v31),
        "contentMediaType": .init(.text(\.contentMediaType), since: .v31),
    ]

    private static let validations: [String: SchemaKeyword] = [
        "type": .init(.type),
        "enum": .init(.enumeration),
        "const": .init(.value(\.const), since: .v31),
        "format": .init(.text(\.format)),
        "multipleOf": .init(.number(\.constraints.multipleOf)),
        "minimum": .init(.number(\.constraints.minimum)),
        "maximum": .init(.number(\.constraints.maximum)),
        "exclusiveMinimum": .init(.number(\.constraints.exclusiveMinimum)),
        "exclusiveMaximum": .init(.number(\.constraints.exclusiveMaximum)),
        "minLength": .init(.count(\.constraints.minLength)),
        "maxLength": .init(.count(\.constraints.maxLength)),
        "pattern": .init(.text(\.constraints.pattern)),
        "minItems": .init(.count(\.constraints.minItems)),
        "maxItems": .init(.count(\.constraints.maxItems)),
        "uniqueItems": .init(.flag(\.constraints.uniqueItems)),
        "minProperties": .init(.count(\.constraints.minProperties)),
        "maxProperties": .init(.count(\.constraints.maxProperties)),
        "required": .init(.required),
        "minContains": .init(.noted, since: .v31),
        "maxContains": .init(.noted, since: .v31),
        "dependentRequired": .init(.noted, since: .v31),
    ]

    private static let applicators: [String: SchemaKeyword] = [
        "properties": .init(.namedSchemas(\.properties)),
        "additionalProperties": .init(.schemaOrFlag(\.additionalProperties)),
        "patternProperties": .init(.namedSchemas(\.patternProperties), since: .v31),
        "propertyNames": .init(.schema(\.propertyNames), since: .v31),
        "unevaluatedProperties": .init(.schemaOrFlag(\.unevaluatedProperties), since: .v31),
        "dependentSchemas": .init(.namedSchemas(\.dependentSchemas), since: .v31),
        "items": .init(.schema(\.items)),
        "prefixItems": .init(.schemas(\.prefixItems), since: .v31),
        "contains": .init(.schema(\.contains), since: .v31),
        "unevaluatedItems": .init(.schema(\.unevaluatedItems), since: .v31),
        "contentSchema": .init(.schema(\.contentSchema), since: .v31),
        "allOf": .init(.schemas(\.allOf)),
        "anyOf": .init(.schemas(\.anyOf), since: .v30),
        "oneOf": .init(.schemas(\.oneOf), since: .v30),
        "not": .init(.schema(\.not), since: .v30),
        "if": .init(.schema(\.ifSchema), since: .v31),
        "then": .init(.schema(\.thenSchema), since: .v31),
        "else": .init(.schema(\.elseSchema), since: .v31),
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
