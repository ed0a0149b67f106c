import CallsignDiagnostics
import CallsignOpenAPI
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
        case mixedEnumeration = "enumeration-of-mixed-types"
        case composition = "composition-without-a-common-shape"
        case empty = "matches-nothing"
        case depth = "too-deep"
    }
}

/// A scalar's JSON types, format and hints, from which the format table makes a Swift type.
struct ScalarShape {
    /// Without `null`; several where JSON may write either form.
    var types: [SchemaType]
    var format: String?
    var hint: String?
    var contentEncoding: String?
    var formatMark: SourceMark?
    var mark: SourceMark
}

struct EnumerationShape {
    struct Value {
        var node: Node
        var text: String
        var integer: Int64?
    }

    var isInteger: Bool
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
    }

    var properties: [Property]
    var required: Set<String>
    var additional: Schema.AdditionalProperties?
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
