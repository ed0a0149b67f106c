/// When a request is sent again, and how long to wait before.
///
/// No policy makes a client repeat what may have been done already. A request is sent again only where it can't have
/// reached the server, where the answer says that nothing was done (429), where its method can be repeated without
/// further effect (RFC 9110, section 9.2.2), or where it carries an idempotency key.
public struct RetryPolicy: Sendable, Hashable {
    /// How waiting times are spread, so that clients that failed together don't come back together.
    public enum Jitter: Sendable, Hashable {
        /// Any time up to the one that the policy allows.
        case full
        /// Always the longest time that the policy allows.
        case none
    }

    /// How many times a request may be sent in all, at least once.
    public var attempts: Int
    /// The longest wait before the second attempt; it doubles with each further one.
    public var base: Duration
    /// The longest wait before any attempt. A server's `Retry-After` may be longer.
    public var cap: Duration
    /// How long after the start of a call an attempt may still begin; `nil` where only the call's timeout counts.
    public var total: Duration?
    /// The statuses after which a request that can be repeated is sent again.
    public var statuses: Set<Int>
    /// The statuses that say that nothing was done, after which every request may be sent again.
    public var statusesWithoutEffect: Set<Int>
    public var jitter: Jitter

    public init(
        attempts: Int = 3, base: Duration = .milliseconds(500), cap: Duration = .seconds(20), total: Duration? = nil,
        statuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504], statusesWithoutEffect: Set<Int> = [425, 429],
        jitter: Jitter = .full
    ) {
        self.attempts = attempts
        self.base = base
        self.cap = cap
        self.total = total
        self.statuses = statuses
        self.statusesWithoutEffect = statusesWithoutEffect
        self.jitter = jitter
    }

    /// Every request is sent once.
    public static let never = RetryPolicy(attempts: 1)

    /// The wait before an attempt where the server doesn't ask for one.
    ///
    /// - Parameters:
    ///   - attempt: how many attempts were made, at least one.
    ///   - fraction: from 0 to 1, where it falls within its range; 1 without jitter.
    func delay(after attempt: Int, fraction: Double) -> Duration {
        var longest = max(base, .zero)
        var doublings = attempt - 1
        while doublings > 0, longest < cap {
            longest += longest
            doublings -= 1
        }
        longest = min(longest, max(cap, .zero))
        return jitter == .none ? longest : .seconds(longest.seconds * min(max(fraction, 0), 1))
    }
}
