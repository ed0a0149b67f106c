/// Credentials for one security scheme, and where in a request they go.
///
/// Credentials are put in last, into requests to the client's own origin only. Printing one shows its kind.
public struct Authentication: Sendable {
    enum Kind: Sendable {
        case basic(username: Secret, password: Secret)
        case bearer(Secret)
        case header(name: String, Secret)
        case query(name: String, Secret)
        case cookie(name: String, Secret)
        case provider(@Sendable () async throws -> Authentication)
        case oauth(OAuthSession)
    }

    let kind: Kind

    /// HTTP basic authentication (RFC 7617). The user name must not hold a colon.
    public static func basic(username: String, password: String) -> Authentication {
        Authentication(kind: .basic(username: Secret(username), password: Secret(password)))
    }

    /// A bearer token (RFC 6750), also for OAuth 2 and OpenID Connect.
    public static func bearer(token: String) -> Authentication {
        Authentication(kind: .bearer(Secret(token)))
    }

    /// An API key in a header.
    public static func apiKeyHeader(name: String, key: String) -> Authentication {
        Authentication(kind: .header(name: name, Secret(key)))
    }

    /// An API key in the query.
    public static func apiKeyQuery(name: String, key: String) -> Authentication {
        Authentication(kind: .query(name: name, Secret(key)))
    }

    /// An API key in a cookie.
    public static func apiKeyCookie(name: String, key: String) -> Authentication {
        Authentication(kind: .cookie(name: name, Secret(key)))
    }

    /// Credentials that change: `provide` is asked before each request is sent, so it should keep what is still valid.
    /// What it throws is reported as a request that wasn't sent.
    public static func provider(_ provide: @escaping @Sendable () async throws -> Authentication) -> Authentication {
        Authentication(kind: .provider(provide))
    }
}

/// Credentials that a client can do without; `nil` where a part of them isn't given.
extension Optional where Wrapped == Authentication {
    public static func basicIfGiven(username: String?, password: String?) -> Authentication? {
        guard let username, let password else { return nil }
        return .basic(username: username, password: password)
    }

    public static func bearerIfGiven(token: String?) -> Authentication? {
        token.map { .bearer(token: $0) }
    }

    public static func apiKeyHeaderIfGiven(name: String, key: String?) -> Authentication? {
        key.map { .apiKeyHeader(name: name, key: $0) }
    }

    public static func apiKeyQueryIfGiven(name: String, key: String?) -> Authentication? {
        key.map { .apiKeyQuery(name: name, key: $0) }
    }

    public static func apiKeyCookieIfGiven(name: String, key: String?) -> Authentication? {
        key.map { .apiKeyCookie(name: name, key: $0) }
    }
}

extension Authentication: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        switch kind {
        case .basic: "basic authentication"
        case .bearer: "bearer token"
        case .header(let name, _): "API key in header \(name)"
        case .query(let name, _): "API key in query \(name)"
        case .cookie(let name, _): "API key in cookie \(name)"
        case .provider: "credentials from a provider"
        case .oauth: "OAuth token"
        }
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
