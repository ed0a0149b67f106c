import CallsignPlan

/// How values become parts of a multipart body.
struct PartType {
    let context: RenderContext
    /// Whether texts too are written as JSON.
    var isJSON = false

    /// The method of `MultipartForm` that adds it.
    func method(_ reference: TypeReference) -> SafeText {
        switch context.resolved(reference) {
        case .scalar(let scalar) where scalar.value == .file: "file"
        case .named(let id) where isChoice(id): "part"
        case .array(let element): listMethod(of: element)
        case let resolved: isText(resolved) ? "field" : "json"
        }
    }

    private func listMethod(of element: TypeReference) -> SafeText {
        switch context.resolved(element) {
        case .scalar(let scalar) where scalar.value == .file: "files"
        case .named(let id) where isChoice(id): "parts"
        case let resolved: isText(resolved) ? "field" : "jsonList"
        }
    }

    /// The coding of its values, or of the elements of a list that are JSON; empty where it needs none.
    func coding(_ reference: TypeReference) -> SafeText? {
        let coding = Coding(context: context)
        if case .array(let element) = context.resolved(reference), !isText(element) {
            return coding.expression(for: element)
        }
        return coding.expression(for: reference)
    }

    /// Whether the value is a text, or a list of texts. Any JSON is told by its value.
    private func isText(_ reference: TypeReference) -> Bool {
        if isJSON { return false }
        switch context.resolved(reference) {
        case .scalar, .json: return true
        case .named(let id):
            if case .enumeration = context.types.form(of: id) { return true }
            return false
        case .array(let inner), .optional(let inner): return isText(inner)
        case .map: return false
        }
    }

    private func isChoice(_ id: TypeID) -> Bool {
        if case .partChoice = context.types.form(of: id) { true } else { false }
    }
}

/// A part of a multipart body that is a file or something else.
struct PartChoiceSource {
    let plan: PartChoicePlan
    let type: TypeSource

    init(_ plan: PartChoicePlan, of type: TypeSource) {
        self.plan = plan
        self.type = type
        type.context.useRuntime(.exposed)
    }

    static let view: ViewShape<PartChoiceSource> = ViewShape(
        "partChoice", "An enumeration with a case for each type that a part of a form can have."
    ) {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.type.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.type.documentation }
        fields.text("name", "The type's name.") { $0.type.name }
        fields.text("conformances", "The protocols, with commas.") {
            ConformanceList.text($0.type.plan.conformances, ["\($0.type.context.runtimePrefix)MultipartPartEncodable"])
        }
        fields.objects("cases", "The cases.", PartCaseSource.view) { source in
            source.plan.cases.map { PartCaseSource(plan: $0, context: source.type.context) }
        }
    }
}

struct PartCaseSource {
    let plan: PartChoicePlan.Case
    let context: RenderContext

    private var part: PartType { PartType(context: context) }

    static let view: ViewShape<PartCaseSource> = ViewShape("partCase", "A type that a part of a form can have.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.documentation.paragraphs)
        }
        fields.text("name", "The case's name.") { .identifier($0.plan.name) }
        fields.text("type", "The type of its value.") { $0.context.type($0.plan.type) }
        fields.text("partMethod", "The method of `MultipartForm` that adds it as a part.") {
            $0.part.method($0.plan.type)
        }
        fields.text("partCoding", "The `FieldCoding` of the part; empty where it needs none.") {
            $0.part.coding($0.plan.type)
        }
    }
}
