public import Foundation

/// What can be set about a client beside its credentials. The defaults suit most.
public struct ClientConfiguration: Sendable {
    /// Another server than the description's, such as a proxy or a test server; paths are appended to it.
    public var baseURL: URL?
    /// How long a call may take in all: every attempt, and the waiting in between.
    public var timeout: Duration
    /// How long one attempt may take.
    public var attemptTimeout: Duration
    /// The size that a response's body may have; a larger one is an error.
    public var maximumResponseBytes: Int
    /// Headers that go with every request.
    public var headers: [String: String]
    /// Whether requests may go unencrypted. Addresses of this machine may be reached by `http` in any case.
    public var allowsInsecureHTTP: Bool
    /// Put before the client's own in the header `User-Agent`, such as `MyApp/2.1`.
    public var userAgent: String?
    /// Credentials by the name of the security scheme, in place of what the client was made with: for credentials that
    /// change (``Authentication/provider(_:)``), or for schemes that its initialiser doesn't ask for.
    public var authentication: [String: Authentication]

    public init(
        baseURL: URL? = nil, timeout: Duration = .seconds(60), attemptTimeout: Duration = .seconds(30),
        maximumResponseBytes: Int = 64 << 20, headers: [String: String] = [:], allowsInsecureHTTP: Bool = false,
        userAgent: String? = nil, authentication: [String: Authentication] = [:]
    ) {
        self.baseURL = baseURL
        self.timeout = timeout
        self.attemptTimeout = attemptTimeout
        self.maximumResponseBytes = maximumResponseBytes
        self.headers = headers
        self.allowsInsecureHTTP = allowsInsecureHTTP
        self.userAgent = userAgent
        self.authentication = authentication
    }
}
