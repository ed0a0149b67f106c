/// How many requests an API takes within a time.
public struct RateLimit: Sendable, Hashable {
    public var requests: Int
    public var interval: Duration

    public init(requests: Int, per interval: Duration) {
        self.requests = requests
        self.interval = interval
    }
}

/// Which limit a client keeps to.
public enum RateLimiting: Sendable, Hashable {
    /// The API's own, where its description names one.
    case described
    case limit(RateLimit)
    /// None. A server that answers 429 still slows the client down.
    case none
}
