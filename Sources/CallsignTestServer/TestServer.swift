public import CallsignTesting
public import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import NIOPosix

/// An HTTP server on this machine that answers out of recordings, so that an app's own tests run the real client over a
/// real transport, without an account.
///
/// ```swift
/// try await TestServer.withServer(serving: folder) { server in
///     let configuration = ClientConfiguration(baseURL: server.url.appendingPathComponent("v1"))
///     let plivo = PlivoClient(authID: "MA1", authToken: "secret", configuration: configuration)
///     let receipt = try await plivo.messages.create(…)
/// }
/// ```
///
/// The base URL has the path that the description's servers have, since recordings have it too. Requests fit recordings
/// as they do with a ``ReplayTransport``, but for the host, and may come in any order and any number of times: exchanges
/// with the same request answer in turn, the last of them from then on.
///
/// A request that nothing was recorded for gets the status 501, which no client tries again, and a text that names the
/// recording that comes nearest, with the difference.
///
/// A recorded failure is acted out: on `timedOut` nothing is sent until the client goes away, on `invalidResponse`
/// what isn't HTTP, and on all others the connection is closed.
public final class TestServer: Sendable {
    /// Where it listens, such as `http://127.0.0.1:49152`.
    public let url: URL

    private let listener: any Channel
    private let connections: OpenConnections
    private let exchanges: ServedExchanges

    private init(listener: any Channel, url: URL, connections: OpenConnections, exchanges: ServedExchanges) {
        self.listener = listener
        self.url = url
        self.connections = connections
        self.exchanges = exchanges
    }

    /// Starts a server, which stops when nobody holds it any more.
    ///
    /// - Parameters:
    ///   - recordings: by the names that differences call them, such as ``HTTPRecording/recordings(in:)`` reads them.
    ///   - port: a free one unless given.
    ///   - onRequest: told of each request before it is answered.
    /// - Throws: an error of SwiftNIO's where the port can't be had.
    public static func start(
        serving recordings: [String: HTTPRecording], port: UInt16 = 0,
        onRequest: (@Sendable (ServedRequest) -> Void)? = nil
    ) async throws -> TestServer {
        let exchanges = ServedExchanges(recordings, onRequest: onRequest)
        let connections = OpenConnections()
        let host = "127.0.0.1"
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                connections.add(channel)
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandlers(HTTP1ToHTTPServerCodec(secure: false), ServerHandler(exchanges))
                }
            }
            .bind(host: host, port: Int(port)).get()
        guard let port = listener.localAddress?.port, let url = URL(string: "http://\(host):\(port)") else {
            try await listener.close()
            throw ChannelError.unknownLocalAddress
        }
        return TestServer(listener: listener, url: url, connections: connections, exchanges: exchanges)
    }

    /// Runs with a server that serves a folder of recordings, and stops it afterwards.
    ///
    /// - Parameter folder: as ``HTTPRecording/recordings(in:)`` takes it.
    /// - Throws: ``RecordingFolderError`` where the recordings are wrong, what `body` throws, and ``ReplayFailure``
    ///   where nothing was recorded for a request, even if `body` made nothing of it.
    public static func withServer<Result>(
        serving folder: URL, isolation: isolated (any Actor)? = #isolation,
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let server = try await start(serving: try HTTPRecording.recordings(in: folder))
        do {
            let result = try await body(server)
            await server.stop()
            try server.check()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }

    deinit {
        connections.stop()
        listener.close(promise: nil)
    }

    /// Stops listening, and closes all connections. A second time it does nothing.
    public func stop() async {
        // It fails where it has been closed before.
        try? await listener.close()
        connections.stop()
    }

    /// Waits until the server is stopped.
    public func untilStopped() async throws {
        try await listener.closeFuture.get()
    }

    /// What came so far, in order.
    public var requests: [ServedRequest] { exchanges.requests }

    /// - Throws: ``ReplayFailure`` where nothing was recorded for a request, with all differences.
    public func check() throws(ReplayFailure) {
        let differences = requests.compactMap { request -> String? in
            guard case .nothing(let difference) = request.answer else { return nil }
            return difference
        }
        if !differences.isEmpty { throw ReplayFailure(differences: differences) }
    }
}
