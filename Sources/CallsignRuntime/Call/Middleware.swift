public import Foundation
public import HTTPTypes

/// Stands around every attempt of every call: adds headers, measures, traces, logs.
///
/// ```swift
/// struct Tracing: Middleware {
///     func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse {
///         var request = request
///         request.head.headerFields[.traceParent] = …
///         return try await next(request)
///     }
/// }
/// ```
///
/// Credentials are put in after the last middleware, and only where the request still goes to the origin that it was
/// made for: no middleware sees them.
public protocol Middleware: Sendable {
    /// Sends the rest of the way.
    typealias Next = @Sendable (OutgoingRequest) async throws -> IncomingResponse

    /// - Parameters:
    ///   - request: one attempt; retries and redirects come here again.
    ///   - next: what is around next, and at last the transport. It is called once, or not at all.
    /// - Throws: what `next` throws. Another error ends the call as a ``TransportFailure``.
    func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse
}

/// A request on its way to the transport, without credentials.
public struct OutgoingRequest: Sendable {
    /// Complete but for credentials and `Content-Length`.
    public var head: HTTPRequest
    public var body: RequestBody?
    /// The operation that is called, such as `calls.create`.
    public let operation: String
    /// Which sending of the same request this is, counted from 1.
    public let attempt: Int
}

/// A response on its way back, whatever its status.
public struct IncomingResponse: Sendable {
    public var head: HTTPResponse
    public var body: Data

    public init(head: HTTPResponse, body: Data) {
        self.head = head
        self.body = body
    }
}
