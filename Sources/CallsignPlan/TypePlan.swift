package import CallsignDiagnostics

/// The number of a type in `ClientPlan.types`.
package struct TypeID: Hashable, Sendable, Comparable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }

    package static func < (left: TypeID, right: TypeID) -> Bool { left.index < right.index }
}

/// A Swift type as generated code names it.
package enum TypeReference: Hashable, Sendable {
    case scalar(ScalarType)
    /// Any JSON: `JSONValue` of the runtime.
    case json
    /// A type that the plan declares.
    case named(TypeID)
    indirect case array(TypeReference)
    /// A dictionary with `String` keys.
    indirect case map(TypeReference)
    /// A value that may be `null` or absent.
    indirect case optional(TypeReference)
}

/// A scalar Swift type, and how JSON writes it.
package struct ScalarType: Hashable, Sendable {
    package enum Value: String, Hashable, Sendable, CaseIterable {
        case string, bool, int, int32, int64, uint64, double, float, decimal
        /// `Date`: a moment, from `date-time` in any of the forms that are met in the wild.
        case date
        /// `CalendarDate` of the runtime: a day without a time.
        case calendarDate
        case uuid, url
        /// `Data` written as base 64 text.
        case base64
        /// `Data` as it is: a file or a body that isn't JSON.
        case binary
        /// `MultipartFile` of the runtime: a part of a multipart body.
        case file
        /// `MultipartPart` of the runtime: a part of a multipart body that the caller names.
        case part
    }

    /// How a value is written where Swift's type and JSON's can differ.
    package enum Wire: String, Hashable, Sendable {
        /// As the Swift type's own coding does.
        case native
        /// Always text: `"3"` for 3, `"true"` for true.
        case text
        /// Either form is read; the native one is written.
        case lenient
        /// Either form is read (`3` for `"3"`); text is written. For strings only.
        case lenientText
        /// In UTC, with a blank in place of the `T` and no zone: `2024-03-09 06:13:00`. For dates only.
        case spaced
        /// Seconds or milliseconds since 1970 began in UTC, as a number. For dates only.
        case unixSeconds
        case unixMilliseconds
        /// The form of mail and HTTP: `Sat, 09 Mar 2024 08:30:00 GMT`. For dates only.
        case mail
        /// In the alphabet that goes into URLs. For base 64 only.
        case urlAlphabet
    }

    package var value: Value
    package var wire: Wire

    package init(_ value: Value, wire: Wire = .native) {
        self.value = value
        self.wire = wire
    }

    /// Whether a value may be read in another form than it is written in: with another offset, with zeros at its end,
    /// as a number or as text.
    package var hasSeveralForms: Bool {
        switch value {
        case .date, .uuid, .url, .base64: true
        case .calendarDate, .binary, .file, .part: false
        case .string, .bool, .int, .int32, .int64, .uint64, .double, .float, .decimal: wire != .native
        }
    }
}

/// A type that the generated client declares.
package struct TypePlan: Sendable {
    package enum Kind: Sendable {
        case structure(StructurePlan)
        case enumeration(EnumerationPlan)
        case union(UnionPlan)
        /// A part of a multipart body that is a file or something else.
        case partChoice(PartChoicePlan)
        /// A name for another type: a `typealias`.
        case alias(TypeReference)
    }

    package var id: TypeID
    package var name: Identifier
    package var kind: Kind
    package var documentation: Documentation
    package var isDeprecated: Bool
    /// Whether values are decoded from responses, encoded into requests, or both.
    package var isReceived: Bool
    package var isSent: Bool
    package var conformances: Conformances
    package var mark: SourceMark
    /// Where the type comes from, such as `spec/plivo.yaml#/components/schemas/Call`.
    package var pointer: String

    package init(
        id: TypeID, name: Identifier, kind: Kind, documentation: Documentation, isDeprecated: Bool, isReceived: Bool,
        isSent: Bool, conformances: Conformances, mark: SourceMark, pointer: String
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.documentation = documentation
        self.isDeprecated = isDeprecated
        self.isReceived = isReceived
        self.isSent = isSent
        self.conformances = conformances
        self.mark = mark
        self.pointer = pointer
    }
}

