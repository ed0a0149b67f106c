/// Tokens that are had of an OAuth 2 server, kept until shortly before they expire, and had anew then.
///
/// All copies of the credentials share one token, and one request for the next: calls that come meanwhile wait for it. A
/// token that the API refuses with 401 is given up, and the call tried once more with a new one. Requests for tokens go
/// over the client's transport and by its clock, but not through its middleware, since their bodies hold secrets.
extension Authentication {
    /// Tokens for the client itself (RFC 6749, section 4.4).
    ///
    /// - Parameters:
    ///   - endpoint: where tokens are had.
    ///   - clientID: the client's identifier, which the API's operator has given out.
    ///   - clientSecret: the secret that belongs to it.
    ///   - scopes: what the tokens are to allow; none for what the server allows by itself.
    ///   - clientAuthentication: how the server is shown identifier and secret.
    ///   - parameters: what else the server wants to be told, such as an `audience`.
    public static func clientCredentials(
        endpoint: OAuthEndpoint, clientID: String, clientSecret: String, scopes: [String] = [],
        clientAuthentication: OAuthClientAuthentication = .basic, parameters: [String: String] = [:]
    ) -> Authentication {
        let grant = OAuthGrant(
            endpoint: endpoint, clientID: clientID, clientSecret: Secret(clientSecret), scopes: scopes,
            clientAuthentication: clientAuthentication, parameters: parameters)
        return Authentication(kind: .oauth(OAuthSession(grant: grant, refreshToken: nil)))
    }

    /// Tokens for a user who has signed in, by the refresh token that was given for that (RFC 6749, section 6).
    ///
    /// - Parameters:
    ///   - refreshToken: what an earlier answer of the server gave. Where the server gives a new one, that is used from
    ///     then on.
    ///   - endpoint: where tokens are had.
    ///   - clientID: the client's identifier, which the API's operator has given out.
    ///   - clientSecret: the secret that belongs to it; `nil` for apps that can't keep any.
    ///   - scopes: what the tokens are to allow; none for all that the user has agreed to.
    ///   - clientAuthentication: how the server is shown identifier and secret. Without a secret, the identifier goes
    ///     into the body.
    ///   - parameters: what else the server wants to be told.
    ///   - onTokens: told of each new set of tokens, to keep the refresh token for the next time that the app runs.
    public static func refreshToken(
        _ refreshToken: String, endpoint: OAuthEndpoint, clientID: String, clientSecret: String? = nil,
        scopes: [String] = [], clientAuthentication: OAuthClientAuthentication = .basic,
        parameters: [String: String] = [:], onTokens: (@Sendable (OAuthTokens) async -> Void)? = nil
    ) -> Authentication {
        let grant = OAuthGrant(
            endpoint: endpoint, clientID: clientID, clientSecret: clientSecret.map { Secret($0) }, scopes: scopes,
            clientAuthentication: clientAuthentication, parameters: parameters, onTokens: onTokens)
        return Authentication(kind: .oauth(OAuthSession(grant: grant, refreshToken: Secret(refreshToken))))
    }
}

/// How a client shows an OAuth 2 server who it is (RFC 6749, section 2.3.1).
public enum OAuthClientAuthentication: Sendable, Hashable {
    /// In the header `Authorization`.
    case basic
    /// In the form that asks for the token.
    case body
}

/// Where an OAuth 2 server gives out tokens.
public struct OAuthEndpoint: Sendable, Hashable {
    enum Place: Sendable, Hashable {
        case token(String)
        case metadata(String)
    }

    let place: Place

    /// The address of the token endpoint; a relative one begins at the API's server.
    public static func token(_ url: String) -> OAuthEndpoint { OAuthEndpoint(place: .token(url)) }

    /// The address at which the server describes itself, as OpenID Connect Discovery or RFC 8414 have it. The token
    /// endpoint that it names is used.
    public static func metadata(_ url: String) -> OAuthEndpoint { OAuthEndpoint(place: .metadata(url)) }
}

/// What an OAuth 2 server gave. Printing it shows no token.
public struct OAuthTokens: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    public var accessToken: String
    /// The refresh token for the next time: a new one, or the one before.
    public var refreshToken: String?
    /// How long the access token holds from when it was asked for, if the server said so.
    public var lifetime: Duration?
    /// What the token allows, where the server says so.
    public var scopes: [String]

    public init(accessToken: String, refreshToken: String? = nil, lifetime: Duration? = nil, scopes: [String] = []) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.lifetime = lifetime
        self.scopes = scopes
    }

    public var description: String { "OAuth tokens" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
