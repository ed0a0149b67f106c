/// Why there is no response, or not all of it.
public struct TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable {
        /// The host's name isn't known.
        case cannotFindHost
        /// No connection came about: refused, unreachable, offline.
        case cannotConnect
        /// No trust in the server's certificate, or no common protocol.
        case secureConnectionFailed
        /// The connection broke off.
        case connectionLost
        case timedOut
        case cancelled
        /// The body is larger than ``TransportLimits/maximumResponseBytes``.
        case responseTooLarge
        /// What came back isn't HTTP.
        case invalidResponse
        /// The transport can't do what it was set up for, and sends nothing rather than something else.
        case unsupported
        case other
    }

    public var kind: Kind
    /// What happened, for people. It never holds a URL or a header, since these can hold credentials.
    public var message: String
    /// Whether the request may have reached the server: if so, it may have acted on it, answer or no answer.
    public var serverMayHaveActed: Bool

    public init(_ kind: Kind, _ message: String, serverMayHaveActed: Bool) {
        self.kind = kind
        self.message = message
        self.serverMayHaveActed = serverMayHaveActed
    }

    public var description: String { message }
}
