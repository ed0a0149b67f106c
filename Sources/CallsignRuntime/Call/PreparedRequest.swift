import Foundation
import HTTPTypes

/// A request ready to be signed and sent.
struct PreparedRequest: Sendable {
    var operation: String
    var method: HTTPRequest.Method
    var url: RequestURL
    var headers: HTTPFields
    var body: RequestBody?
    /// The credentials to put in, providers not asked yet.
    var credentials: [Authentication]
    /// Whether sending it again has no further effect.
    var isRepeatable: Bool
    /// Notes the tokens that it is signed with.
    var tokenUse: TokenUse?

    /// Whether a provider is asked for credentials, which may take its time.
    var asksForCredentials: Bool {
        credentials.contains {
            switch $0.kind {
            case .provider, .oauth: true
            default: false
            }
        }
    }

    var head: HTTPRequest {
        HTTPRequest(
            method: method, scheme: url.scheme, authority: url.authority, path: url.path, headerFields: headers)
    }

    func signed(_ settings: ClientSettings) async throws -> PreparedRequest {
        var request = self
        for authentication in credentials {
            try RequestSigner.sign(
                &request, with: try await RequestSigner.resolve(authentication, settings, noting: tokenUse))
        }
        return request
    }

    /// What middleware made of it. Credentials don't go to another origin.
    func replaced(by outgoing: OutgoingRequest, allowsInsecureHTTP: Bool) throws(RequestProblem) -> PreparedRequest {
        let head = outgoing.head
        guard let url = RequestURL("\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "/")") else {
            throw RequestProblem("a middleware made its address no URL")
        }
        guard url.scheme == "https" || url.isLoopback || allowsInsecureHTTP else {
            throw RequestProblem("a middleware sends it to \(url.origin), which isn't encrypted")
        }
        var request = self
        request.method = head.method
        request.headers = head.headerFields
        request.body = outgoing.body
        if url.origin != self.url.origin { request.credentials = [] }
        request.url = url
        return request
    }
}
