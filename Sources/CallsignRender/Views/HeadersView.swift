import CallsignPlan

/// The type of the headers of a response.
struct HeadersSource {
    let name: Identifier
    let documentation: SafeLines
    /// Another name of the type, which more than one place has.
    var target: Identifier?
    let members: [HeaderSource]
    let context: RenderContext

    private init(
        _ plan: HeadersPlan, named name: Identifier, _ documentation: SafeLines, target: Identifier?,
        _ context: RenderContext
    ) {
        self.name = name
        self.documentation = documentation
        self.target = target
        members = target == nil ? plan.members.map { HeaderSource(plan: $0, context: context) } : []
        self.context = context
        context.useRuntime(.exposed)
    }

    /// The headers that more than one place has; nothing for others.
    init?(shared plan: HeadersPlan, _ context: RenderContext) {
        guard let name = plan.name else { return nil }
        self.init(plan, named: name, ["/// Headers that several responses have."], target: nil, context)
    }

    /// The headers of what a method answers with.
    init?(_ signature: MethodSignature) {
        guard let reference = signature.method.headers else { return nil }
        let context = signature.context
        let plan = context.plan.headers[reference.index]
        let link = signature.link
        self.init(
            plan, named: reference.name, ["/// The headers of what ``\(link)`` answers with."], target: plan.name,
            context)
    }

    /// The headers of a failure.
    init?(_ failure: ErrorPlan.Case, _ context: RenderContext) {
        guard let reference = failure.headers else { return nil }
        let plan = context.plan.headers[reference.index]
        let name = SafeText.plainName(failure.name)
        self.init(
            plan, named: reference.name, ["/// The headers of ``\(name)(_:)``."], target: plan.name, context)
    }

    static let view: ViewShape<HeadersSource> = ViewShape("headers", "The type of the headers of a response.") {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.text("name", "The type's name.") { .identifier($0.name) }
        fields.text("target", "The type that it is another name for; empty for a type of its own.") {
            $0.target.map { .identifier($0) }
        }
        fields.objects("members", "The headers.", HeaderSource.view) { $0.members }
    }
}

/// A header of a response.
struct HeaderSource {
    let plan: HeaderPlan
    let context: RenderContext

    static let view: ViewShape<HeaderSource> = ViewShape("header", "A header of a response.") { fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.documentation.paragraphs)
        }
        fields.flag("isDeprecated", "Whether the API deprecates it.") { $0.plan.isDeprecated }
        fields.text("name", "The property's name.") { .identifier($0.plan.name) }
        fields.text("type", "The type of its value, without the optional.") { $0.context.type($0.plan.type) }
        fields.text("wireName", "The header's name, as a string literal.") { .literal($0.plan.wireName) }
        fields.text("function", "The function of `HeaderFields` that reads it.") {
            $0.plan.form == .json ? "json" : "value"
        }
        fields.flag("isExploded", "Whether the members of an object are written as `name=value`.") {
            $0.plan.form == .simple(explode: true)
        }
        fields.text("coding", "The `FieldCoding`, such as `.mailDate`; empty where the type codes itself.") {
            Coding(context: $0.context).expression(for: $0.plan.type)
        }
    }
}
