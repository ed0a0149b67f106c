import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A proxy on this machine: HTTP with tunnels (RFC 9110, section 9.3.6), or SOCKS 5 (RFC 1928). All hosts are taken for
/// this machine, so that nothing leaves it.
package final class LoopbackProxy: Sendable {
    package enum Kind: Sendable {
        /// - Parameter credentials: what `Proxy-Authorization` has to be; anything where it is `nil`.
        case http(credentials: String?)
        case socks5
    }

    private let state: ProxyState
    package let port: UInt16

    /// - Throws: where no socket is to be had.
    package init(_ kind: Kind) throws {
        let socket = try ServerSocket()
        port = socket.port
        let state = ProxyState(kind: kind)
        self.state = state
        Thread.detachNewThread { state.accept(from: socket) }
    }

    deinit {
        state.stop()
    }

    /// What it was asked for: `CONNECT host:port`, `GET http://…`, or `SOCKS host:port`.
    package var requests: [String] { state.requests }
}

/// `@unchecked Sendable` is safe because what changes is private and touched under `lock` only.
private final class ProxyState: @unchecked Sendable {
    private let kind: LoopbackProxy.Kind
    private let lock = NSLock()
    private var received: [String] = []
    private var isStopped = false

    init(kind: LoopbackProxy.Kind) {
        self.kind = kind
    }

    var requests: [String] { lock.withLock { received } }
    private var hasStopped: Bool { lock.withLock { isStopped } }

    func stop() {
        lock.withLock { isStopped = true }
    }

    func accept(from socket: ServerSocket) {
        while !hasStopped {
            guard let connection = socket.nextConnection() else { continue }
            Thread.detachNewThread {
                self.serve(connection)
                close(connection.descriptor)
            }
        }
        close(socket.descriptor)
    }

    private func note(_ request: String) {
        lock.withLock { received.append(request) }
    }

    private func serve(_ connection: Connection) {
        switch kind {
        case .http(let credentials): serveHTTP(connection, credentials)
        case .socks5: serveSOCKS(connection)
        }
    }

    private func serveHTTP(_ connection: Connection, _ credentials: String?) {
        guard let request = connection.readRequest(while: { !hasStopped }) else { return }
        note("\(request.method) \(request.path)")
        if let credentials, request["Proxy-Authorization"] != credentials {
            let head = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
            _ = connection.send(Data("\(head)Content-Length: 0\r\nConnection: close\r\n\r\n".utf8))
            return
        }
        if request.method == "CONNECT" {
            guard let server = connect(request.path) else { return }
            _ = connection.send(Data("HTTP/1.1 200 Connected\r\n\r\n".utf8))
            relay(connection, server)
        } else {
            guard let url = URLComponents(string: request.path), let server = connect(":\(url.port ?? 80)") else {
                return
            }
            let query = url.percentEncodedQuery.map { "?\($0)" } ?? ""
            var head = "\(request.method) \(url.percentEncodedPath)\(query) HTTP/1.1\r\n"
            for header in request.headers where header.name.lowercased() != "proxy-authorization" {
                head += "\(header.name): \(header.value)\r\n"
            }
            _ = server.send(Data("\(head)\r\n".utf8) + request.body)
            relay(connection, server)
        }
    }

    private func serveSOCKS(_ connection: Connection) {
        // Version, methods; then version, command, address and port.
        guard connection.receive(while: { !hasStopped })?.first == 5, connection.send(Data([5, 0])),
            let request = connection.receive(while: { !hasStopped }).map(Array.init), request.count > 8
        else { return }
        let port = Int(request[request.count - 2]) << 8 | Int(request[request.count - 1])
        note("SOCKS \(port)")
        guard let server = connect(":\(port)") else { return }
        _ = connection.send(Data([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
        relay(connection, server)
    }

    /// - Parameter target: ends with a port.
    private func connect(_ target: String) -> Connection? {
        guard let port = target.split(separator: ":").last.flatMap({ UInt16($0) }) else { return nil }
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                #if canImport(Darwin)
                    Darwin.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                #elseif canImport(Musl)
                    Musl.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                #else
                    Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                #endif
            }
        }
        if result == 0 { return Connection(descriptor: descriptor) }
        close(descriptor)
        return nil
    }

    /// Passes bytes both ways until either side ends.
    private func relay(_ client: Connection, _ server: Connection) {
        defer { close(server.descriptor) }
        var ends = [
            pollfd(fd: client.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        while !hasStopped {
            guard poll(&ends, 2, 50) > 0 else { continue }
            for (index, from, to) in [(0, client, server), (1, server, client)] where ends[index].revents != 0 {
                guard let data = from.receive(while: { false }), to.send(data) else { return }
            }
        }
    }
}
