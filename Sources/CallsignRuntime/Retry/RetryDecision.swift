/// Decides whether a request is sent again, and when.
struct RetryDecision {
    var policy: RetryPolicy
    /// Whether repeating the request has no further effect: by its method, by its description, or by its key.
    var isRepeatable: Bool

    /// - Parameters:
    ///   - attempt: how many attempts were made.
    ///   - retryAfter: what the server asks for.
    ///   - elapsed: the time since the call began.
    ///   - remaining: the time that is left of the call.
    ///   - fraction: from 0 to 1, where the wait falls within its range.
    /// - Returns: how long to wait; nothing where the request isn't sent again.
    func delay(
        after outcome: Attempt.Outcome, attempt: Int, retryAfter: Duration?, elapsed: Duration, remaining: Duration,
        fraction: Double
    ) -> Duration? {
        guard attempt < policy.attempts, allows(outcome) else { return nil }
        var delay = policy.delay(after: attempt, fraction: fraction)
        // What the server asks for is the least; the jitter comes on top, or all come back at the same moment.
        if let retryAfter { delay = retryAfter + (policy.jitter == .none ? .zero : min(delay, policy.base)) }
        if let total = policy.total, elapsed + delay > total { return nil }
        return delay < remaining ? delay : nil
    }

    private func allows(_ outcome: Attempt.Outcome) -> Bool {
        switch outcome {
        case .response(let status):
            policy.statusesWithoutEffect.contains(status) || isRepeatable && policy.statuses.contains(status)
        case .timedOut:
            isRepeatable
        case .failure(let error):
            switch error.kind {
            // The same would happen again.
            case .cancelled, .responseTooLarge, .secureConnectionFailed, .unsupported: false
            default: isRepeatable || !error.serverMayHaveActed
            }
        }
    }
}
