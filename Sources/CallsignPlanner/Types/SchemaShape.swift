import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// What a schema describes, once references, nullability and composition are seen through: what the type planner
/// switches on.
enum SchemaShape {
    /// Any JSON: no keyword says more, or what they say together has no type of its own.
    case any(reason: AnyReason)
    case scalar(ScalarShape)
    case enumeration(EnumerationShape)
    case array(items: SchemaID?)
    /// An array in which each place has a meaning of its own.
    case tuple(TupleShape)
    /// An object whose keys aren't named.
    case map(values: SchemaID?)
    case object(ObjectShape)
    case union(UnionShape)
    /// The schema says nothing but what another one says.
    case same(as: SchemaID)

    /// Why a schema is carried as raw JSON.
    enum AnyReason: String {
        case unconstrained = "any-json"
        case structuredValues = "enumeration-of-arrays-or-objects"
        case composition = "composition-without-a-common-shape"
        case conflict = "composition-that-no-value-fits"
        case empty = "matches-nothing"
        case depth = "too-deep"
        case size = "too-many-properties-in-all"
    }
}

/// A scalar's JSON types, format and hints, from which the format table makes a Swift type.
struct ScalarShape {
    /// Without `null`; several where JSON may write either form.
    var types: [SchemaType]
    var format: String?
    var hint: String?
    var contentEncoding: String?
    /// Whether the bounds of whole numbers lie within 64 bits with a sign, 64 bits without one, or beyond.
    var range = Range.usual
    var formatMark: SourceMark?
    var mark: SourceMark

    enum Range { case usual, unsigned, big }
}

struct EnumerationShape {
    struct Value {
        var text: String
        var literal: LiteralValue
    }

    var rawType: EnumerationPlan.RawType
    var values: [Value]
    /// The schema whose extensions name and describe the values.
    var schema: SchemaID
    /// Whether the description itself allows other values, as `anyOf: [string, enum]` does.
    var allowsOthers: Bool
}

struct ObjectShape {
    struct Property {
        var name: String
        var mark: SourceMark
        var schema: SchemaID
        /// The name of the part of a composition that has the property, from which inline types are named.
        var owner: String?
        /// Schemas that say something else of the same objects, where several parts have the property.
        var others: [SchemaID] = []
        /// The only value, where it tells an heir from others.
        var tag: String?
        /// Where another part says of the property what no value can be as well.
        var conflict: SourceMark?
    }

    var properties: [Property]
    var required: RequiredNames
    var additional: Schema.AdditionalProperties?
}

/// The names of the properties that an object always has. Most objects have a few, which are found sooner by going
/// through them than by a set that has to be made first.
struct RequiredNames {
    private var few: [Schema.RequiredName] = []
    private var many: Set<String> = []

    init(_ names: [Schema.RequiredName]) {
        if names.count > 12 { many = Set(names.map(\.name)) } else { few = names }
    }

    init(_ names: Set<String>) {
        many = names
    }

    func contains(_ name: String) -> Bool {
        for index in few.indices where few[index].name == name { return true }
        return many.contains(name)
    }

    mutating func formIntersection(_ others: RequiredNames) {
        few.removeAll { !others.contains($0.name) }
        many = many.filter(others.contains)
    }
}

struct TupleShape {
    var elements: [SchemaID]
    /// How many elements there are at least.
    var required: Int
    /// The elements behind the others, where the description says what they are.
    var rest: SchemaID?
    /// Whether there may be elements behind the others.
    var allowsMore: Bool
}

struct UnionShape {
    var branches: [SchemaID]
    var discriminator: Schema.Discriminator?
    /// Branches that are plain JSON types, where a `type` list makes the union.
    var scalarTypes: [SchemaType] = []
}
