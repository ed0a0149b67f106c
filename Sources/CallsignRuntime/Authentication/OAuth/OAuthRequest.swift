import Foundation
import HTTPTypes

/// What is asked of an OAuth 2 server.
struct OAuthGrant: Sendable {
    var endpoint: OAuthEndpoint
    var clientID: String
    var clientSecret: Secret?
    var scopes: [String]
    var clientAuthentication: OAuthClientAuthentication
    var parameters: [String: String]
    var onTokens: (@Sendable (OAuthTokens) async -> Void)?
}

/// Asks an OAuth 2 server for tokens, once.
struct OAuthRequest: Sendable {
    let grant: OAuthGrant
    let settings: ClientSettings

    private static let maximumBytes = 1 << 20

    /// - Parameter refreshToken: what shows that a user has agreed; nothing for tokens of the client itself.
    /// - Throws: ``TransportError`` where trying again may help, `RequestProblem` where the server refuses.
    func tokens(_ refreshToken: Secret?) async throws -> OAuthTokens {
        var request = try request(.post, to: try await tokenURL())
        request.headers[.contentType] = FormBody.contentType
        let fields = self.fields(refreshToken)
        request.body = RequestBody(try FormBody.encode(fields))
        if let secret = grant.clientSecret, grant.clientAuthentication == .basic {
            // Both are encoded as in a form before they are joined (RFC 6749, section 2.3.1).
            let pair = [grant.clientID, secret.value].map { FormBody.escaped($0) }.joined(separator: ":")
            request.headers[.authorization] = "Basic \(Data(pair.utf8).base64EncodedString())"
        }
        let (status, body) = try await send(request)
        let answer = (try? JSONText.decode(JSONValue.self, from: body)) ?? .null
        guard (200...299).contains(status) else { throw problem(status, answer, refreshToken) }
        return try tokens(in: answer, before: refreshToken)
    }

    private func fields(_ refreshToken: Secret?) -> [String: String] {
        var fields = grant.parameters
        fields["grant_type"] = refreshToken == nil ? "client_credentials" : "refresh_token"
        fields["refresh_token"] = refreshToken?.value
        if !grant.scopes.isEmpty { fields["scope"] = grant.scopes.joined(separator: " ") }
        if grant.clientAuthentication == .body || grant.clientSecret == nil {
            fields["client_id"] = grant.clientID
            fields["client_secret"] = grant.clientSecret?.value
        }
        return fields
    }

    private func tokens(in answer: JSONValue, before refreshToken: Secret?) throws(RequestProblem) -> OAuthTokens {
        guard let token = answer["access_token"]?.stringValue, !token.isEmpty else {
            throw RequestProblem("its token can't be had: the OAuth server's answer has no access_token")
        }
        if let type = answer["token_type"]?.stringValue, type.lowercased() != "bearer" {
            throw RequestProblem("its token can't be used: it isn't a bearer token, which is all that is supported")
        }
        // Some servers write the number as text.
        let seconds = answer["expires_in"].flatMap { $0.doubleValue ?? $0.stringValue.flatMap { Double($0) } }
        return OAuthTokens(
            accessToken: token, refreshToken: answer["refresh_token"]?.stringValue ?? refreshToken?.value,
            lifetime: seconds.flatMap { (0...1e9).contains($0) ? .milliseconds(Int64($0 * 1000)) : nil },
            scopes: answer["scope"]?.stringValue?.split(separator: " ").map(String.init) ?? grant.scopes)
    }

    // MARK: Addresses

    private func tokenURL() async throws -> RequestURL {
        switch grant.endpoint.place {
        case .token(let text): return try url(text)
        case .metadata(let text):
            let (status, body) = try await send(try request(.get, to: try url(text)))
            let answer = (try? JSONText.decode(JSONValue.self, from: body)) ?? .null
            guard (200...299).contains(status) else { throw problem(status, answer, nil) }
            guard let endpoint = answer["token_endpoint"]?.stringValue else {
                throw RequestProblem(
                    "its token can't be had: what the OAuth server says of itself has no token_endpoint")
            }
            return try url(endpoint)
        }
    }

    private func url(_ text: String) throws(RequestProblem) -> RequestURL {
        let base = RequestURL(settings.configuration.baseURL?.absoluteString ?? settings.server)
        guard let url = RequestURL(text) ?? base?.resolving(text) else {
            throw RequestProblem("its token can't be had: the OAuth server's address is no http or https URL")
        }
        guard url.scheme == "https" || url.isLoopback || settings.configuration.allowsInsecureHTTP else {
            throw RequestProblem("its token can't be had: the way to \(url.origin) isn't encrypted")
        }
        return url
    }

    // MARK: Sending

    private func request(_ method: HTTPRequest.Method, to url: RequestURL) throws -> PreparedRequest {
        var headers = HTTPFields()
        headers[.accept] = "application/json"
        headers[.userAgent] = UserAgent.text(settings)
        return PreparedRequest(
            operation: "OAuth", method: method, url: url, headers: headers, credentials: [], isRepeatable: false)
    }

    private func send(_ request: PreparedRequest) async throws -> (status: Int, body: Data) {
        let limits = TransportLimits(
            timeout: settings.configuration.attemptTimeout,
            maximumResponseBytes: min(Self.maximumBytes, settings.configuration.maximumResponseBytes))
        let exchange = RequestExchange(settings: settings.withoutMiddleware, attempt: 1)
        let place = request.url.origin
        switch await exchange.run(request, limit: limits.timeout) {
        case .response(let head, let body):
            let status = head.status.code
            if status == 429 || status >= 500 {
                throw Self.failure(.other, "the OAuth server at \(place) answered \(status)")
            }
            return (status, body)
        case .invalid(let problem): throw problem
        case .timedOut: throw Self.failure(.connectionLost, "the OAuth server at \(place) didn't answer in time")
        case .failed(let error): throw Self.failure(error.kind, "the OAuth server at \(place): \(error.message)")
        }
    }

    /// The API itself has seen nothing yet.
    private static func failure(_ kind: TransportError.Kind, _ message: String) -> TransportError {
        TransportError(kind, message, serverMayHaveActed: false)
    }

    /// What the server says is wrong (RFC 6749, section 5.2), without any secret that it repeats.
    private func problem(_ status: Int, _ answer: JSONValue, _ refreshToken: Secret?) -> RequestProblem {
        let words = ["error", "error_description"].compactMap { answer[$0]?.stringValue }
        var text = words.joined(separator: ": ")
        for secret in [grant.clientSecret, refreshToken].compactMap({ $0?.value }) where !secret.isEmpty {
            text = text.replacingOccurrences(of: secret, with: "••••")
        }
        text = String(text.unicodeScalars.prefix(300).map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
        return RequestProblem(
            "its token can't be had: the OAuth server answered \(status)" + (text.isEmpty ? "" : ", \(text)"))
    }
}
