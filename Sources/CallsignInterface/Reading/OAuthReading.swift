import CallsignPlan

/// Reads how a client is made that has tokens of an OAuth 2 server by itself.
struct OAuthReading {
    private let plan: ClientPlan

    init(_ plan: ClientPlan) {
        self.plan = plan
    }

    private static let text = InterfaceType.builtin("String")

    private var scopeType: String { "\(plan.clientName.source).\(OAuthPlan.scopeType.source)" }

    var initializers: [FunctionInterface] {
        guard let oauth = plan.authentication.oauth else { return [] }
        var initializers: [FunctionInterface] = []
        if oauth.clientCredentials != nil {
            initializers.append(
                initializer(.clientCredentials, oauth, parameter(.clientSecret, Self.text)))
        }
        if oauth.refreshing != nil {
            let secret = parameter(.clientSecret, .optional(Self.text), hasDefault: true)
            initializers.append(initializer(.refreshToken, oauth, secret))
        }
        return initializers
    }

    /// The scopes; none where the description names none.
    var types: [TypeInterface] {
        guard let oauth = plan.authentication.oauth, !oauth.scopes.isEmpty else { return [] }
        var type = TypeInterface(name: scopeType, origin: "scopes", kind: .structure)
        type.conformances = ["RawRepresentable", "Hashable"]
        type.initializers = [
            FunctionInterface(
                name: "init", role: .make, parameters: [ParameterInterface(label: "rawValue", type: Self.text)])
        ]
        type.properties =
            [PropertyInterface(name: "rawValue", origin: "rawValue", type: Self.text)]
            + oauth.scopes.map { scope in
                PropertyInterface(
                    name: scope.name.source, origin: scope.value, type: .declared(scopeType), isStatic: true)
            }
        return [type]
    }

    private func initializer(
        _ role: FunctionInterface.Role, _ oauth: OAuthPlan, _ secret: ParameterInterface
    ) -> FunctionInterface {
        let others = ClientReading(plan).parameters.filter { $0.label != oauth.token.source }
        let scope: InterfaceType = oauth.scopes.isEmpty ? Self.text : .declared(scopeType)
        let refreshing = role == .refreshToken
        var own = [parameter(.clientID, Self.text), secret]
        own += [
            parameter(.scopes, .array(scope), hasDefault: true),
            parameter(.clientAuthentication, .builtin("OAuthClientAuthentication"), hasDefault: true),
            parameter(.endpoint, .builtin("OAuthEndpoint"), hasDefault: true),
        ]
        if refreshing {
            own.insert(parameter(.refreshToken, Self.text), at: 0)
            let report = InterfaceType.optional(.builtin("(OAuthTokens) async -> Void"))
            own.append(parameter(.onTokens, report, hasDefault: true))
        }
        return FunctionInterface(
            name: "init", role: role,
            parameters: others.filter { !$0.hasDefault } + own + others.filter(\.hasDefault)
                + ClientReading(plan).options)
    }

    private func parameter(
        _ label: OAuthPlan.Label, _ type: InterfaceType, hasDefault: Bool = false
    ) -> ParameterInterface {
        ParameterInterface(label: label.rawValue, type: type, hasDefault: hasDefault)
    }
}
