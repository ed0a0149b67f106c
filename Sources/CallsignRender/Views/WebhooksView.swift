import CallsignPlan

/// The type that names the requests that an API sends to an app.
struct WebhooksSource {
    let plan: WebhooksPlan
    let context: RenderContext

    init(_ plan: WebhooksPlan, _ context: RenderContext) {
        self.plan = plan
        self.context = context
        context.useRuntime(.exposed)
    }

    static let view: ViewShape<WebhooksSource> = ViewShape(
        "webhooks", "The type that names the requests that an API sends to an app."
    ) { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.text("name", "The type's name.") { .identifier($0.plan.name) }
        fields.text("api", "The API's title.") { .comment($0.context.plan.apiTitle) }
        fields.objects("webhooks", "The kinds of requests.", WebhookSource.view) { source in
            source.plan.webhooks.map { WebhookSource(plan: $0, context: source.context) }
        }
        fields.flag("areSigned", "Whether the configuration says how requests are signed.") {
            !$0.plan.signatures.isEmpty
        }
        fields.objects("signatures", "How they are signed, what is preferred first.", WebhookSignatureView.view) {
            $0.plan.signatures
        }
    }
}

/// A kind of request.
struct WebhookSource {
    let plan: WebhookPlan
    let context: RenderContext

    static let view: ViewShape<WebhookSource> = ViewShape("webhook", "A kind of request.") { fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.documentation.paragraphs)
        }
        fields.text("name", "The property's name.") { .identifier($0.plan.name) }
        fields.text("wireName", "The name in the description, as a literal.") { .literal($0.plan.wireName) }
        fields.text("payload", "The type of what the request says.") { $0.context.type($0.plan.payload) }
    }
}

enum WebhookSignatureView {
    static let view: ViewShape<WebhookSignaturePlan> = ViewShape("signature", "How requests are signed.") { fields in
        fields.texts("arguments", "The arguments of the scheme's initializer.") { arguments(of: $0) }
    }

    private static func arguments(of plan: WebhookSignaturePlan) -> [SafeText] {
        var arguments: [SafeText] = [.literal(plan.name), "signatures: \(list(.literals(plan.headers)))"]
        if !plan.prefix.isEmpty { arguments.append("prefix: \(.literal(plan.prefix))") }
        if let separator = plan.separator { arguments.append("separator: \(.literal(separator))") }
        if plan.algorithm == .hmacSHA1 { arguments.append("algorithm: .hmacSHA1") }
        if plan.encoding == .hexadecimal { arguments.append("encoding: .hexadecimal") }
        if !plan.methods.isEmpty { arguments.append("methods: \(list(.literals(plan.methods)))") }
        arguments.append("text: \(list(plan.text.map(part)))")
        return arguments
    }

    private static func part(_ part: WebhookSignaturePlan.Part) -> SafeText {
        switch part {
        case .literal(let text): ".literal(\(.literal(text)))"
        case .header(let name): ".header(\(.literal(name)))"
        case .url: ".url"
        case .urlBase: ".urlBase"
        case .body: ".body"
        case .form: ".form"
        case .parameters: ".parameters"
        }
    }

    private static func list(_ elements: [SafeText]) -> SafeText { "[\(elements.joined(by: ", "))]" }
}
