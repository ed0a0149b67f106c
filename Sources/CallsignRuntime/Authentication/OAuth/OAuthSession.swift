/// The token that copies of a client share: kept as long as it holds, and had anew by one request that all wait for.
final class OAuthSession: Sendable {
    /// A token as it is used: which one it is tells it from later ones.
    struct Issue: Sendable {
        var token: Secret
        var number: Int
    }

    private typealias Outcome = Result<Issue, any Error>

    private struct State: Sendable {
        var issue: Issue?
        /// By the client's clock; nothing where the server didn't say.
        var expiry: Duration?
        var refreshToken: Secret?
        var issued = 0
        var isAsking = false
        var waiters: [Int: CheckedContinuation<Outcome, Never>] = [:]
        var nextID = 0
        /// Those that were cancelled before they had begun to wait.
        var cancelled: Set<Int> = []
    }

    private let grant: OAuthGrant
    private let state: Locked<State>

    init(grant: OAuthGrant, refreshToken: Secret?) {
        self.grant = grant
        state = Locked(State(refreshToken: refreshToken))
    }

    /// A token that holds, asked for if there is none.
    ///
    /// - Throws: ``TransportError`` where trying again may help, `RequestProblem` where the server refuses.
    func issue(_ settings: ClientSettings) async throws -> Issue {
        let now = settings.configuration.clock.now
        let (known, id) = state.withLock { state -> (Issue?, Int) in
            if let issue = state.issue, state.expiry.map({ now < $0 }) ?? true { return (issue, 0) }
            state.nextID += 1
            return (nil, state.nextID)
        }
        if let known { return known }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, id, settings) }
        } onCancel: {
            cancel(id)
        }
        state.withLock { _ = $0.cancelled.remove(id) }
        return try outcome.get()
    }

    /// Gives up a token that the API refuses, unless there is a newer one.
    func giveUp(_ number: Int) {
        state.withLock { state in
            if state.issue?.number == number { state.issue = nil }
        }
    }

    // MARK: Waiting

    private func wait(_ continuation: CheckedContinuation<Outcome, Never>, _ id: Int, _ settings: ClientSettings) {
        let isFirst = state.withLock { state -> Bool? in
            if state.cancelled.contains(id) { return nil }
            state.waiters[id] = continuation
            defer { state.isAsking = true }
            return !state.isAsking
        }
        switch isFirst {
        case nil: continuation.resume(returning: .failure(Self.cancellation))
        // Not a part of the call that came first, so that the others' wait doesn't end with that.
        case true?: Task { await ask(settings) }
        case false?: break
        }
    }

    private func cancel(_ id: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            if let waiter = state.waiters.removeValue(forKey: id) { return waiter }
            state.cancelled.insert(id)
            return nil
        }
        continuation?.resume(returning: .failure(Self.cancellation))
    }

    private static let cancellation = TransportError(
        .cancelled, "the call was cancelled while it waited for a token", serverMayHaveActed: false)

    // MARK: Asking

    private func ask(_ settings: ClientSettings) async {
        let began = settings.configuration.clock.now
        let refreshToken = state.withLock { $0.refreshToken }
        do {
            let tokens = try await OAuthRequest(grant: grant, settings: settings).tokens(refreshToken)
            // Whoever keeps the refresh token has to have it before anything else can go wrong.
            await grant.onTokens?(tokens)
            end { state in
                state.issued += 1
                let issue = Issue(token: Secret(tokens.accessToken), number: state.issued)
                state.issue = issue
                state.expiry = tokens.lifetime.map { began + $0 - Self.margin($0) }
                if refreshToken != nil { state.refreshToken = tokens.refreshToken.map { Secret($0) } }
                return .success(issue)
            }
        } catch {
            end { _ in .failure(error) }
        }
    }

    /// How long before its end a token isn't used any more, so that it holds until the API looks at it.
    private static func margin(_ lifetime: Duration) -> Duration { min(.seconds(60), lifetime / 10) }

    private func end(_ outcome: (inout State) -> Outcome) {
        let (result, waiters) = state.withLock { state in
            let result = outcome(&state)
            defer {
                state.waiters = [:]
                state.isAsking = false
            }
            return (result, Array(state.waiters.values))
        }
        for waiter in waiters { waiter.resume(returning: result) }
    }
}

/// The tokens that a request was signed with.
final class TokenUse: Sendable {
    private let used = Locked<[(session: OAuthSession, number: Int)]>([])

    func note(_ session: OAuthSession, _ number: Int) {
        used.withLock { $0.append((session, number)) }
    }

    /// Gives up the tokens.
    ///
    /// - Returns: whether there were any.
    func giveUp() -> Bool {
        let all = used.withLock { $0 }
        for (session, number) in all { session.giveUp(number) }
        return !all.isEmpty
    }
}
