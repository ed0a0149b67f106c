public import AsyncHTTPClient
public import CallsignRuntime
public import Foundation
public import HTTPTypes
import NIOCore
import NIOHTTP1

/// The transport for servers: AsyncHTTPClient, with a pool of connections, proxies and roots of trust of one's own.
///
/// ```swift
/// let transport = try AsyncHTTPClientTransport(.init(proxy: Proxy(url: "http://user:password@proxy.internal:3128")))
/// let plivo = PlivoClient(authID: "MA…", authToken: "…", transport: transport)
/// …
/// try await transport.shutdown()
/// ```
public final class AsyncHTTPClientTransport: Transport {
    private let client: HTTPClient
    private let ownership: Ownership?

    /// Makes a client of its own. Call ``shutdown()`` at the end; a transport that nobody holds any more shuts down by
    /// itself, though nobody waits for it.
    ///
    /// - Throws: where the options can't be met. Nothing is sent another way instead.
    public init(_ options: Options = Options()) throws(ConfigurationError) {
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try options.configuration())
        ownership = Ownership()
    }

    /// Sends through a client that the app has already, whose settings count, and which the app shuts down. It should
    /// not follow redirects: the client that stands on this transport does, and knows what may go where.
    public init(sharing client: HTTPClient) {
        self.client = client
        ownership = nil
    }

    deinit {
        // HTTPClient must be shut down before it goes.
        if let ownership, ownership.end() { client.shutdown { _ in } }
    }

    /// Ends what is under way with errors, and closes all connections. A client that is shared stays as it is.
    public func shutdown() async throws {
        if let ownership, ownership.end() { try await client.shutdown() }
    }

    /// Runs with a transport, and shuts it down afterwards.
    public static func withTransport<Result>(
        _ options: Options = Options(), isolation: isolated (any Actor)? = #isolation,
        _ body: (AsyncHTTPClientTransport) async throws -> Result
    ) async throws -> Result {
        let transport = try AsyncHTTPClientTransport(options)
        do {
            let result = try await body(transport)
            try await transport.shutdown()
            return result
        } catch {
            try? await transport.shutdown()
            throw error
        }
    }

    public func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        if Task.isCancelled { throw TransportError(.cancelled, "the call was cancelled", serverMayHaveActed: false) }
        let clientRequest = try ClientMessages.request(request, body: body)
        do {
            let response = try await client.execute(clientRequest, deadline: .now() + limits.timeout.timeAmount)
            let data = try await ClientMessages.body(response, limit: limits.maximumResponseBytes)
            return (ClientMessages.head(response), data)
        } catch {
            throw ClientErrors.transportError(error)
        }
    }

    public func open(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, ResponseChunks) {
        if Task.isCancelled { throw TransportError(.cancelled, "the call was cancelled", serverMayHaveActed: false) }
        let clientRequest = try ClientMessages.request(request, body: body)
        do {
            // A deadline would end the body too: whoever waits for the head cancels.
            let response = try await client.execute(clientRequest, deadline: .distantFuture)
            let chunks = ClientChunks(response.body, from: self)
            return (
                ClientMessages.head(response),
                ResponseChunks { () async throws(TransportError) in try await chunks.next() }
            )
        } catch {
            throw ClientErrors.transportError(error)
        }
    }
}

/// Whether a client that the transport made is still to be shut down.
private final class Ownership: Sendable {
    private let isOpen = Locked(true)

    /// - Returns: whether nobody has ended it before.
    func end() -> Bool {
        isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
    }
}

extension Duration {
    /// Rounded down to nanoseconds; years where it is longer than NIO can tell.
    var timeAmount: TimeAmount {
        let (seconds, attoseconds) = components
        let longest: Int64 = 1_000_000_000
        return .nanoseconds(min(max(seconds, 0), longest) * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
