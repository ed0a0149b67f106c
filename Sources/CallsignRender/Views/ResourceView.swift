import CallsignPlan

/// A group of operations.
struct ResourceSource {
    let plan: ResourcePlan
    /// The types that it is nested in, outermost first.
    let parents: [Identifier]
    let context: RenderContext

    init(_ plan: ResourcePlan, parents: [Identifier], _ context: RenderContext) {
        self.plan = plan
        self.parents = parents
        self.context = context
        context.useRuntime(plan.methods.isEmpty ? .inside : .exposed)
    }

    static let view: ViewShape<ResourceSource> = ViewShape("resource", "A group of operations.") { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.documentation.paragraphs)
        }
        fields.text("parent", "The type that it is nested in.") { $0.parent }
        fields.text("name", "The type's name.") { .identifier($0.plan.typeName) }
        fields.objects("children", "The groups nested in it.", ResourcePropertyView.view) { $0.plan.children }
        fields.objects("methods", "Its operations.", MethodSource.view) { $0.methods }
    }

    private var parent: SafeText { parents.map { SafeText.identifier($0) }.joined(by: ".") }

    private var methods: [MethodSource] {
        plan.methods.map { MethodSource(signature: MethodSignature($0, context)) }
    }
}

/// All that is generated for an operation.
struct MethodSource {
    let signature: MethodSignature

    private var plan: MethodPlan { signature.method }
    private var context: RenderContext { signature.context }

    private var function: FunctionSource {
        let function = FunctionSource(signature)
        if case .nextURL = plan.pages?.position { return function.following() }
        return function
    }

    static let view: ViewShape<MethodSource> = ViewShape("method", "All that is generated for an operation.") {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.object("pages", "The method that gives a list page by page.", PagesSource.view) { $0.pages }
        fields.object("function", "The function that sends the request.", FunctionSource.view) { $0.function }
        fields.object("asynchronous", "The form with a callback.", FunctionSource.view) { $0.asynchronous }
        fields.objects(
            "streamings", "The forms that give the answer while it arrives, or as other content.", FunctionSource.view
        ) {
            source in
            source.plan.streamings.map { FunctionSource($0, of: source.signature) }
        }
        fields.object("outcome", "The function that reads what is posted to the callback.", OutcomeSource.view) {
            OutcomeSource($0.signature)
        }
        fields.object("request", "What the method sends, where it is a structure of its own.", StructureSource.view) {
            $0.request
        }
        fields.object("response", "What the operation answers with, where the status decides.", ResponseSource.view) {
            $0.response
        }
        fields.object("headers", "The type of the headers that the operation answers with.", HeadersSource.view) {
            HeadersSource($0.signature)
        }
    }

    private var pages: PagesSource? { plan.pages.map { PagesSource(pages: $0, signature: signature) } }

    private var asynchronous: FunctionSource? { plan.asynchronous.map { FunctionSource($0, of: signature) } }

    private var request: StructureSource? {
        guard case .structure(let request) = plan.request else { return nil }
        return StructureSource(request, of: signature)
    }

    private var response: ResponseSource? {
        guard case .byStatus(let name, let cases) = plan.response else { return nil }
        return ResponseSource(name: name, cases: cases, signature: signature)
    }
}

/// The function that reads the result of an asynchronous request.
struct OutcomeSource {
    let signature: MethodSignature
    let name: Identifier
    /// Nothing where the result is only that it is done: a failure can be posted all the same.
    let type: TypeReference?

    /// Nothing where the operation has no callback, or no result that could be posted.
    init?(_ signature: MethodSignature) {
        guard let plan = signature.method.asynchronous else { return nil }
        switch signature.method.response {
        case .none: type = nil
        case .value(let value) where value.format == .json: type = value.type
        case .value, .byStatus: return nil
        }
        self.signature = signature
        name = plan.outcomeMethod
        signature.context.useFoundation(.exposed)
    }

    private var documentation: SafeLines {
        let link = signature.link(signature.method.name, further: ["reportingTo"])
        return [
            type == nil
                ? "/// Throws what made ``\(link)`` fail, and nothing where it is done."
                : "/// The result of ``\(link)``.",
            "///",
            "/// - Parameter body: The body that the API posted to the callback.",
        ]
    }

    static let view: ViewShape<OutcomeSource> = ViewShape(
        "outcome", "The function that reads what is posted to a callback."
    ) {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") {
            $0.signature.context.access
        }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.text("name", "The function's name.") { .identifier($0.name) }
        fields.text("error", "The type of the errors that it throws.") { $0.signature.error }
        fields.text("result", "The result's type; empty for nothing.") { source in
            source.type.map { source.signature.context.type($0) }
        }
        fields.text("read", "The function of `ClientCore` that reads it.") {
            $0.type == nil ? "noContentOutcome" : "outcome"
        }
        fields.text("operation", "The operation's name, as a string literal.") {
            .literal($0.signature.method.operationName)
        }
    }
}
