public import Foundation

/// What can be set about a client beside its credentials. The defaults suit most.
public struct ClientConfiguration: Sendable {
    /// Another server than the description's, such as a proxy or a test server; paths are appended to it.
    public var baseURL: URL?
    /// How long a call may take in all: every attempt, and the waiting in between.
    public var timeout: Duration
    /// How long one attempt may take.
    public var attemptTimeout: Duration
    /// How long nothing may come of a body that is streamed. The other times end with its first bytes.
    public var streamTimeout: Duration
    /// When a request is sent again. It never is where that could do a second time what was done already.
    public var retries: RetryPolicy
    /// How many requests may be sent within a time; those beyond wait for their turn.
    public var rateLimiting: RateLimiting
    /// Stands around every attempt, the first outermost.
    public var middleware: [any Middleware]
    /// Told of every attempt when it has ended. It is called where the call runs, so it should be quick.
    public var onAttempt: (@Sendable (Attempt) -> Void)?
    /// Told of elements of lists in answers that aren't what the description says, which are then left out. Where it is
    /// `nil`, one such element makes the whole answer an error.
    public var onUnreadableElement: (@Sendable (UnreadableElement) -> Void)?
    /// By what the client waits; another one in tests.
    public var clock: any ClientClock
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
        streamTimeout: Duration = .seconds(300), retries: RetryPolicy = RetryPolicy(),
        rateLimiting: RateLimiting = .described,
        middleware: [any Middleware] = [], onAttempt: (@Sendable (Attempt) -> Void)? = nil,
        onUnreadableElement: (@Sendable (UnreadableElement) -> Void)? = nil,
        clock: any ClientClock = SystemClock(), maximumResponseBytes: Int = 64 << 20, headers: [String: String] = [:],
        allowsInsecureHTTP: Bool = false, userAgent: String? = nil, authentication: [String: Authentication] = [:]
    ) {
        self.baseURL = baseURL
        self.timeout = timeout
        self.attemptTimeout = attemptTimeout
        self.streamTimeout = streamTimeout
        self.retries = retries
        self.rateLimiting = rateLimiting
        self.middleware = middleware
        self.onAttempt = onAttempt
        self.onUnreadableElement = onUnreadableElement
        self.clock = clock
        self.maximumResponseBytes = maximumResponseBytes
        self.headers = headers
        self.allowsInsecureHTTP = allowsInsecureHTTP
        self.userAgent = userAgent
        self.authentication = authentication
    }
}
