import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Plans the credentials that the client asks for, from the security schemes that its operations need.
struct AuthenticationPlanner {
    let document: ResolvedDocument
    let settings: PlanSettings
    let sink: DiagnosticSink

    /// The alternatives that apply unless an operation says otherwise: the document's, or where it has none those
    /// that most operations name.
    func defaultRequirements() -> [[String]] {
        if !document.security.isEmpty { return Self.names(document.security) }
        var counts: [(requirements: [[String]], count: Int)] = []
        for operation in document.operations where !operation.security.isEmpty {
            let names = Self.names(operation.security)
            if let index = counts.firstIndex(where: { $0.requirements == names }) {
                counts[index].count += 1
            } else {
                counts.append((names, 1))
            }
        }
        // The first of the most frequent ones.
        var best: (requirements: [[String]], count: Int)?
        for entry in counts where entry.count > best?.count ?? 0 { best = entry }
        return best?.requirements ?? []
    }

    static func names(_ security: [SecurityRequirement]) -> [[String]] {
        security.map { $0.schemes.map(\.name) }
    }

    func plan(scope: NameScope) -> AuthenticationPlan {
        let requirements = defaultRequirements()
        let wanted = requirements.first { !$0.isEmpty } ?? []
        for rule in settings.authentication where !document.securitySchemes.contains(where: { $0.name == rule.scheme })
        {
            let names = document.securitySchemes.map(\.name)
            sink.error(
                "unknown-security-scheme", "the description has no security scheme '\(rule.scheme)'", at: rule.mark,
                remedy: NearMatch.best(for: rule.scheme, among: names).map { "did you mean '\($0)'?" }
                    ?? "its schemes are \(names.joined(separator: ", "))")
        }
        let isSingle = wanted.count == 1
        // Where there is a choice, or none need be given, the credentials that were given decide.
        let isChoice = requirements.count > 1
        var schemes = wanted.compactMap { name in
            document.securitySchemes.first { $0.name == name }.flatMap { found in
                scheme(found, isSingle: isSingle, scope: scope).map { plan in
                    var plan = plan
                    plan.isOptional = isChoice
                    return plan
                }
            }
        }
        var taken = Set(
            schemes.flatMap(\.arguments).map(\.text)
                + settings.parameters.map { scope.name($0.wireName, override: $0.swiftName).text })
        for found in others(than: wanted, requirements) {
            guard var plan = scheme(found, isSingle: false, scope: scope) else { continue }
            plan.isOptional = true
            // One that would be called like another stays a matter of the client's configuration.
            guard plan.arguments.allSatisfy({ taken.insert($0.text).inserted }) else { continue }
            schemes.append(plan)
        }
        var plan = AuthenticationPlan(schemes: schemes, requirements: requirements)
        plan.oauth = OAuthPlanner(document: document, settings: settings).plan(plan, scope: scope)
        return plan
    }

    /// The further schemes that anything asks for, in the order of the description.
    private func others(than wanted: [String], _ requirements: [[String]]) -> [SecurityScheme] {
        var used = Set(requirements.joined())
        for operation in document.operations { used.formUnion(Self.names(operation.security).joined()) }
        return document.securitySchemes.filter { used.contains($0.name) && !wanted.contains($0.name) }
    }

    private func scheme(_ scheme: SecurityScheme, isSingle: Bool, scope: NameScope) -> AuthenticationPlan.Scheme? {
        let rule = settings.authentication.first { $0.scheme == scheme.name }
        func argument(_ chosen: String?, _ plain: String) -> Identifier {
            // The scheme's name says enough of what is its only secret.
            let isAlone = plain != "username" && plain != "password"
            return scope.name(isSingle ? plain : isAlone ? scheme.name : scheme.name + "_" + plain, override: chosen)
        }
        var variables: [(argument: Identifier, variable: String)] = []
        func remember(_ identifier: Identifier, _ variable: String?) -> Identifier {
            if let variable { variables.append((identifier, variable)) }
            return identifier
        }
        let kind: AuthenticationPlan.Kind
        switch scheme.kind {
        case .basic:
            let user = settings.parameters.first { $0.isUserName }
            kind = .basic(
                username: remember(
                    user.map { scope.name($0.wireName, override: $0.swiftName) }
                        ?? argument(rule?.userName, "username"),
                    rule?.userNameVariable ?? user?.environmentVariable),
                password: remember(argument(rule?.password, "password"), rule?.passwordVariable))
        case .bearer, .oauth2, .openIDConnect:
            kind = .bearer(token: remember(argument(rule?.token, "token"), rule?.tokenVariable))
        case .apiKey(let name, let location):
            let key = remember(argument(rule?.token, "api_key"), rule?.tokenVariable)
            switch location {
            case .query, .querystring: kind = .apiKeyQuery(name: name, key: key)
            case .cookie: kind = .apiKeyCookie(name: name, key: key)
            case .header, .path: kind = .apiKeyHeader(name: name, key: key)
            }
        case .http(let other):
            sink.warning(
                "unsupported-security-scheme", "HTTP authentication '\(other)' is left to the transport",
                at: scheme.mark)
            return nil
        case .mutualTLS: return nil
        }
        return AuthenticationPlan.Scheme(
            name: scheme.name, kind: kind,
            documentation: Documentation([
                scheme.description, scheme.deprecated ? "The API's authors advise against this scheme." : nil,
                scheme.metadataURL.map { "The OAuth server describes itself at \($0)." },
                scheme.flows.lazy.compactMap(\.deviceAuthorizationURL).first.map {
                    "Devices without a browser ask for a code at \($0)."
                },
            ]),
            environmentVariables: variables)
    }
}

extension AuthenticationPlan.Scheme {
    /// The names of what it takes.
    var arguments: [Identifier] {
        switch kind {
        case .basic(let username, let password): [username, password]
        case .bearer(let token): [token]
        case .apiKeyHeader(_, let key), .apiKeyQuery(_, let key), .apiKeyCookie(_, let key): [key]
        }
    }
}
