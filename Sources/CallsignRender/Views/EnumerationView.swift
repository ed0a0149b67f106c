import CallsignPlan

/// An enumeration of raw values.
struct EnumerationSource {
    let plan: EnumerationPlan
    let type: TypeSource

    init(_ plan: EnumerationPlan, of type: TypeSource) {
        self.plan = plan
        self.type = type
        type.context.useRuntime(.conformance)
        if plan.isOpen { type.context.noteValues(plan.cases, of: type.plan.name) }
    }

    static let view: ViewShape<EnumerationSource> = ViewShape("enumeration", "An enumeration of raw values.") {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.type.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.type.documentation }
        fields.text("name", "The type's name.") { $0.type.name }
        fields.text("rawType", "The raw values' type.") {
            switch $0.plan.rawType {
            case .string: "String"
            case .int: "Int"
            case .double: "Double"
            case .json: "\($0.type.context.runtimePrefix)JSONValue"
            }
        }
        fields.flag("isOpen", "Whether values that the description doesn't name are kept.") { $0.plan.isOpen }
        fields.objects("cases", "The values that the description names.", EnumerationCaseView.view) { $0.plan.cases }
        fields.extensions { $0.type.extensions }
    }
}

enum EnumerationCaseView {
    static let view: ViewShape<EnumerationPlan.Case> = ViewShape("case", "A value that the description names.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.documentation.paragraphs)
        }
        fields.text("name", "The case's name.") { .identifier($0.name) }
        fields.text("value", "The raw value, as a literal.") { Literal.source(of: $0.value) }
    }
}
