/// How a client has its own tokens of an OAuth 2 server, in the place of one that its user hands it.
package struct OAuthPlan: Sendable {
    /// Where tokens are had: there, or where the server says in its own description.
    package enum Endpoint: Sendable, Hashable { case token(String), metadata(String) }

    /// What a token allows.
    package struct Scope: Sendable {
        package var name: Identifier
        package var value: String
        package var documentation: Documentation

        package init(name: Identifier, value: String, documentation: Documentation) {
            self.name = name
            self.value = value
            self.documentation = documentation
        }
    }

    /// The labels of the initialisers, which nothing else may have.
    package enum Label: String, Sendable, CaseIterable {
        case refreshToken, clientID, clientSecret, scopes, clientAuthentication, endpoint, onTokens

        package var identifier: Identifier { Identifier(unchecked: rawValue) }
    }

    /// The type of scopes, nested in the client.
    package static let scopeType = Identifier(unchecked: "OAuthScope")

    /// The security scheme's name in the description.
    package var scheme: String
    /// The argument of the other initialisers that takes a token.
    package var token: Identifier
    /// For tokens of the client itself; nothing where the description has no such flow.
    package var clientCredentials: Endpoint?
    /// For tokens by a refresh token; nothing where no flow gives any.
    package var refreshing: Endpoint?
    /// In the order of the description; none where it names none.
    package var scopes: [Scope]

    package init(
        scheme: String, token: Identifier, clientCredentials: Endpoint?, refreshing: Endpoint?, scopes: [Scope]
    ) {
        self.scheme = scheme
        self.token = token
        self.clientCredentials = clientCredentials
        self.refreshing = refreshing
        self.scopes = scopes
    }
}
