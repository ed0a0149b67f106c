import CallsignPlan

/// A function that sends a request.
struct FunctionSource {
    let signature: MethodSignature
    var access: SafeText
    var documentation: SafeLines
    var name: Identifier
    var parameters: [Parameter]
    /// What is put into the call one by one.
    var settings: [CallSetting]
    /// What is put into the call at last.
    var furtherSettings: [CallSetting]
    var result: CallResult
    var followsPages = false
    /// What the request accepts where the usual doesn't do.
    var accept: String?

    private var method: MethodPlan { signature.method }
    private var context: RenderContext { signature.context }

    private init(_ signature: MethodSignature, _ documentation: SafeLines) {
        let method = signature.method
        let context = signature.context
        self.signature = signature
        access = context.access
        name = signature.callName
        parameters = signature.parameters + [.options(context)]
        let settings = CallSettings(signature: signature)
        self.settings = settings.first
        furtherSettings = settings.last
        result = CallResult(method.response, context, throwing: signature.error)
        accept = method.response.accept
        self.documentation = documentation
    }

    /// The method itself, or the one for a page of the list.
    init(_ signature: MethodSignature) {
        let name = signature.method.name
        self.init(
            signature,
            signature.method.pages == nil
                ? signature.documentation()
                : ["/// One page of ``\(signature.link(name, further: []))``, with its envelope."])
    }

    /// The form of the method that is answered at once and has its result posted to a callback.
    init(_ plan: AsynchronousPlan, of signature: MethodSignature) {
        let context = signature.context
        let hasOutcome = OutcomeSource(signature) != nil
        self.init(signature, signature.asynchronousDocumentation(readBy: hasOutcome ? plan.outcomeMethod : nil))
        name = signature.method.name
        parameters =
            signature.parameters + [
                Parameter(declaration: "reportingTo callback", type: "\(context.runtimePrefix)CallbackTarget"),
                .options(context),
            ]
        furtherSettings += CallSettings.callback(plan)
        result = CallResult(plan.receipt, context)
    }

    /// A form of the method that gives the answer while it arrives, or as other content.
    init(_ plan: StreamingPlan, of signature: MethodSignature) {
        let context = signature.context
        let what: SafeText =
            plan.value.format.isStreamed
            ? "gives \(CallResult.streamedParts(plan.value.format)) while they arrive"
            : "answers with \(.comment("`\(plan.value.accept ?? "")`"))"
        self.init(signature, ["/// Like ``\(signature.link)``, but \(what)."])
        name = plan.name
        let isStreamed = plan.value.format.isStreamed && plan.value.format != .stream
        settings = CallSettings(signature: signature, isStreamed: isStreamed).first
        result = CallResult(.value(plan.value), context, throwing: signature.error)
        accept = plan.value.accept
    }

    /// The function for the page at an address, where pages name the address of the next one.
    func following() -> FunctionSource {
        var function = self
        function.access = "private "
        function.documentation = []
        function.followsPages = true
        function.parameters.insert(
            Parameter(declaration: "following", type: "String?"), at: function.parameters.count - 1)
        return function
    }

    private var byStatus: ResponseSource? {
        guard result.isByStatus, case .byStatus(let name, let cases) = method.response else { return nil }
        return ResponseSource(name: name, cases: cases, signature: signature)
    }

    private var encodesRequest: Bool {
        if case .structure = method.request { true } else { false }
    }

    private var hasSettings: Bool {
        !settings.isEmpty || encodesRequest || !furtherSettings.isEmpty || followsPages || method.security != nil
            || method.server != nil
            || method.idempotencyKeyHeader != nil || method.isIdempotent != nil || accept != nil
    }

    private var httpMethod: SafeText {
        switch method.httpMethod {
        case "GET": ".get"
        case "HEAD": ".head"
        case "POST": ".post"
        case "PUT": ".put"
        case "DELETE": ".delete"
        case "CONNECT": ".connect"
        case "OPTIONS": ".options"
        case "TRACE": ".trace"
        case "PATCH": ".patch"
        default: "\(context.runtimePrefix)HTTPRequest.Method(rawValue: \(.literal(method.httpMethod))) ?? .post"
        }
    }

