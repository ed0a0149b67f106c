package import CallsignDiagnostics
package import CallsignYAML

/// The number of a schema in `ResolvedDocument.schemas`. Schemas refer to each other by number, so they may be
/// recursive without being references in the Swift sense.
package struct SchemaID: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// The types of JSON that a schema can name (JSON Schema Validation 2020-12, section 6.1.1).
package enum SchemaType: String, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
}

/// A schema as it was written, upgraded to the vocabulary of OpenAPI 3.1: groups of keywords, all of which may be
/// present at once. What they mean together is for the planner to decide.
package struct Schema: Sendable {
    /// Where the schema's value begins.
    package var mark: SourceMark
    /// File and JSON pointer, such as `spec/plivo.yaml#/components/schemas/Call/properties/from_number`.
    package var pointer: String
    /// The name under which it is reusable: its key in `components/schemas` (or `definitions`, `$defs`), or the last
    /// part of the pointer or file name by which another file refers to it. Inline schemas have none.
    package var name: String?
    /// The schema that `$ref` names. A `$ref` without siblings never makes a schema of its own: whoever holds the
    /// reference holds the number of its target.
    package var reference: SchemaID?
    /// `true` or `false` in place of an object; nothing for ordinary schemas.
    package var booleanValue: Bool?

    /// `type`, in the order written; empty where any type is allowed. `nullable: true` has become `null` here.
    package var types: [SchemaType] = []
    package var format: String?
    package var title: String?
    package var description: String?
    package var deprecated = false
    package var readOnly = false
    package var writeOnly = false
    package var enumeration: [Node]?
    package var const: Node?
    package var defaultValue: Node?
    package var examples: [Node] = []

    package var properties: [Property] = []
    package var required: [RequiredName] = []
    package var additionalProperties: AdditionalProperties?
    package var patternProperties: [Property] = []
    package var propertyNames: SchemaID?
    package var items: SchemaID?
    package var prefixItems: [SchemaID] = []
    package var contains: SchemaID?
    package var unevaluatedProperties: AdditionalProperties?
    package var unevaluatedItems: SchemaID?

    package var allOf: [SchemaID] = []
    package var anyOf: [SchemaID] = []
    package var oneOf: [SchemaID] = []
    package var not: SchemaID?
    package var ifSchema: SchemaID?
    package var thenSchema: SchemaID?
    package var elseSchema: SchemaID?
    package var dependentSchemas: [Property] = []
    package var discriminator: Discriminator?

    package var constraints = Constraints()
    package var contentEncoding: String?
    package var contentMediaType: String?
    package var contentSchema: SchemaID?
    package var xml: Node?
    package var externalDocs: ExternalDocumentation?
    package var extensions = Extensions()
    /// Every keyword that stands in the schema with its place, in the order written. The ledger counts these, the
    /// unknown ones and `extensions`.
    package var keywords: [KeywordUse] = []
    package var unknownKeywords: [KeywordUse] = []

    package init(mark: SourceMark, pointer: String) {
        self.mark = mark
        self.pointer = pointer
    }

    package struct Property: Sendable {
        package var name: String
        package var mark: SourceMark
        package var schema: SchemaID

        package init(name: String, mark: SourceMark, schema: SchemaID) {
            self.name = name
            self.mark = mark
            self.schema = schema
        }
    }

    package struct RequiredName: Sendable {
        package var name: String
        package var mark: SourceMark

        package init(name: String, mark: SourceMark) {
            self.name = name
            self.mark = mark
        }
    }

    package struct KeywordUse: Sendable {
        package var name: String
        package var mark: SourceMark

        package init(name: String, mark: SourceMark) {
            self.name = name
            self.mark = mark
        }
    }

    package enum AdditionalProperties: Sendable {
        case allowed(Bool)
        case schema(SchemaID)
    }

    /// `discriminator` (OpenAPI 3.1.1, section 4.8.25).
    package struct Discriminator: Sendable {
        package var propertyName: String
        /// Values with the schemas that they stand for, in the order written.
        package var mapping: [(value: String, schema: SchemaID)]
        /// The schema of values that the mapping doesn't have (OpenAPI 3.2).
        package var defaultMapping: SchemaID?
        package var mark: SourceMark

        package init(propertyName: String, mapping: [(value: String, schema: SchemaID)], mark: SourceMark) {
            self.propertyName = propertyName
            self.mapping = mapping
            self.mark = mark
        }
    }

    /// Keywords that narrow values without changing their type. Numbers keep their text, as they may exceed 64 bits.
    package struct Constraints: Sendable, Equatable {
        package var multipleOf: String?
        package var minimum: String?
        package var maximum: String?
        package var exclusiveMinimum: String?
        package var exclusiveMaximum: String?
        package var minLength: String?
        package var maxLength: String?
        package var pattern: String?
        package var minItems: String?
        package var maxItems: String?
        package var uniqueItems = false
        package var minProperties: String?
        package var maxProperties: String?

        package init() {}
    }
}
