import CallsignPlan

/// The client itself.
struct ClientSource {
    let context: RenderContext

    init(_ context: RenderContext) {
        self.context = context
        context.useRuntime(.exposed)
    }

    private var plan: ClientPlan { context.plan }

    /// What the initialiser asks for: the client's parameters, and what the credentials need beside them.
    private var arguments: [CredentialArgument] {
        var arguments = plan.parameters.map { parameter in
            CredentialArgument(
                name: parameter.name, documentation: parameter.documentation,
                variable: parameter.environmentVariable)
        }
        for scheme in plan.authentication.schemes {
            for name in scheme.kind.arguments where !arguments.contains(where: { $0.name == name }) {
                let variable = scheme.environmentVariables.first { $0.argument == name }?.variable
                arguments.append(
                    CredentialArgument(
                        name: name, documentation: scheme.documentation, variable: variable,
                        isOptional: scheme.isOptional))
            }
        }
        return arguments.filter { !$0.isOptional } + arguments.filter(\.isOptional)
    }

    private var parameters: [Parameter] {
        arguments.map(\.parameter) + settings
    }

    private var server: Parameter? { plan.serverChoice.flatMap(ServerChoiceSource.parameter) }

    private var settings: [Parameter] {
        [server].compactMap { $0 } + options
    }

    private var options: [Parameter] {
        let configuration: SafeText = "\(context.runtimePrefix)ClientConfiguration"
        return [
            Parameter(declaration: "configuration", type: configuration, defaultValue: "\(configuration)()"),
            Parameter(
                declaration: "transport", type: "(any \(context.runtimePrefix)Transport)?", defaultValue: "nil"),
        ]
    }

    private var environment: EnvironmentSource? {
        let variables = arguments.compactMap { argument in
            argument.variable.map {
                EnvironmentVariableSource(argument: argument.name, variable: $0, isOptional: argument.isOptional)
            }
        }
        guard !variables.isEmpty, arguments.allSatisfy({ $0.isOptional || $0.variable != nil }) else { return nil }
        return EnvironmentSource(variables: variables, server: server)
    }

    /// The one secret that the initialiser asks for, and its scheme; nothing where there are several.
    private var secret: (argument: CredentialArgument, scheme: AuthenticationPlan.Scheme)? {
        let secrets = arguments.filter { argument in
            !argument.isOptional && !plan.parameters.contains { $0.name == argument.name }
        }
        guard secrets.count == 1, let secret = secrets.first,
            let scheme = plan.authentication.schemes.first(where: {
                !$0.isOptional && $0.kind.arguments.last == secret.name
            })
        else { return nil }
        return (secret, scheme)
    }

    private var rotation: RotationSource? {
        guard let (secret, scheme) = secret else { return nil }
        return RotationSource(
            secret: secret, scheme: scheme, arguments: arguments, settings: settings,
            settingsDocumentation: settingsDocumentation)
    }

    private var oauth: [OAuthSource] {
        guard let plan = plan.authentication.oauth else { return [] }
        let grants: [(OAuthSource.Grant, OAuthPlan.Endpoint?)] = [
            (.clientCredentials, plan.clientCredentials), (.refreshToken, plan.refreshing),
        ]
        return grants.compactMap { grant, endpoint in
            endpoint.map { endpoint in
                OAuthSource(
                    grant: grant, plan: plan, endpoint: endpoint, arguments: arguments, settings: settings,
                    settingsDocumentation: settingsDocumentation, context: context)
            }
        }
    }

    private var acting: ActingSource? {
        if plan.parameters.isEmpty { return nil }
        return ActingSource(plan: plan, secret: secret)
    }

    private var documentation: SafeLines {
        let lines = SafeLines.documentation(plan.documentation.paragraphs)
        return lines.isEmpty ? ["/// A client for \(.comment(plan.apiTitle))."] : lines
    }

    /// The documentation of the arguments, as a list.
    private var parameterDocumentation: SafeLines {
        ["/// - Parameters:"]
            + ParameterDocumentation.items(arguments.map { ($0.name, $0.documentation) })
            + settingsDocumentation
    }

    private var settingsDocumentation: SafeLines {
        let server: SafeLines = server == nil ? [] : ["///   - server: Where the API is."]
        return server + [
            "///   - configuration: Time limits and other settings.",
            "///   - transport: What sends the requests, in place of `URLSession`.",
        ]
    }

