public import Foundation
public import HTTPTypes

/// What all failures have in common. It never holds a credential.
public struct FailureContext: Sendable, CustomStringConvertible {
    /// One reference, so that generated error enumerations stay small.
    private final class Storage: Sendable {
        let operation: String
        let message: String
        let response: RawResponse?
        let causes: String?
        let remedy: String?
        let earlierAttempts: [Attempt]
        let attempts: Int

        init(
            _ operation: String, _ message: String, _ response: RawResponse?, _ causes: String?, _ remedy: String?,
            _ earlierAttempts: [Attempt], _ attempts: Int
        ) {
            self.operation = operation
            self.message = message
            self.response = response
            self.causes = causes
            self.remedy = remedy
            self.earlierAttempts = earlierAttempts
            self.attempts = attempts
        }
    }

    private let storage: Storage

    init(
        operation: String, message: String, response: RawResponse? = nil, causes: String? = nil, remedy: String? = nil,
        earlierAttempts: [Attempt] = [], attempts: Int = 0
    ) {
        storage = Storage(
            operation, message, response, causes, remedy, response?.earlierAttempts ?? earlierAttempts,
            response?.attempts ?? attempts)
    }

    /// The context of a call that was cancelled.
    public static var cancelled: FailureContext {
        FailureContext(operation: "", message: "the call was cancelled")
    }

    /// The operation that failed, such as `calls.get`; empty where it is cancelled.
    public var operation: String { storage.operation }
    /// What went wrong, in a sentence.
    public var message: String { storage.message }
    /// The response's status; `nil` where there was no response.
    public var status: Int? { storage.response?.status }
    /// The response's headers; none where there was no response.
    public var headers: HTTPFields { storage.response?.headers ?? HTTPFields() }
    /// The response's body; empty where there was no response.
    public var rawBody: Data { storage.response?.rawBody ?? Data() }
    /// The server's identifier of the request.
    public var requestID: String? { storage.response?.requestID }
    /// What usually leads to this, as the API documents it.
    public var causes: String? { storage.causes }
    /// What to do about it, as the API documents it.
    public var remedy: String? { storage.remedy }
    /// How many times the request was sent.
    public var attempts: Int { storage.attempts }
    /// The attempts before the last one, and why each was followed by another.
    public var earlierAttempts: [Attempt] { storage.earlierAttempts }
    /// How long the server asks to wait before the next request.
    public var retryAfter: Duration? { storage.response?.retryAfter }

    /// `calls.get: 404 Not Found: No such call (request 4a1c…)`; after several attempts, how many there were.
    public var description: String {
        var parts = operation.isEmpty ? [] : [operation]
        if let status, status > 0 { parts.append(StatusText.text(status)) }
        // The phrase of the status alone is no message of its own.
        if parts.last?.hasSuffix(message) != true { parts.append(message) }
        var notes = requestID.map { ["request \($0)"] } ?? []
        if attempts > 1 { notes.append("after \(attempts) attempts") }
        return parts.joined(separator: ": ") + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }
}