/// Conformances beside `Sendable`. Coding follows from the direction, or is asked for by the configuration.
package struct Conformances: Hashable, Sendable {
    package var isDecodable: Bool
    package var isEncodable: Bool
    package var isEquatable: Bool
    package var isHashable: Bool

    package init(
        isDecodable: Bool = false, isEncodable: Bool = false, isEquatable: Bool = false, isHashable: Bool = false
    ) {
        self.isDecodable = isDecodable
        self.isEncodable = isEncodable
        self.isEquatable = isEquatable
        self.isHashable = isHashable
    }
}

package struct StructurePlan: Sendable {
    package enum Form: String, Sendable {
        /// A JSON object, whose keys the members are.
        case object
        /// A JSON array with a meaning for each place (`prefixItems`): the members are its elements, in order.
        case array
    }

    package var form = Form.object
    package var members: [MemberPlan]
    /// The member that holds undeclared keys (`additionalProperties` beside `properties`), with its values' type; of an
    /// array, the elements behind those that have a member.
    package var additional: AdditionalMember?
    /// Whether callers can make a value: always for what is sent.
    package var hasMemberwiseInitializer: Bool
    /// The property that keeps how the API wrote values that are written otherwise; nothing where none can be.
    package var originals: Identifier?

    package init(members: [MemberPlan], additional: AdditionalMember?, hasMemberwiseInitializer: Bool) {
        self.members = members
        self.additional = additional
        self.hasMemberwiseInitializer = hasMemberwiseInitializer
    }

    package struct AdditionalMember: Sendable {
        package var name: Identifier
        package var valueType: TypeReference
        /// Whether the description says nothing of such keys, which are kept because the configuration asks for it.
        package var isUndeclared: Bool

        package init(name: Identifier, valueType: TypeReference, isUndeclared: Bool = false) {
            self.name = name
            self.valueType = valueType
            self.isUndeclared = isUndeclared
        }
    }
}

/// A stored property of a structure, which is a key of a JSON object.
package struct MemberPlan: Sendable {
    package var name: Identifier
    package var wireName: String
    /// The type without the optional that `isOptional` adds.
    package var type: TypeReference
    /// Whether the key may be absent or its value `null`.
    package var isOptional: Bool
    /// Whether the member is held through a box, because its type contains itself.
    package var isBoxed: Bool
    /// A value that is always written, such as a `const`: then callers can't set it.
    package var fixedValue: LiteralValue?
    package var direction: Direction
    /// Whether `null` is a value that the key may have beside being absent.
    package var acceptsNull: Bool
    /// Whether callers tell `null` from an absent key: `Nullable` of the runtime.
    package var tellsNull = false
    package var documentation: Documentation
    package var isDeprecated: Bool
    package var mark: SourceMark

    /// Where the API has the key: `readOnly` and `writeOnly`.
    package enum Direction: String, Sendable { case both, received, sent }

    package init(
        name: Identifier, wireName: String, type: TypeReference, isOptional: Bool, isBoxed: Bool = false,
        fixedValue: LiteralValue? = nil, direction: Direction = .both, acceptsNull: Bool = false,
        documentation: Documentation, isDeprecated: Bool = false, mark: SourceMark
    ) {
        self.name = name
        self.wireName = wireName
        self.type = type
        self.isOptional = isOptional
        self.isBoxed = isBoxed
        self.fixedValue = fixedValue
        self.direction = direction
        self.acceptsNull = acceptsNull
        self.documentation = documentation
        self.isDeprecated = isDeprecated
        self.mark = mark
    }
}

/// A value of the description that generated code holds as a literal.
package enum LiteralValue: Hashable, Sendable {
    case string(String)
    case bool(Bool)
    case integer(Int64)
    case double(Double)
}

