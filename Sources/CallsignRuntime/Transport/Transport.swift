public import Foundation
public import HTTPTypes

/// Sends one HTTP request and receives its response: what stands between a client and the network.
///
/// A transport sends a request once, as it is. It doesn't repeat requests, follow redirects, store cookies or cache:
/// the client decides about these. It stops when its task is cancelled.
public protocol Transport: Sendable {
    /// Whether an attempt ends by itself, with ``TransportError/Kind/timedOut``, when ``TransportLimits/timeout`` is
    /// over, even while the body trickles in. Where it doesn't, the client watches the clock and cancels the attempt.
    var enforcesTimeout: Bool { get }

    /// - Parameters:
    ///   - request: complete: scheme, authority, path with query, and all headers but `Content-Length`.
    ///   - body: the request's body; `nil` for none.
    ///   - limits: the bounds of this attempt.
    /// - Returns: the response, whatever its status, and its whole body.
    /// - Throws: ``TransportError`` where there is no response, or not all of it.
    func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data)

    /// Sends a request whose response is read while it arrives. A transport that doesn't have this gives the body when
    /// all of it is there.
    ///
    /// ``TransportLimits`` are for the head of the response: how much of the body comes, and how long it takes, is for
    /// whoever reads it.
    ///
    /// - Returns: the response's head, whatever its status, as soon as it is there, and its body to be asked for.
    func open(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, ResponseChunks)
}

extension Transport {
    public var enforcesTimeout: Bool { false }

    public func open(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, ResponseChunks) {
        let (head, data) = try await send(request, body: body, limits: limits)
        return (head, ResponseChunks(data))
    }
}

/// The bounds of one attempt.
public struct TransportLimits: Sendable, Hashable {
    /// How long the attempt may take. The client enforces it by cancelling; a transport may use it to give up earlier,
    /// such as on a connection on which nothing moves.
    public var timeout: Duration
    /// How many bytes the response's body may have, after decompression.
    public var maximumResponseBytes: Int

    public init(timeout: Duration, maximumResponseBytes: Int) {
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
    }
}
