import CallsignOpenAPI
import CallsignPlan

/// Plans how the client has its own tokens, from the flows of the first scheme of OAuth 2 or OpenID Connect.
struct OAuthPlanner {
    let document: ResolvedDocument
    let settings: PlanSettings

    /// - Returns: nothing where no flow leads to a token without a browser, or the labels are taken.
    func plan(_ authentication: AuthenticationPlan, scope: NameScope) -> OAuthPlan? {
        let arguments =
            authentication.schemes.flatMap(\.arguments).map(\.text)
            + settings.parameters.map { scope.name($0.wireName, override: $0.swiftName).text }
        for scheme in authentication.schemes {
            guard case .bearer(let token) = scheme.kind,
                let described = document.securitySchemes.first(where: { $0.name == scheme.name }),
                let plan = plan(described, token)
            else { continue }
            let others = Set(arguments.filter { $0 != token.text })
            return others.isDisjoint(with: OAuthPlan.Label.allCases.map(\.rawValue)) ? plan : nil
        }
        return nil
    }

    private func plan(_ scheme: SecurityScheme, _ token: Identifier) -> OAuthPlan? {
        var clientCredentials: OAuthPlan.Endpoint?
        var refreshing: OAuthPlan.Endpoint?
        if case .openIDConnect(let url) = scheme.kind {
            clientCredentials = .metadata(url)
            refreshing = .metadata(url)
        }
        for flow in scheme.flows {
            guard let url = flow.tokenURL else { continue }
            if flow.kind == .clientCredentials {
                clientCredentials = .token(url)
            } else if refreshing == nil {
                refreshing = .token(flow.refreshURL ?? url)
            }
        }
        if clientCredentials == nil, refreshing == nil { return nil }
        return OAuthPlan(
            scheme: scheme.name, token: token, clientCredentials: clientCredentials, refreshing: refreshing,
            scopes: scopes(of: scheme))
    }

    private func scopes(of scheme: SecurityScheme) -> [OAuthPlan.Scope] {
        var seen: Set<String> = []
        let scopes = scheme.flows.flatMap(\.scopes).filter { seen.insert($0.name).inserted }
        let names = NameScope(.member, settings: settings.naming, taken: ["rawValue"])
            .names(for: scopes.map { NameScope.Candidate($0.name) }).names
        return zip(scopes, names).map { scope, name in
            OAuthPlan.Scope(name: name, value: scope.name, documentation: Documentation([scope.description]))
        }
    }
}