package struct EnumerationPlan: Sendable {
    package enum RawType: String, Hashable, Sendable {
        case string, int, double
        /// Values of different types: `JSONValue` of the runtime.
        case json
    }

    package struct Case: Sendable {
        package var name: Identifier
        package var value: LiteralValue
        package var documentation: Documentation

        package init(name: Identifier, value: LiteralValue, documentation: Documentation) {
            self.name = name
            self.value = value
            self.documentation = documentation
        }
    }

    package var rawType: RawType
    package var cases: [Case]
    /// An open enumeration is a structure over its raw value, which keeps values that nobody described yet.
    package var isOpen: Bool

    package init(rawType: RawType, cases: [Case], isOpen: Bool) {
        self.rawType = rawType
        self.cases = cases
        self.isOpen = isOpen
    }
}

package struct UnionPlan: Sendable {
    package enum Selection: Sendable {
        /// A property's text says which: pairs of text and case index.
        case discriminator(property: String, values: [(value: String, caseIndex: Int)])
        /// The JSON type of the value says which.
        case jsonType
        /// The first case, in the order of ``UnionPlan/trial``, that the value fits.
        case inOrder
    }

    /// Texts (of numbers and Booleans too) of which a key of an object has one.
    package struct Constant: Sendable {
        package var property: String
        package var values: [String]

        package init(property: String, values: [String]) {
            self.property = property
            self.values = values
        }
    }

    package struct Case: Sendable {
        package enum JSONType: String, Sendable, CaseIterable { case string, number, boolean, array, object }
        package var name: Identifier
        package var type: TypeReference
        /// The JSON types of the case's values where they are known.
        package var jsonTypes: [JSONType]
        package var requiredKeys: [String]
        /// What keys must say where cases are tried in order and would else be mistaken for each other.
        package var constants: [Constant]
        /// The only texts of a scalar case; empty where any will do.
        package var values: [String]
        package var documentation: Documentation

        package init(
            name: Identifier, type: TypeReference, jsonTypes: [JSONType], requiredKeys: [String],
            constants: [Constant] = [], values: [String] = [], documentation: Documentation
        ) {
            self.name = name
            self.type = type
            self.jsonTypes = jsonTypes
            self.requiredKeys = requiredKeys
            self.constants = constants
            self.values = values
            self.documentation = documentation
        }
    }

    package var selection: Selection
    package var cases: [Case]
    /// The order in which cases are tried, as indices: what fits little goes before what fits much.
    package var trial: [Int]
    /// The case of a discriminator's values that none is named for (`defaultMapping`); nothing where they stay unknown.
    package var defaultCase: Int?
    /// The case that keeps a value which fits no other, as JSON.
    package var unknownCase: Identifier
    /// Whether a value can contain another of its type without an array or a box between them.
    package var isIndirect: Bool

    package init(
        selection: Selection, cases: [Case], trial: [Int]? = nil, defaultCase: Int? = nil, unknownCase: Identifier,
        isIndirect: Bool = false
    ) {
        self.selection = selection
        self.cases = cases
        self.trial = trial ?? Array(cases.indices)
        self.defaultCase = defaultCase
        self.unknownCase = unknownCase
        self.isIndirect = isIndirect
    }
}

/// What a part of a multipart body can be where one of the alternatives is a file. Values are only ever sent.
package struct PartChoicePlan: Sendable {
    package struct Case: Sendable {
        package var name: Identifier
        package var type: TypeReference
        package var documentation: Documentation

        package init(name: Identifier, type: TypeReference, documentation: Documentation) {
            self.name = name
            self.type = type
            self.documentation = documentation
        }
    }

    package var cases: [Case]

    package init(cases: [Case]) {
        self.cases = cases
    }
}

/// Text of the description for a documentation comment, raw: the renderer makes it safe.
package struct Documentation: Hashable, Sendable {
    /// Paragraphs in Markdown, each possibly of several lines.
    package var paragraphs: [String]

    package init(_ paragraphs: [String?] = []) {
        self.paragraphs = []
        for case let paragraph? in paragraphs where !paragraph.isEmpty { self.paragraphs.append(paragraph) }
    }

    /// The same of two paragraphs at most, as nearly all are: no list of what may be nothing is made for them.
    package init(_ first: String?, _ second: String? = nil) {
        paragraphs = []
        if let first, !first.isEmpty { paragraphs.append(first) }
        if let second, !second.isEmpty { paragraphs.append(second) }
    }

    package var isEmpty: Bool { paragraphs.isEmpty }
}
