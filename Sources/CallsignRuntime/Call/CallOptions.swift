/// What can be set for one call.
public struct CallOptions: Sendable {
    /// How long the call may take in all; the client's timeout where it is `nil`.
    public var timeout: Duration?
    /// How long one attempt may take; the client's where it is `nil`.
    public var attemptTimeout: Duration?
    /// How long nothing may come of a body that is streamed; the client's where it is `nil`.
    public var streamTimeout: Duration?
    /// When the request is sent again; the client's policy where it is `nil`.
    public var retries: RetryPolicy?
    /// The key by which the server recognises a request that it has had already, where the operation takes one. One is
    /// made for each call where it is `nil`.
    public var idempotencyKey: String?
    /// Further headers; they win over the client's and the operation's own.
    public var headers: [String: String]
    /// Further query parameters, such as ones that the description doesn't know yet; sorted by name when sent.
    public var query: [String: String]
    /// The address of another server than the client's or the operation's own, for this call.
    public var server: String?

    public init(
        timeout: Duration? = nil, attemptTimeout: Duration? = nil, streamTimeout: Duration? = nil,
        retries: RetryPolicy? = nil, idempotencyKey: String? = nil, headers: [String: String] = [:],
        query: [String: String] = [:], server: String? = nil
    ) {
        self.timeout = timeout
        self.attemptTimeout = attemptTimeout
        self.streamTimeout = streamTimeout
        self.retries = retries
        self.idempotencyKey = idempotencyKey
        self.headers = headers
        self.query = query
        self.server = server
    }
}
