import CallsignPlan

/// An initialiser of a client that has tokens of an OAuth 2 server by itself.
struct OAuthSource {
    enum Grant { case clientCredentials, refreshToken }

    let grant: Grant
    let plan: OAuthPlan
    let endpoint: OAuthPlan.Endpoint
    /// What the other initialisers ask for.
    let arguments: [CredentialArgument]
    let settings: [Parameter]
    let settingsDocumentation: SafeLines
    let context: RenderContext

    private var summary: SafeText {
        switch grant {
        case .clientCredentials: "Makes a client that has tokens for itself (OAuth 2, client credentials)."
        case .refreshToken: "Makes a client that has tokens for a user who has signed in (OAuth 2, refresh token)."
        }
    }

    private var others: [CredentialArgument] { arguments.filter { $0.name != plan.token } }

    private struct Own {
        let label: OAuthPlan.Label
        let type: SafeText
        var defaultValue: SafeText?
        let documentation: String

        var parameter: Parameter {
            Parameter(declaration: .identifier(label.identifier), type: type, defaultValue: defaultValue)
        }
    }

    /// The initialiser's own parameters.
    private var own: [Own] {
        let isRefreshing = grant == .refreshToken
        let scope: SafeText = plan.scopes.isEmpty ? "String" : .identifier(OAuthPlan.scopeType)
        var own = [Own(label: .clientID, type: "String", documentation: "The client's identifier at the OAuth server.")]
        own.append(
            isRefreshing
                ? Own(
                    label: .clientSecret, type: "String?", defaultValue: "nil",
                    documentation: "The secret that belongs to it, if it has any.")
                : Own(label: .clientSecret, type: "String", documentation: "The secret that belongs to it."))
        own += [
            Own(
                label: .scopes, type: "[\(scope)]", defaultValue: "[]",
                documentation: "What tokens are to allow; none for what the server allows by itself."),
            Own(
                label: .clientAuthentication, type: "\(context.runtimePrefix)OAuthClientAuthentication",
                defaultValue: ".basic", documentation: "How the server is shown identifier and secret."),
            Own(
                label: .endpoint, type: "\(context.runtimePrefix)OAuthEndpoint", defaultValue: endpointValue,
                documentation: "Where tokens are had."),
        ]
        if isRefreshing {
            let token = Own(
                label: .refreshToken, type: "String",
                documentation: "What the server gave when the user signed in, or later.")
            own.insert(token, at: 0)
            own.append(
                Own(
                    label: .onTokens, type: "(@Sendable (\(context.runtimePrefix)OAuthTokens) async -> Void)?",
                    defaultValue: "nil", documentation: "Told of new tokens, to keep the refresh token."))
        }
        return own
    }

    private var endpointValue: SafeText {
        switch endpoint {
        case .token(let url): ".token(\(.literal(url)))"
        case .metadata(let url): ".metadata(\(.literal(url)))"
        }
    }

    private var parameters: [Parameter] {
        others.filter { !$0.isOptional }.map(\.parameter) + own.map(\.parameter)
            + others.filter(\.isOptional).map(\.parameter) + settings
    }

    private var parameterDocumentation: SafeLines {
        let item = { (argument: CredentialArgument) in (argument.name, argument.documentation) }
        let names = own.map { ($0.label.identifier, Documentation([$0.documentation])) }
        return ["/// - Parameters:"]
            + ParameterDocumentation.items(
                others.filter { !$0.isOptional }.map(item) + names + others.filter(\.isOptional).map(item))
            + settingsDocumentation
    }

    private var values: [SafeText] {
        let scopes: SafeText = plan.scopes.isEmpty ? "scopes: scopes" : "scopes: scopes.map(\\.rawValue)"
        let shared: [SafeText] = [
            "endpoint: endpoint", "clientID: clientID", "clientSecret: clientSecret", scopes,
            "clientAuthentication: clientAuthentication",
        ]
        return grant == .refreshToken ? ["refreshToken"] + shared + ["onTokens: onTokens"] : shared
    }

    static let view: ViewShape<OAuthSource> = ViewShape(
        "oauth", "An initialiser of a client that has tokens of an OAuth 2 server by itself."
    ) { fields in
        fields.text("summary", "What it makes, as a sentence.") { $0.summary }
        fields.objects("parameters", "Its parameters.", Parameter.view) { $0.parameters }
        fields.lines("parameterDocumentation", "The lines of the comment that describes them.") {
            $0.parameterDocumentation
        }
        fields.text("scheme", "The security scheme's name, as a string literal.") { .literal($0.plan.scheme) }
        fields.text("kind", "The function of `Authentication`.") {
            $0.grant == .refreshToken ? "refreshToken" : "clientCredentials"
        }
        fields.texts("arguments", "Its arguments.") { $0.values }
        fields.texts("forwarded", "The arguments of the other initialiser, with an empty token.") { source in
            source.arguments.compactMap { argument in
                let name: SafeText = .identifier(argument.name)
                if argument.name != source.plan.token { return "\(name): \(name)" }
                return argument.isOptional ? nil : "\(name): \"\""
            } + ServerChoiceSource.forwarded(source.settings)
        }
    }
}

enum OAuthScopeView {
    static let view: ViewShape<OAuthPlan.Scope> = ViewShape("oauthScope", "Something that a token can allow.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.documentation.paragraphs)
        }
        fields.text("name", "The constant's name.") { .identifier($0.name) }
        fields.text("value", "The scope, as a string literal.") { .literal($0.value) }
    }
}
