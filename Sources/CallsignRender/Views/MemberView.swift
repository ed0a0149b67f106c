import CallsignPlan

/// A property of a structure. A class, because what a structure has is sorted out several times, and each copy of all
/// its parts took as long as to write it. For the same reason, it leaves the member where it is, among its structure's.
final class MemberSource {
    private let plans: [MemberPlan]
    private let index: Int
    let context: RenderContext
    /// Whether callers may change it.
    let isMutable: Bool
    /// How it becomes a part, where it is one of a form with files.
    let part: PartType?
    /// The place in an array, of a member that is an element and not a key.
    let place: Int?
    /// Whether it is a whole body of bytes, which may come off the disk.
    let isRawBody: Bool

    init(
        _ index: Int, of plans: [MemberPlan], _ context: RenderContext, isMutable: Bool, part: PartType? = nil,
        place: Int? = nil, isRawBody: Bool = false
    ) {
        self.plans = plans
        self.index = index
        self.place = place
        self.context = context
        self.isMutable = isMutable
        self.part = part
        self.isRawBody = isRawBody
    }

    var plan: MemberPlan { plans[index] }

    var bareType: SafeText {
        if isRawBody { return RawBody.type(context) }
        let type = context.type(plan.type)
        guard plan.tellsNull else { return type }
        context.useRuntime(.exposed)
        return "\(context.runtimePrefix)Nullable<\(type)>"
    }
    var type: SafeText { plan.isOptional ? "\(bareType)?" : bareType }
    var isFixed: Bool { plan.fixedValue != nil }
    /// Whether the value is kept in a property of another name: boxed, or where using a deprecated name would warn.
    var isIndirect: Bool { !isFixed && (plan.isBoxed || plan.isDeprecated) }
    /// The property that holds the value, which no member's name can be.
    var storage: SafeText { isIndirect ? "_\(.plainName(plan.name))" : .identifier(plan.name) }
    private var boxName: SafeText { "\(context.runtimePrefix)Box" }
    var box: SafeText { plan.isOptional ? "\(boxName)<\(bareType)>?" : "\(boxName)<\(bareType)>" }

    /// The member's value within the structure's own functions, whose variables have names too.
    var value: SafeText {
        if let fixed = plan.fixedValue { return Literal.source(of: fixed) }
        return plan.isBoxed ? storedValue : ownReference
    }

    /// The stored property within the structure's own functions.
    var ownReference: SafeText {
        switch plan.name.text {
        case "call", "decoder", "encoder", "fields", "form": "self.\(storage)"
        default: storage
        }
    }

    var parameter: Parameter {
        Parameter(declaration: .identifier(plan.name), type: type, defaultValue: plan.isOptional ? "nil" : nil)
    }

    /// The value as the property's getter reads it.
    var storedValue: SafeText {
        if !plan.isBoxed { return storage }
        return plan.isOptional ? "\(storage)?.value" : "\(storage).value"
    }

    /// A value as storage holds it.
    func stored(_ value: SafeText) -> SafeText {
        if !plan.isBoxed { return value }
        return plan.isOptional ? "\(value).map { \(boxName)($0) }" : "\(boxName)(\(value))"
    }

    /// The type of a fixed value, which is never written but as its literal.
    var fixedType: SafeText {
        switch plan.fixedValue {
        case .string: "String"
        case .bool: "Bool"
        case .integer: "Int"
        case .double: "Double"
        case nil: type
        }
    }

    static let view: ViewShape<MemberSource> = ViewShape(
        "member", "A property of a structure, which is a key of a JSON object."
    ) {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.documentation.paragraphs)
        }
        fields.flag("isDeprecated", "Whether the API deprecates it.") { $0.plan.isDeprecated }
        fields.text("name", "The property's name.") { .identifier($0.plan.name) }
        fields.text("type", "The type.") { $0.isFixed ? $0.fixedType : $0.type }
        fields.text("wireName", "The key, as a string literal; the place, of an element of an array.") {
            $0.place.map { .integer($0) } ?? .literal($0.plan.wireName)
        }
        fields.flag("isElement", "Whether it is an element of an array and not a key.") { $0.place != nil }
        fields.flag("isFixed", "Whether the value is always the same, `value`.") { $0.isFixed }
        fields.flag("isStored", "Whether it is a stored property of its own name.") { !$0.isFixed && !$0.isIndirect }
        fields.flag("isIndirect", "Whether it is read from and written to `storage`.") { $0.isIndirect }
        fields.flag("isBoxed", "Whether storage is a `Box`.") { $0.plan.isBoxed }
        fields.flag("isOptional", "Whether the key may be absent.") { $0.plan.isOptional }
        fields.extensions { $0.context.plan.extensions[$0.plan.mark] }
        fields.flag("isMutable", "Whether callers may change it.") { $0.isMutable }
        fields.text("storage", "The stored property.") { $0.storage }
        fields.text("storageType", "The stored property's type.") { $0.plan.isBoxed ? $0.box : $0.type }
        fields.text("reference", "The stored property inside of the structure's functions.") { $0.ownReference }
        fields.text("value", "The value inside of the structure's functions.") { $0.value }
        fields.text("storedValue", "The value as storage holds it.") { $0.storedValue }
        fields.text("newStoredValue", "A new value as storage holds it.") { $0.stored("newValue") }
        fields.text("initialValue", "The argument as storage holds it.") { $0.stored(.identifier($0.plan.name)) }
        fields.flag("isWrittenAlways", "Whether the key is written in any case.") {
            $0.isFixed || !$0.plan.isOptional
        }
        fields.text("coding", "The `FieldCoding`, such as `.dateTime`; empty where the type codes itself.") {
            if $0.isFixed { return nil }
            let coding = Coding(context: $0.context).expression(for: $0.plan.type)
            return $0.plan.tellsNull ? coding.map { ".nullable(\($0))" } : coding
        }
        fields.text("partMethod", "The method of `MultipartForm` that adds it as a part.") { source in
            source.part?.method(source.plan.type)
        }
        fields.text("partCoding", "The `FieldCoding` of a part; empty where it needs none.") { source in
            source.isFixed ? nil : source.part?.coding(source.plan.type)
        }
    }
}

/// Literals of fixed values.
enum Literal {
    static func source(of value: LiteralValue) -> SafeText {
        switch value {
        case .string(let text): .literal(text)
        case .bool(let bool): .bool(bool)
        case .integer(let integer): .integer(integer)
        case .double(let double): .double(double)
        }
    }
}

/// The type of a whole body of bytes.
enum RawBody {
    static func type(_ context: RenderContext) -> SafeText {
        context.useRuntime(.exposed)
        return "\(context.runtimePrefix)RequestBody"
    }

    static func isRaw(_ format: BodyFormat?) -> Bool {
        if case .binary = format { true } else { false }
    }
}
