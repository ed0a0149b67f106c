import CallsignPlan

/// An argument of the client's initialiser.
struct CredentialArgument {
    let name: Identifier
    let documentation: Documentation
    let variable: String?
    /// Whether a client can be made without it.
    var isOptional = false

    var parameter: Parameter {
        Parameter(
            declaration: .identifier(name), type: isOptional ? "String?" : "String",
            defaultValue: isOptional ? "nil" : nil)
    }
}

extension AuthenticationPlan.Kind {
    /// The function of `Authentication` that makes the credentials.
    var function: SafeText {
        switch self {
        case .basic: "basic"
        case .bearer: "bearer"
        case .apiKeyHeader: "apiKeyHeader"
        case .apiKeyQuery: "apiKeyQuery"
        case .apiKeyCookie: "apiKeyCookie"
        }
    }

    /// Its arguments.
    ///
    /// - Parameter secret: an expression for the secret, in place of the argument of the client.
    func values(secret: SafeText?) -> [SafeText] {
        switch self {
        case .basic(let username, let password):
            ["username: \(.identifier(username))", "password: \(secret ?? .identifier(password))"]
        case .bearer(let token): ["token: \(secret ?? .identifier(token))"]
        case .apiKeyHeader(let name, let key), .apiKeyQuery(let name, let key), .apiKeyCookie(let name, let key):
            ["name: \(.literal(name))", "key: \(secret ?? .identifier(key))"]
        }
    }

    /// The initialiser's arguments that it takes, the secret one last.
    var arguments: [Identifier] {
        switch self {
        case .basic(let username, let password): [username, password]
        case .bearer(let token): [token]
        case .apiKeyHeader(_, let key), .apiKeyQuery(_, let key), .apiKeyCookie(_, let key): [key]
        }
    }
}

enum CredentialView {
    static let view: ViewShape<AuthenticationPlan.Scheme> = ViewShape(
        "credential", "The credentials of a security scheme."
    ) { fields in
        fields.text("scheme", "The scheme's name, as a string literal.") { .literal($0.name) }
        fields.text("kind", "The function of `Authentication`.") {
            $0.isOptional ? "\($0.kind.function)IfGiven" : $0.kind.function
        }
        fields.texts("arguments", "Its arguments.") { $0.kind.values(secret: nil) }
    }
}

/// An initialiser whose secret is asked for before each request.
struct RotationSource {
    let secret: CredentialArgument
    let scheme: AuthenticationPlan.Scheme
    let arguments: [CredentialArgument]
    let settings: [Parameter]
    let settingsDocumentation: SafeLines

    private var parameters: [Parameter] {
        arguments.map { argument in
            guard argument.name == secret.name else { return argument.parameter }
            return Parameter(
                declaration: .identifier(argument.name), type: "@escaping @Sendable () async throws -> String")
        } + settings
    }

    private var parameterDocumentation: SafeLines {
        let asked = Documentation([
            "Asked before each request, so it should keep what is valid.", secret.documentation.paragraphs.first,
        ])
        return ["/// - Parameters:"]
            + ParameterDocumentation.items(
                arguments.map { ($0.name, $0.name == secret.name ? asked : $0.documentation) })
            + settingsDocumentation
    }

    static let view: ViewShape<RotationSource> = ViewShape(
        "rotation", "An initialiser whose one secret is asked for before each request."
    ) { fields in
        fields.objects("parameters", "Its parameters.", Parameter.view) { $0.parameters }
        fields.lines("parameterDocumentation", "The lines of the comment that describes them.") {
            $0.parameterDocumentation
        }
        fields.text("scheme", "The security scheme's name, as a string literal.") { .literal($0.scheme.name) }
        fields.text("kind", "The function of `Authentication`.") { $0.scheme.kind.function }
        fields.texts("arguments", "Its arguments, the secret as it is asked for.") {
            $0.scheme.kind.values(secret: "try await \(.identifier($0.secret.name))()")
        }
        fields.texts("forwarded", "The arguments of the other initialiser, with an empty secret.") { source in
            source.arguments.map { argument in
                let name: SafeText = .identifier(argument.name)
                return argument.name == source.secret.name ? "\(name): \"\"" : "\(name): \(name)"
            } + ServerChoiceSource.forwarded(source.settings)
        }
    }
}

/// A client for another account.
struct ActingSource {
    let plan: ClientPlan
    let secret: (argument: CredentialArgument, scheme: AuthenticationPlan.Scheme)?

    private var parameters: [Parameter] {
        let own = plan.parameters.map { Parameter(declaration: .identifier($0.name), type: "String") }
        guard let secret else { return own }
        return own + [Parameter(declaration: .identifier(secret.argument.name), type: "String?", defaultValue: "nil")]
    }

    private var parameterDocumentation: SafeLines {
        var items = plan.parameters.map { ($0.name, $0.documentation) }
        if let secret {
            items.append(
                (secret.argument.name, Documentation(["The other account's; where it is `nil`, credentials stay."])))
        }
        return ["/// - Parameters:"] + ParameterDocumentation.items(items)
    }

    static let view: ViewShape<ActingSource> = ViewShape("acting", "A client for another account.") { fields in
        fields.objects("parameters", "The function's parameters.", Parameter.view) { $0.parameters }
        fields.lines("parameterDocumentation", "The lines of the comment that describes them.") {
            $0.parameterDocumentation
        }
        fields.objects("pathParameters", "Parameters of paths that every call has.", PathParameterView.view) {
            $0.plan.parameters
        }
        fields.text("secret", "The secret's argument; empty where there isn't exactly one.") {
            ($0.secret?.argument.name).map { .identifier($0) }
        }
        fields.text("scheme", "Its security scheme's name, as a string literal.") {
            ($0.secret?.scheme.name).map { .literal($0) }
        }
        fields.text("kind", "The function of `Authentication`.") { $0.secret?.scheme.kind.function }
        fields.texts("arguments", "Its arguments, the secret as `secret`.") {
            $0.secret?.scheme.kind.values(secret: "secret") ?? []
        }
    }
}

enum RateLimitView {
    static let view: ViewShape<RateLimitPlan> = ViewShape("rateLimit", "A limit on requests.") { fields in
        fields.text("requests", "How many there may be.") { .integer($0.requests) }
        fields.text("seconds", "Within how many seconds.") { .integer($0.seconds) }
    }
}
