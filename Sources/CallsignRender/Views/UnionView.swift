import CallsignPlan

/// A union of types.
final class UnionSource {
    let plan: UnionPlan
    let type: TypeSource
    /// In the order of the plan.
    private let cases: [UnionCaseSource]

    init(_ plan: UnionPlan, of type: TypeSource) {
        self.plan = plan
        self.type = type
        cases = plan.cases.indices.map { UnionCaseSource($0, of: plan.cases, type.context) }
        type.context.useRuntime(.exposed)
    }

    private var byDiscriminator: UnionChoicesSource? {
        guard case .discriminator(let property, let values) = plan.selection else { return nil }
        let choices = values.filter { cases.indices.contains($0.caseIndex) }
            .map { cases[$0.caseIndex].tagged($0.value) }
        return UnionChoicesSource(property: .literal(property), choices: choices, defaultCase: defaultCase)
    }

    private var defaultCase: UnionCaseSource? {
        guard let index = plan.defaultCase, cases.indices.contains(index) else { return nil }
        return cases[index]
    }

    private var byJSONType: UnionChoicesSource? {
        guard case .jsonType = plan.selection else { return nil }
        return UnionChoicesSource(choices: cases.filter { !$0.plan.jsonTypes.isEmpty })
    }

    private var inOrder: UnionChoicesSource? {
        guard case .inOrder = plan.selection else { return nil }
        return UnionChoicesSource(choices: plan.trial.filter(cases.indices.contains).map { cases[$0] })
    }

    static let view: ViewShape<UnionSource> = ViewShape(
        "union", "An enumeration with a case for each type that a value can have."
    ) {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.type.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.type.documentation }
        fields.text("name", "The type's name.") { $0.type.name }
        fields.text("conformances", "The protocols, with commas.") {
            ConformanceList.text(
                $0.type.plan.conformances, comparedAsSent: $0.type.isComparedAsSent ? $0.type.context : nil)
        }
        fields.flag("isIndirect", "Whether a value can contain another of its type directly.") { $0.plan.isIndirect }
        fields.objects("cases", "The cases but the one for unknown values.", UnionCaseSource.view) { $0.cases }
        fields.text("unknownCase", "The case that keeps a value which fits no other.") {
            .identifier($0.plan.unknownCase)
        }
        fields.flag("isDecoded", "Whether it is decoded.") { $0.type.plan.conformances.isDecodable }
        fields.flag("isEncoded", "Whether it is encoded.") { $0.type.plan.conformances.isEncodable }
        fields.extensions { $0.type.extensions }
        fields.object("byDiscriminator", "If a property's text says which case it is.", UnionChoicesSource.view) {
            $0.byDiscriminator
        }
        fields.object("byJSONType", "If the JSON type of a value says which case it is.", UnionChoicesSource.view) {
            $0.byJSONType
        }
        fields.object("inOrder", "If cases are tried one after the other.", UnionChoicesSource.view) { $0.inOrder }
    }
}

/// A type that a union's value can have. A class that leaves the case where it is, among its union's, because cases are
/// sorted out several times.
final class UnionCaseSource {
    private let plans: [UnionPlan.Case]
    private let index: Int
    let context: RenderContext
    /// The discriminator's text.
    let tag: String?

    init(_ index: Int, of plans: [UnionPlan.Case], _ context: RenderContext, tag: String? = nil) {
        self.plans = plans
        self.index = index
        self.context = context
        self.tag = tag
    }

    var plan: UnionPlan.Case { plans[index] }

    /// The case for a text of the discriminator.
    func tagged(_ tag: String) -> UnionCaseSource { UnionCaseSource(index, of: plans, context, tag: tag) }

    private var coding: SafeText? { Coding(context: context).expression(for: plan.type) }

    private var jsonType: SafeText {
        let types: [SafeText] = plan.jsonTypes.map {
            switch $0 {
            case .string: ".string"
            case .number: ".number"
            case .boolean: ".boolean"
            case .array: ".array"
            case .object: ".object"
            }
        }
        return types.joined(by: ", ")
    }

    static let view: ViewShape<UnionCaseSource> = ViewShape("unionCase", "A type that a union's value can have.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.documentation.paragraphs)
        }
        fields.text("name", "The case's name.") { .identifier($0.plan.name) }
        fields.text("type", "The type of its value.") { $0.context.type($0.plan.type) }
        fields.text("coding", "The `FieldCoding`; empty where the type codes itself.") { $0.coding }
        fields.text("tag", "The discriminator's text, as a string literal.") { $0.tag.map { .literal($0) } }
        fields.text("jsonType", "The JSON types, such as `.string` or `.string, .number`.") { $0.jsonType }
        fields.object("requirement", "What an object must have, where that tells it apart.", RequirementSource.view) {
            $0.plan.requiredKeys.isEmpty ? nil : RequirementSource(keys: $0.plan.requiredKeys)
        }
        fields.object("condition", "What an object's keys must say, where that tells it apart.", ConditionSource.view) {
            $0.plan.constants.isEmpty ? nil : ConditionSource(constants: $0.plan.constants)
        }
        fields.object("choice", "The only texts that a scalar has, where they tell it apart.", RequirementSource.view) {
            $0.plan.values.isEmpty ? nil : RequirementSource(keys: $0.plan.values)
        }
    }
}

/// The keys that tell an object apart.
struct RequirementSource {
    let keys: [String]

    static let view: ViewShape<RequirementSource> = ViewShape("requirement", "The keys that tell an object apart.") {
        fields in
        fields.texts("keys", "The keys, as string literals.") { .literals($0.keys) }
    }
}

/// What the keys of an object must say.
struct ConditionSource {
    let constants: [UnionPlan.Constant]

    static let view: ViewShape<ConditionSource> = ViewShape("condition", "What the keys of an object must say.") {
        fields in
        fields.objects("constants", "The keys with their values.", ConstantView.view) { $0.constants }
    }
}

enum ConstantView {
    static let view: ViewShape<UnionPlan.Constant> = ViewShape("constant", "A key of which the values are listed.") {
        fields in
        fields.text("key", "The key, as a string literal.") { .literal($0.property) }
        fields.texts("values", "Its values, as string literals.") { .literals($0.values) }
    }
}

/// The cases among which a value's own is found.
struct UnionChoicesSource {
    /// The discriminator.
    var property: SafeText?
    let choices: [UnionCaseSource]
    var defaultCase: UnionCaseSource?

    static let view: ViewShape<UnionChoicesSource> = ViewShape(
        "unionChoices", "The cases among which a value's own is found."
    ) {
        fields in
        fields.text("property", "The discriminator, as a string literal; empty for other ways.") { $0.property }
        fields.objects("choices", "The cases.", UnionCaseSource.view) { $0.choices }
        fields.object("defaultCase", "The case of all other values, if not the unknown one.", UnionCaseSource.view) {
            $0.defaultCase
        }
    }
}
