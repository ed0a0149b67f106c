import Foundation
import HTTPTypes

/// A request ready to be signed and sent.
struct PreparedRequest: Sendable {
    var method: HTTPRequest.Method
    var url: RequestURL
    var headers: HTTPFields
    var body: Data?
    /// The credentials to put in, providers not asked yet.
    var credentials: [Authentication]

    var head: HTTPRequest {
        HTTPRequest(
            method: method, scheme: url.scheme, authority: url.authority, path: url.path, headerFields: headers)
    }

    func signed() async throws(RequestProblem) -> PreparedRequest {
        var request = self
        for authentication in credentials {
            try RequestSigner.sign(&request, with: try await RequestSigner.resolve(authentication))
        }
        return request
    }
}