    static let view: ViewShape<FunctionSource> = ViewShape("function", "A function that sends a request.") { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.flag("isDeprecated", "Whether the API deprecates the operation.") { $0.method.isDeprecated }
        fields.text("name", "The function's name.") { .identifier($0.name) }
        fields.objects("parameters", "Its parameters.", Parameter.view) { $0.parameters }
        fields.text("error", "The type of the errors that it throws.") { $0.signature.error }
        fields.text("result", "The type of what it returns; empty for nothing.") { $0.result.type }
        fields.text("keyword", "`var` or `let`, for the call.") { $0.hasSettings ? "var" : "let" }
        fields.text("operation", "The operation's name, as a string literal.") { .literal($0.method.operationName) }
        fields.text("httpMethod", "The HTTP method, such as `.get`.") { $0.httpMethod }
        fields.text("path", "The path, as a string literal.") { .literal($0.method.path) }
        fields.objects("settings", "What is put into the call one by one.", CallSetting.view) {
            $0.settings
        }
        fields.flag("encodesRequest", "Whether a request puts in its own behind `settings`.") { $0.encodesRequest }
        fields.objects("furtherSettings", "What is put into the call at last.", CallSetting.view) {
            $0.furtherSettings
        }
        fields.flag("followsPages", "Whether it takes the address of a page.") { $0.followsPages }
        fields.text("security", "The security alternatives where they aren't the client's.") { source in
            source.method.security.map { alternatives in
                let lists = alternatives.map { "[\([SafeText].literals($0).joined(by: ", "))]" as SafeText }
                return "[\(lists.joined(by: ", "))]"
            }
        }
        fields.text("server", "The server where it isn't the client's, as a string literal.") {
            $0.method.server.map { .literal($0.url) }
        }
        fields.text("accept", "What the request accepts where the usual doesn't do, as a string literal.") {
            $0.accept.map { .literal($0) }
        }
        fields.text("idempotencyKeyHeader", "The header that takes an idempotency key, as a string literal.") {
            $0.method.idempotencyKeyHeader.map { .literal($0) }
        }
        fields.text("isIdempotent", "Whether it may be repeated, where its HTTP method says otherwise.") {
            $0.method.isIdempotent.map { .bool($0) }
        }
        fields.text("send", "The function of `ClientCore` that sends it.") { $0.result.send }
        fields.flag("isReturned", "Whether what it gives is returned.") { $0.result.isReturned }
        fields.object("byStatus", "How the status says what is returned.", ResponseSource.view) { $0.byStatus }
        fields.extensions { $0.context.plan.extensions[$0.method.mark] }
    }
}

/// What a function gives back, and the function of `ClientCore` that gets it.
struct CallResult {
    var type: SafeText?
    var send: SafeText
    var isReturned: Bool
    var isByStatus = false

    init(_ response: ResponsePlan, _ context: RenderContext, throwing error: SafeText) {
        switch response {
        case .none: self.init(type: nil, send: "noContent", isReturned: false)
        case .byStatus(let name, _):
            self.init(type: .identifier(name), send: "response", isReturned: false, isByStatus: true)
        case .value(let value):
            switch value.format {
            case .json: self.init(value.type, context)
            case .text: self.init(type: "String", send: "text", isReturned: true)
            case .binary:
                context.useFoundation(.exposed)
                self.init(type: "\(context.foundationPrefix)Data", send: "data", isReturned: true)
            case .events, .lines, .records, .stream:
                self.init(streamed: value, context, throwing: error)
            }
        }
    }

    private init(streamed value: ResponseValuePlan, _ context: RenderContext, throwing error: SafeText) {
        let prefix = context.runtimePrefix
        let value: (type: SafeText, send: SafeText) =
            switch value.format {
            case .events: ("\(prefix)EventStream<\(context.type(value.type)), \(error)>", "events")
            case .records: ("\(prefix)JSONLineStream<\(context.type(value.type)), \(error)>", "records")
            case .stream: ("\(prefix)ResponseStream<\(error)>", "stream")
            default: ("\(prefix)JSONLineStream<\(context.type(value.type)), \(error)>", "lines")
            }
        self.init(type: value.type, send: value.send, isReturned: true)
    }

    /// What a stream is made of, in a sentence.
    static func streamedParts(_ format: ResponseValuePlan.Format) -> SafeText {
        switch format {
        case .events: "events"
        case .stream: "the bytes"
        default: "the values"
        }
    }

    /// JSON of a type.
    init(_ type: TypeReference, _ context: RenderContext) {
        self.init(type: context.type(type), send: "value", isReturned: true)
    }

    private init(type: SafeText?, send: SafeText, isReturned: Bool, isByStatus: Bool = false) {
        self.type = type
        self.send = send
        self.isReturned = isReturned
        self.isByStatus = isByStatus
    }
}