    static let view: ViewShape<ClientSource> = ViewShape("client", "The client.") { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.text("name", "The type's name.") { .identifier($0.plan.clientName) }
        fields.objects("parameters", "The parameters of the initialiser.", Parameter.view) { $0.parameters }
        fields.lines("parameterDocumentation", "The lines of the comment that describes them.") {
            $0.parameterDocumentation
        }
        fields.text("server", "The server's address, as an expression.") { source in
            source.server == nil ? SafeText.literal(source.plan.servers.first?.url ?? "") : "server.url"
        }
        fields.object("serverChoice", "The servers among which users choose.", ServerChoiceSource.view) { source in
            source.plan.serverChoice.map { ServerChoiceSource(plan: $0) }
        }
        fields.objects("pathParameters", "Parameters of paths that every call has.", PathParameterView.view) {
            $0.plan.parameters
        }
        fields.objects("credentials", "The credentials by security scheme.", CredentialView.view) {
            $0.plan.authentication.schemes
        }
        fields.texts("requirements", "The security alternatives, each as a list of string literals.") {
            $0.plan.authentication.requirements.map { "[\([SafeText].literals($0).joined(by: ", "))]" }
        }
        fields.texts("messagePointers", "Where error bodies have their message, as string literals.") {
            .literals($0.plan.errorRules.message)
        }
        fields.texts("requestIDPointers", "Where error bodies name the request, as string literals.") {
            .literals($0.plan.errorRules.requestID)
        }
        fields.text("requestIDHeader", "The response header that names the request, as a literal; empty for none.") {
            $0.plan.errorRules.requestIDHeader.map { .literal($0) }
        }
        fields.text("userAgent", "The API's name and version, as a string literal.") {
            .literal(UserAgent.product(title: $0.plan.apiTitle, version: $0.plan.apiVersion))
        }
        fields.object(
            "environment", "How to make a client from environment variables, where all have one.",
            EnvironmentSource.view
        ) { $0.environment }
        fields.object("rateLimit", "The API's own limit on requests.", RateLimitView.view) { $0.plan.rateLimit }
        fields.object(
            "rotation", "How to make a client whose one secret is asked for before each request.", RotationSource.view
        ) { $0.rotation }
        fields.objects(
            "oauth", "How to make a client that has tokens of an OAuth 2 server by itself.", OAuthSource.view
        ) { $0.oauth }
        fields.objects("oauthScopes", "What tokens can allow.", OAuthScopeView.view) {
            $0.plan.authentication.oauth?.scopes ?? []
        }
        fields.flag("hasOAuthScopes", "Whether there are any.") {
            $0.plan.authentication.oauth?.scopes.isEmpty == false
        }
        fields.object("acting", "How to make a client for another account.", ActingSource.view) { $0.acting }
        fields.objects("resources", "The groups of operations.", ResourcePropertyView.view) { $0.plan.resources }
        fields.extensions { $0.plan.extensions.document }
    }
}

enum PathParameterView {
    static let view: ViewShape<ClientParameterPlan> = ViewShape(
        "pathParameter", "A parameter of paths that every call has."
    ) {
        fields in
        fields.text("wireName", "Its name in paths, as a string literal.") { .literal($0.wireName) }
        fields.text("name", "The argument's name.") { .identifier($0.name) }
    }
}

struct EnvironmentSource {
    let variables: [EnvironmentVariableSource]
    let server: Parameter?

    static let view: ViewShape<EnvironmentSource> = ViewShape("environment", "The environment variables of a client.") {
        fields in
        fields.objects("variables", "All of them.", EnvironmentVariableSource.view) { $0.variables }
        fields.object("serverParameter", "The server, where there is a choice.", Parameter.view) { $0.server }
    }
}

struct EnvironmentVariableSource {
    let argument: Identifier
    let variable: String
    let isOptional: Bool

    static let view: ViewShape<EnvironmentVariableSource> = ViewShape("variable", "An environment variable.") {
        fields in
        fields.text("argument", "The argument of the initialiser.") { .identifier($0.argument) }
        fields.text("variable", "The variable's name, as a string literal.") { .literal($0.variable) }
        fields.flag("isOptional", "Whether it need not be set.") { $0.isOptional }
        fields.text("documentedVariable", "The variable's name, for a comment.") { .comment($0.variable) }
    }
}

enum ResourcePropertyView {
    static let view: ViewShape<ResourcePlan> = ViewShape("resourceProperty", "A group of operations, as a property.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.documentation.paragraphs)
        }
        fields.text("name", "The property's name.") { .identifier($0.propertyName) }
        fields.text("type", "The type's name.") { .identifier($0.typeName) }
    }
}

/// What the header `User-Agent` says of the API.
enum UserAgent {
    /// A product as RFC 9110, section 10.1.5 writes it: other characters than a token's become dashes.
    static func product(title: String, version: String) -> String {
        let name = token(title)
        let number = token(version)
        return number.isEmpty ? name : "\(name)/\(number)"
    }

    private static func token(_ text: String) -> String {
        let bytes = text.utf8.prefix(64).map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"):
                byte
            default: UInt8(ascii: "-")
            }
        }
        let words = bytes.split(separator: UInt8(ascii: "-"))
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }
}

/// Lists of parameters in documentation comments.
enum ParameterDocumentation {
    typealias Item = (name: Identifier, documentation: Documentation)

    static func lines(_ parameters: [Item]) -> SafeLines {
        let described = described(parameters)
        if described.isEmpty { return [] }
        if described.count == 1, parameters.count == 1 {
            return ["/// - Parameter \(.plainName(described[0].name)): \(described[0].text)"]
        }
        return ["/// - Parameters:"] + lines(of: described)
    }

    /// The items of such a list; parameters that nothing is said about have none.
    static func items(_ parameters: [Item]) -> SafeLines { lines(of: described(parameters)) }

    private static func lines(of described: [(name: Identifier, text: SafeText)]) -> SafeLines {
        SafeLines(described.map { "///   - \(.plainName($0.name)): \($0.text)" })
    }

    private static func described(_ parameters: [Item]) -> [(name: Identifier, text: SafeText)] {
        parameters.compactMap { parameter in
            let paragraphs = parameter.documentation.paragraphs
            if paragraphs.isEmpty { return nil }
            let text = SafeText.comment(paragraphs.count == 1 ? paragraphs[0] : paragraphs.joined(separator: " "))
            return text.isEmpty ? nil : (parameter.name, text)
        }
    }
}
