public import Foundation
public import HTTPTypes

/// A response that says that the call failed, with its body as the API describes it.
///
/// Members of the body can be read from the failure itself: `failure.apiID` is `failure.body?.apiID`.
@dynamicMemberLookup
public struct CallFailure<Body: Decodable & Sendable>: Sendable {
    private final class Storage: Sendable {
        let context: FailureContext
        let status: Int
        let body: Body?

        init(_ context: FailureContext, _ status: Int, _ body: Body?) {
            self.context = context
            self.status = status
            self.body = body
        }
    }

    private let storage: Storage

    init(context: FailureContext, status: Int, body: Body?) {
        storage = Storage(context, status, body)
    }

    public var context: FailureContext { storage.context }
    /// The body; `nil` where it isn't what the API describes. ``rawBody`` has it in any case.
    public var body: Body? { storage.body }
    public var status: Int { storage.status }
    /// What went wrong: always there, and always something to show.
    public var error: ErrorMessage { ErrorMessage(message: context.message) }
    /// The operation that failed, such as `calls.get`.
    public var operation: String { context.operation }
    public var headers: HTTPFields { context.headers }
    public var rawBody: Data { context.rawBody }
    /// The server's identifier of the request.
    public var requestID: String? { context.requestID }
    /// What usually leads to this, as the API documents it.
    public var causes: String? { context.causes }
    /// What to do about it, as the API documents it.
    public var remedy: String? { context.remedy }
    /// How long the server asks to wait before the next request (`Retry-After`).
    public var retryAfter: Duration? { context.retryAfter }
    /// How many times the request was sent.
    public var attempts: Int { context.attempts }

    /// A member of the body; `nil` where the body isn't what the API describes.
    public subscript<Member>(dynamicMember path: KeyPath<Body, Member>) -> Member? { body?[keyPath: path] }

    /// An optional member of the body.
    public subscript<Member>(dynamicMember path: KeyPath<Body, Member?>) -> Member? { body?[keyPath: path] }
}

extension CallFailure: CustomStringConvertible {
    public var description: String { context.description }
}

/// What went wrong, for people.
public struct ErrorMessage: Sendable, Hashable, CustomStringConvertible {
    public let message: String

    public var description: String { message }
}

/// A response whose status is no success, before generated code has chosen the case for it.
public struct FailedResponse: Sendable {
    private let response: RawResponse

    init(_ response: RawResponse) {
        self.response = response
    }

    public var status: Int { response.status }

    /// The failure with its body as `Body`.
    ///
    /// - Parameters:
    ///   - causes: what usually leads to it.
    ///   - remedy: what to do about it.
    public func failure<Body: Decodable & Sendable>(causes: String? = nil, remedy: String? = nil) -> CallFailure<Body> {
        CallFailure(
            context: FailureContext(
                operation: response.operation, message: ErrorBodyReader(response: response).message, response: response,
                causes: causes, remedy: remedy),
            status: response.status, body: try? JSONText.decode(Body.self, from: response.rawBody))
    }
}

/// A response that failed, whatever its body is: for tests, which know the type by name only.
package protocol DocumentedFailure: Sendable {
    var status: Int { get }
    /// The body; `nil` where it isn't what the API describes.
    var decodedBody: (any Sendable)? { get }
}

extension CallFailure: DocumentedFailure {
    package var decodedBody: (any Sendable)? { body }
}
