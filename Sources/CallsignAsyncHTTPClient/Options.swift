import AsyncHTTPClient
public import CallsignRuntime
import NIOCore
import NIOHTTPCompression
import NIOSSL

extension AsyncHTTPClientTransport {
    /// How connections are made.
    public struct Options: Sendable {
        /// Whom to trust about servers' certificates.
        public enum TrustRoots: Sendable, Hashable {
            /// The system's roots.
            case system
            /// Those in a PEM file, and no others.
            case file(String)
            /// Those in PEM text, and no others.
            case pem(String)
        }

        /// A proxy that all requests go through.
        public var proxy: Proxy?
        public var trustRoots: TrustRoots
        /// How many connections are open to one host at a time; further requests wait for one.
        public var connectionsPerHost: Int
        /// How long making a connection may take.
        public var connectTimeout: Duration
        /// How long a connection is kept that nobody uses.
        public var idleTimeout: Duration
        /// Whether HTTP/2 is spoken where the server does. Without it, every connection carries one request at a time.
        public var allowsHTTP2: Bool

        public init(
            proxy: Proxy? = nil, trustRoots: TrustRoots = .system, connectionsPerHost: Int = 8,
            connectTimeout: Duration = .seconds(10), idleTimeout: Duration = .seconds(60), allowsHTTP2: Bool = true
        ) {
            self.proxy = proxy
            self.trustRoots = trustRoots
            self.connectionsPerHost = connectionsPerHost
            self.connectTimeout = connectTimeout
            self.idleTimeout = idleTimeout
            self.allowsHTTP2 = allowsHTTP2
        }
    }
}

extension AsyncHTTPClientTransport.Options {
    func configuration() throws(ConfigurationError) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try tlsConfiguration(), redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: connectTimeout.timeAmount),
            connectionPool: HTTPClient.Configuration.ConnectionPool(
                idleTimeout: idleTimeout.timeAmount,
                concurrentHTTP1ConnectionsPerHostSoftLimit: max(connectionsPerHost, 1)),
            proxy: try clientProxy(), decompression: .enabled(limit: .size(1 << 30)))
        // The client on top decides whether to try again, and by when.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = allowsHTTP2 ? .automatic : .http1Only
        return configuration
    }

    private func clientProxy() throws(ConfigurationError) -> HTTPClient.Configuration.Proxy? {
        guard let proxy else { return nil }
        guard (1...65_535).contains(proxy.port) else { throw .invalidProxy("\(proxy.port) is no port") }
        switch proxy.kind {
        case .http:
            guard let username = proxy.username else { return .server(host: proxy.host, port: proxy.port) }
            return .server(
                host: proxy.host, port: proxy.port,
                authorization: .basic(username: username, password: proxy.password ?? ""))
        case .socks5:
            guard proxy.username == nil, proxy.password == nil else {
                throw .unsupported("AsyncHTTPClient doesn't log in to SOCKS proxies; use one that asks for no password")
            }
            return .socksServer(host: proxy.host, port: proxy.port)
        }
    }

    private func tlsConfiguration() throws(ConfigurationError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        let certificates: [NIOSSLCertificate]
        do {
            switch trustRoots {
            case .system: return configuration
            case .file(let path): certificates = try NIOSSLCertificate.fromPEMFile(path)
            case .pem(let text): certificates = try NIOSSLCertificate.fromPEMBytes(Array(text.utf8))
            }
        } catch {
            throw .invalidCertificates("they are no PEM that can be read")
        }
        // Without any, BoringSSL would trust nobody, and each call would fail without saying why.
        guard !certificates.isEmpty else { throw .invalidCertificates("there are none") }
        configuration.trustRoots = .certificates(certificates)
        return configuration
    }
}
