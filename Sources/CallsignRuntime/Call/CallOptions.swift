/// What can be set for one call.
public struct CallOptions: Sendable {
    /// How long the call may take in all; the client's timeout where it is `nil`.
    public var timeout: Duration?
    /// Further headers; they win over the client's and the operation's own.
    public var headers: [String: String]
    /// Further query parameters, such as ones that the description doesn't know yet; sorted by name when sent.
    public var query: [String: String]

    public init(timeout: Duration? = nil, headers: [String: String] = [:], query: [String: String] = [:]) {
        self.timeout = timeout
        self.headers = headers
        self.query = query
    }
}
