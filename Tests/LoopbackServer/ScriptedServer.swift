package import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An HTTP/1.1 server on this machine whose answers a test scripts, faults included. It takes a free port, remembers
/// what it was sent, and stops when nobody holds it any more.
package final class ScriptedServer: Sendable {
    /// A request as it came.
    package struct Request: Sendable {
        package var method: String
        /// Path and query.
        package var path: String
        package var headers: [(name: String, value: String)]
        package var body: Data

        /// A header's value by its name, in any case.
        package subscript(name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// What to answer, and how.
    package struct Answer: Sendable {
        package enum Ending: Sendable {
            case complete
            /// The connection is closed after so many bytes of the body, although more were announced.
            case dropped(after: Int)
            /// The connection is closed before anything is sent.
            case refused
            /// These bytes are sent instead of an answer.
            case garbled(String)
        }

        package var status = 200
        package var headers: [(name: String, value: String)] = []
        package var body = Data()
        /// How long nothing is sent.
        package var delay: TimeInterval = 0
        /// Whether the body goes in chunks of this size, without a length.
        package var chunkSize: Int?
        /// How long to wait after each chunk.
        package var pace: TimeInterval = 0
        /// Gives the body chunk by chunk in place of ``body``, by the chunk's number; nothing ends it. It may wait.
        package var chunks: (@Sendable (Int) -> Data?)?
        /// Told whether all chunks could be sent.
        package var onEnd: (@Sendable (Bool) -> Void)?
        package var ending = Ending.complete

        package init(_ status: Int = 200, _ body: String = "", headers: [(name: String, value: String)] = []) {
            self.status = status
            self.body = Data(body.utf8)
            self.headers = headers
        }
    }

    private let state: ServerState
    package let port: UInt16

    /// - Throws: where no socket is to be had.
    package init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        let socket = try ServerSocket()
        port = socket.port
        let state = ServerState(answer: answer)
        self.state = state
        Thread.detachNewThread { state.accept(from: socket) }
    }

    deinit {
        state.stop()
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    /// What came so far, in order.
    package var requests: [Request] { state.requests }
}

/// Why the server can't start.
package struct ServerSocketError: Error {
    package var step: String
    package var code: Int32
}

/// A listening socket on a free port of the loopback address.
struct ServerSocket: Sendable {
    let descriptor: Int32
    let port: UInt16

    init() throws {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        guard descriptor >= 0 else { throw ServerSocketError(step: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer -> Int32 in
                if bind(descriptor, pointer, length) != 0 || listen(descriptor, 64) != 0 { return errno }
                return getsockname(descriptor, pointer, &length) == 0 ? 0 : errno
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw ServerSocketError(step: "bind", code: result)
        }
        self.descriptor = descriptor
        port = UInt16(bigEndian: address.sin_port)
    }
}

extension ServerSocket {
    /// - Returns: `nil` where none has come for a moment.
    func nextConnection() -> Connection? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 50) > 0 else { return nil }
        #if canImport(Darwin)
            let connection = Darwin.accept(descriptor, nil, nil)
        #elseif canImport(Musl)
            let connection = Musl.accept(descriptor, nil, nil)
        #else
            let connection = Glibc.accept(descriptor, nil, nil)
        #endif
        return connection >= 0 ? Connection(descriptor: connection) : nil
    }
}

/// What the server's threads share.
///
/// `@unchecked Sendable` is safe because what changes is private and touched under `lock` only.
final class ServerState: @unchecked Sendable {
    private let answer: @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer
    private let lock = NSLock()
    private var received: [ScriptedServer.Request] = []
    private var isStopped = false

    init(answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer) {
        self.answer = answer
    }

    var requests: [ScriptedServer.Request] { lock.withLock { received } }
    var hasStopped: Bool { lock.withLock { isStopped } }

    func stop() {
        lock.withLock { isStopped = true }
    }

    /// Takes connections, each on a thread of its own, until the server is stopped.
    func accept(from socket: ServerSocket) {
        while !hasStopped {
            guard let connection = socket.nextConnection() else { continue }
            Thread.detachNewThread { self.serve(connection) }
        }
        close(socket.descriptor)
    }

    /// One request and one answer; then the connection is closed.
    private func serve(_ connection: Connection) {
        defer { close(connection.descriptor) }
        guard let request = connection.readRequest(while: { !hasStopped }) else { return }
        lock.withLock { received.append(request) }
        let answer = answer(request)
        let end = Date(timeIntervalSinceNow: answer.delay)
        while !hasStopped, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
        if !hasStopped { connection.write(answer, while: { !hasStopped }) }
    }
}
