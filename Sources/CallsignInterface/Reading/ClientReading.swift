import CallsignPlan

/// Reads the client's own type: how it is made, and the resources that hang off it.
struct ClientReading {
    private let plan: ClientPlan
    private let name: String
    /// What the initialiser asks for, with the environment variables.
    private let arguments: [(name: String, variable: String?, isOptional: Bool)]

    init(_ plan: ClientPlan) {
        self.plan = plan
        name = plan.clientName.source
        var arguments = plan.parameters.map {
            (name: $0.name.source, variable: $0.environmentVariable, isOptional: false)
        }
        for scheme in plan.authentication.schemes {
            for argument in Self.arguments(of: scheme.kind)
            where !arguments.contains(where: { $0.name == argument.source }) {
                let variable = scheme.environmentVariables.first { $0.argument == argument }?.variable
                arguments.append((argument.source, variable, scheme.isOptional))
            }
        }
        self.arguments = arguments.filter { !$0.isOptional } + arguments.filter(\.isOptional)
    }

    var type: TypeInterface {
        var type = TypeInterface(name: name, origin: "client", kind: .client)
        type.initializers = [initializer] + [rotation].compactMap { $0 } + OAuthReading(plan).initializers
        type.functions = [fromEnvironment, acting].compactMap { $0 }
        type.properties = ResourceReading.properties(plan.resources, in: name)
        return type
    }

    var settings: [SettingInterface] {
        var settings = [
            SettingInterface(name: "server", value: plan.servers.first?.url ?? "", effect: .requests),
            SettingInterface(
                name: "rate limit",
                value: plan.rateLimit.map { "\($0.requests) requests in \($0.seconds) seconds" } ?? "none",
                effect: .requests),
            SettingInterface(
                name: "credentials", value: WireForm.text(ofAlternatives: plan.authentication.requirements),
                effect: .requests),
            SettingInterface(
                name: "place of error messages", value: plan.errorRules.message.joined(separator: ", "),
                effect: .requests),
        ]
        settings += plan.authentication.schemes.map { scheme in
            SettingInterface(name: "place of \(scheme.name)", value: Self.place(of: scheme.kind), effect: .requests)
        }
        if hasEnvironment {
            settings += arguments.filter { $0.variable != nil }.map { argument in
                SettingInterface(
                    name: "environment variable of \(argument.name)", value: argument.variable ?? "",
                    effect: .environment)
            }
        }
        return settings
    }

    /// The initialiser's arguments that a scheme takes, the secret one last.
    private static func arguments(of kind: AuthenticationPlan.Kind) -> [Identifier] {
        switch kind {
        case .basic(let username, let password): [username, password]
        case .bearer(let token): [token]
        case .apiKeyHeader(_, let key), .apiKeyQuery(_, let key), .apiKeyCookie(_, let key): [key]
        }
    }

    private static func place(of kind: AuthenticationPlan.Kind) -> String {
        switch kind {
        case .basic: "basic authentication"
        case .bearer: "bearer authentication"
        case .apiKeyHeader(let name, _): "the header \(name)"
        case .apiKeyQuery(let name, _): "the query parameter \(name)"
        case .apiKeyCookie(let name, _): "the cookie \(name)"
        }
    }

    private static let text = InterfaceType.builtin("String")

    /// What all ways to make a client take last.
    var options: [ParameterInterface] { ServerReading(plan).parameters + Self.settings }

    private static let settings = [
        ParameterInterface(label: "configuration", type: .builtin("ClientConfiguration"), hasDefault: true),
        ParameterInterface(label: "transport", type: .optional(.builtin("any Transport")), hasDefault: true),
    ]

    private static func parameter(
        _ argument: (name: String, variable: String?, isOptional: Bool)
    ) -> ParameterInterface {
        ParameterInterface(
            label: argument.name, type: argument.isOptional ? .optional(text) : text, hasDefault: argument.isOptional)
    }

    /// What the initialiser asks for of itself.
    var parameters: [ParameterInterface] { arguments.map(Self.parameter) }

    private var initializer: FunctionInterface {
        FunctionInterface(
            name: "init", role: .make,
            parameters: arguments.map(Self.parameter) + options)
    }

    /// The one secret that the initialiser asks for; nothing where there are several.
    private var secret: String? {
        let secrets = arguments.filter { argument in
            !argument.isOptional && !plan.parameters.contains { $0.name.source == argument.name }
        }
        guard secrets.count == 1, let secret = secrets.first,
            plan.authentication.schemes.contains(where: { Self.arguments(of: $0.kind).last?.source == secret.name })
        else { return nil }
        return secret.name
    }

    private var rotation: FunctionInterface? {
        guard let secret else { return nil }
        let provider = InterfaceType.builtin("() async throws -> String")
        return FunctionInterface(
            name: "init", role: .rotation,
            parameters: arguments.map { argument in
                argument.name == secret
                    ? ParameterInterface(label: argument.name, type: provider) : Self.parameter(argument)
            } + options)
    }

    private var hasEnvironment: Bool {
        arguments.contains { $0.variable != nil } && arguments.allSatisfy { $0.isOptional || $0.variable != nil }
    }

    private var fromEnvironment: FunctionInterface? {
        guard hasEnvironment else { return nil }
        let environment = ParameterInterface(label: nil, type: .map(Self.text), hasDefault: true)
        return FunctionInterface(
            name: "fromEnvironment", role: .environment, parameters: [environment] + options,
            result: .declared(name), error: .builtin("ConfigurationError"), isStatic: true)
    }

    private var acting: FunctionInterface? {
        if plan.parameters.isEmpty { return nil }
        var parameters = plan.parameters.map { ParameterInterface(label: $0.name.source, type: Self.text) }
        if let secret {
            parameters.append(ParameterInterface(label: secret, type: .optional(Self.text), hasDefault: true))
        }
        return FunctionInterface(name: "acting", role: .acting, parameters: parameters, result: .declared(name))
    }
}
