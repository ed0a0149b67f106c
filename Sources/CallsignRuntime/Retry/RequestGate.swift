/// Lets requests through in the order in which they come: no more than a limit allows, and none while the server has
/// asked to wait. All copies of a client share one.
///
/// In no interval of the limit's length do more than its number pass, wherever it begins.
final class RequestGate: Sendable {
    enum Passage: Sendable {
        case passed, cancelled, timedOut
    }

    private struct Waiter: Sendable {
        var id: Int
        var deadline: Duration
        var continuation: CheckedContinuation<Passage, Never>
    }

    private struct State: Sendable {
        /// When the last requests passed, oldest first from `oldest` on; as many as the limit allows at most.
        var passages: [Duration] = []
        var oldest = 0
        var closedUntil: Duration = .zero
        var waiters: [Waiter] = []
        var nextID = 0
        var isAttended = false
        /// Those that were cancelled before they had begun to wait.
        var cancelled: Set<Int> = []
    }

    private let limit: RateLimit?
    private let clock: any ClientClock
    private let state = Locked(State())

    init(limit: RateLimit?, clock: any ClientClock) {
        self.limit = limit.flatMap { $0.requests > 0 && $0.interval > .zero ? $0 : nil }
        self.clock = clock
    }

    /// Waits for one's turn.
    ///
    /// - Parameter deadline: by the clock; a turn that comes later is none.
    func pass(before deadline: Duration) async -> Passage {
        if Task.isCancelled { return .cancelled }
        let now = clock.now
        let id = state.withLock { state -> Int? in
            if state.waiters.isEmpty, opening(state) <= now {
                record(now, &state)
                return nil
            }
            state.nextID += 1
            return state.nextID
        }
        guard let id else { return .passed }
        let passage = await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, id, deadline) }
        } onCancel: {
            cancel(id)
        }
        // A cancellation may have come when the turn was there already.
        state.withLock { _ = $0.cancelled.remove(id) }
        return passage
    }

    /// Lets nothing through for a while.
    func close(for duration: Duration) {
        let until = clock.now + duration
        state.withLock { $0.closedUntil = max($0.closedUntil, until) }
    }

    private func wait(_ continuation: CheckedContinuation<Passage, Never>, _ id: Int, _ deadline: Duration) {
        let (isCancelled, needsAttendant) = state.withLock { state -> (Bool, Bool) in
            if state.cancelled.remove(id) != nil || Task.isCancelled { return (true, false) }
            state.waiters.append(Waiter(id: id, deadline: deadline, continuation: continuation))
            defer { state.isAttended = true }
            return (false, !state.isAttended)
        }
        if isCancelled { continuation.resume(returning: .cancelled) }
        // One task attends all that wait, and ends when nobody does.
        if needsAttendant { Task { await attend() } }
    }

    private func cancel(_ id: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(returning: .cancelled)
    }

    private func attend() async {
        while true {
            let now = clock.now
            let (ready, next) = state.withLock { state -> ([(Waiter, Passage)], Duration?) in
                let ready = release(at: now, &state)
                if state.waiters.isEmpty { state.isAttended = false }
                return (ready, state.waiters.isEmpty ? nil : wakeUp(state))
            }
            for (waiter, passage) in ready { waiter.continuation.resume(returning: passage) }
            guard let next else { return }
            // The attendant is nobody's child and is not cancelled; if it were, the loop would go on at once.
            try? await clock.sleep(for: max(next - now, .milliseconds(1)))
        }
    }

    /// Takes out those whose turn it is, and those whose time is over.
    private func release(at now: Duration, _ state: inout State) -> [(Waiter, Passage)] {
        var ready: [(Waiter, Passage)] = []
        var remaining: [Waiter] = []
        for waiter in state.waiters {
            if waiter.deadline <= now {
                ready.append((waiter, .timedOut))
            } else if remaining.isEmpty, opening(state) <= now {
                record(now, &state)
                ready.append((waiter, .passed))
            } else {
                remaining.append(waiter)
            }
        }
        state.waiters = remaining
        return ready
    }

    /// When there is something to do again.
    private func wakeUp(_ state: State) -> Duration {
        state.waiters.reduce(opening(state)) { min($0, $1.deadline) }
    }

    /// When the next request may pass.
    private func opening(_ state: State) -> Duration {
        guard let limit, state.passages.count == limit.requests else { return state.closedUntil }
        return max(state.closedUntil, state.passages[state.oldest] + limit.interval)
    }

    private func record(_ now: Duration, _ state: inout State) {
        guard let limit else { return }
        if state.passages.count < limit.requests {
            state.passages.append(now)
        } else {
            state.passages[state.oldest] = now
            state.oldest = (state.oldest + 1) % limit.requests
        }
    }
}
