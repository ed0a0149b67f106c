package import CallsignDiagnostics
package import CallsignYAML

/// The number of a schema in `ResolvedDocument.schemas`. Schemas refer to each other by number, so they may be
/// recursive without being references in the Swift sense.
package struct SchemaID: Hashable, Sendable {
    /// Half as large as an index, of which each schema may hold a dozen. `DocumentLimits` keep it far below the largest.
    private let number: Int32

    package var index: Int { Int(number) }

    package init(_ index: Int) {
        number = Int32(index)
    }
}

/// The types of JSON that a schema can name (JSON Schema Validation 2020-12, section 6.1.1).
package enum SchemaType: String, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
}

/// A schema as it was written, upgraded to the vocabulary of OpenAPI 3.1: groups of keywords, all of which may be
/// present at once. What they mean together is for the planner to decide.
///
/// A class, because it is large and handed round a great deal: copying its properties each time took a quarter of what
/// planning takes. `@unchecked Sendable` is safe because a schema is only set by the loader of its document, in one
/// thread, and while nobody else has the document: before the rules look at it, or after they did.
package final class Schema: @unchecked Sendable {
    /// Where the schema's value begins.
    package let mark: SourceMark
    /// File and JSON pointer, such as `spec/plivo.yaml#/components/schemas/Call/properties/from_number`.
    package let pointer: String
    /// The name under which it is reusable: its key in `components/schemas` (or `definitions`, `$defs`), or the last
    /// part of the pointer or file name by which another file refers to it. Inline schemas have none.
    package internal(set) var name: String?
    /// The schema that `$ref` names. A `$ref` without siblings never makes a schema of its own: whoever holds the
    /// reference holds the number of its target.
    package internal(set) var reference: SchemaID?
    /// `true` or `false` in place of an object; nothing for ordinary schemas.
    package internal(set) var booleanValue: Bool?

    /// `type`, in the order written; empty where any type is allowed. `nullable: true` has become `null` here.
    package internal(set) var types: [SchemaType] = []
    package internal(set) var format: String?
    package internal(set) var title: String?
    package internal(set) var description: String?
    package internal(set) var deprecated = false
    package internal(set) var readOnly = false
    package internal(set) var writeOnly = false
    package internal(set) var enumeration: [Node]?
    package internal(set) var const: Node?
    package internal(set) var defaultValue: Node?
    package internal(set) var examples: [Node] = []

    package internal(set) var properties: [Property] = []
    package internal(set) var required: [RequiredName] = []
    package internal(set) var additionalProperties: AdditionalProperties?
    package internal(set) var items: SchemaID?

    package internal(set) var allOf: [SchemaID] = []
    package internal(set) var anyOf: [SchemaID] = []
    package internal(set) var oneOf: [SchemaID] = []
    /// Whether it holds the members of the schema in its place, which is a union of heirs: see `SchemaInheritance`.
    package var isInherited: Bool { familyName != nil }

    /// What is rarely there: see ``RareKeywords``.
    var rare: Box<RareKeywords>?

    /// Few schemas have any, and they take much space: a quarter of all memory.
    private var ownConstraints: Box<Constraints>?
    package internal(set) var constraints: Constraints {
        get { ownConstraints?.value ?? Constraints() }
        set { ownConstraints = Box(newValue) }
    }
    package internal(set) var extensions = Extensions()
    /// The object that it was read from; nothing for `true`, `false`, and what no text has.
    var written: Mapping?
    /// The keywords that stand for what is written, where not all of that is the schema's own.
    private var chosenKeywords: [KeywordUse]?

    /// Every keyword that stands in the schema with its place, in the order written. The ledger counts these, the
    /// unknown ones and `extensions`; nobody else asks for all, so they are looked for when asked for.
    package internal(set) var keywords: [KeywordUse] {
        get { chosenKeywords ?? uses { SchemaKeyword.named($0) != nil } }
        set { chosenKeywords = newValue }
    }

    /// The keys that are neither keywords nor extensions.
    package var unknownKeywords: [KeywordUse] {
        uses { SchemaKeyword.named($0) == nil && !$0.utf8.starts(with: "x-".utf8) }
    }

    private func uses(where isWanted: (String) -> Bool) -> [KeywordUse] {
        written?.entries.filter { isWanted($0.key) }.map { KeywordUse(name: $0.key, mark: $0.keyMark) } ?? []
    }

    /// The place of a keyword, as it is written.
    package func mark(of keyword: String) -> SourceMark? { written?.entry(keyword)?.keyMark }

    init(mark: SourceMark, pointer: String) {
        self.mark = mark
        self.pointer = pointer
    }

    /// A value with a place of its own.
    final class Box<Value: Sendable>: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
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
        /// What all values have in common, if the union is one of heirs: values that the mapping doesn't have are this.
        package var members: SchemaID?
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
