public import Foundation
public import HTTPTypes

/// A response as the server sent it.
public struct RawResponse: Sendable {
    /// The operation that it answers, such as `calls.get`.
    public let operation: String
    /// The HTTP status; 0 where nothing was received.
    public let status: Int
    public let headers: HTTPFields
    public let rawBody: Data
    /// The attempts before the one that it answers.
    public let earlierAttempts: [Attempt]
    let rules: ErrorRules

    /// How many times the request was sent.
    public var attempts: Int { earlierAttempts.count + 1 }

    /// The body as UTF-8 text.
    public var text: String { String(decoding: rawBody, as: UTF8.self) }

    /// The server's identifier of the request, out of the body or a header.
    public var requestID: String? { ErrorBodyReader(response: self).requestID }

    /// How long the server asks to wait before the next request (`Retry-After`).
    public var retryAfter: Duration? { headers[.retryAfter].flatMap { RetryAfter.parse($0) } }

    /// The same response with a part of its body, for what is said of that.
    func with(body: Data) -> RawResponse {
        RawResponse(
            operation: operation, status: status, headers: headers, rawBody: body, earlierAttempts: earlierAttempts,
            rules: rules)
    }

    static let none = RawResponse(
        operation: "", status: 0, headers: HTTPFields(), rawBody: Data(), earlierAttempts: [], rules: ErrorRules())
}

/// Keeps the last response that came through it.
final class ResponseObserver: Sendable {
    /// The observer of the page that is being fetched.
    @TaskLocal static var ofPage: ResponseObserver?

    private let last = Locked(RawResponse.none)
    /// The header `Accept` of requests whose responses are taken as they are.
    let accept: String?

    init(accepting accept: String? = nil) {
        self.accept = accept
    }

    var response: RawResponse { last.withLock { $0 } }

    func record(_ response: RawResponse) {
        last.withLock { $0 = response }
    }
}
