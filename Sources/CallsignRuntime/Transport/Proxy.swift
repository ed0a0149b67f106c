import Foundation

/// A proxy that requests go through.
public struct Proxy: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Asked to forward, or to open a tunnel (`CONNECT`) for what is encrypted.
        case http
        /// SOCKS, version 5 (RFC 1928).
        case socks5
    }

    public var kind: Kind
    public var host: String
    public var port: Int
    /// The proxy's own, not the API's.
    public var username: String?
    private var secret: Secret?

    public init(_ kind: Kind = .http, host: String, port: Int, username: String? = nil, password: String? = nil) {
        self.kind = kind
        self.host = host
        self.port = port
        self.username = username
        secret = password.map(Secret.init)
    }

    /// A proxy as a URL, such as `http://user:password@proxy.example.com:3128` or `socks5://localhost`.
    ///
    /// - Throws: ``ConfigurationError/invalidProxy(_:)`` where it isn't one.
    public init(url: String) throws(ConfigurationError) {
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty else {
            throw .invalidProxy("it is no URL with a host, such as http://proxy.example.com:3128")
        }
        let kind: Kind? =
            switch parts.scheme?.lowercased() {
            case "http": .http
            case "socks", "socks5", "socks5h": .socks5
            default: nil
            }
        guard let kind else { throw .invalidProxy("its scheme is neither http nor socks5") }
        self.init(
            kind, host: host, port: parts.port ?? (kind == .http ? 8080 : 1080), username: parts.user,
            password: parts.password)
    }

    /// The proxy's own, not the API's.
    public var password: String? {
        get { secret?.value }
        set { secret = newValue.map(Secret.init) }
    }
}

extension Proxy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the password.
    public var description: String {
        "\(kind.rawValue)://\(username.map { "\($0)@" } ?? "")\(host):\(port)"
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
