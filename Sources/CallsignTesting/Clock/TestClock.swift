public import CallsignRuntime
public import Foundation

/// A clock that a test moves, for calls that wait: between attempts, for their turn, until their time is over.
///
/// ```swift
/// let clock = TestClock(leaps: true)
/// let configuration = ClientConfiguration(clock: clock)
/// …
/// #expect(clock.slept == [.seconds(2)])
/// ```
public final class TestClock: ClientClock {
    private struct Sleeper: Sendable {
        var id: Int
        var end: Duration
        var continuation: CheckedContinuation<Bool, Never>
    }

    private struct State: Sendable {
        var now: Duration = .zero
        var slept: [Duration] = []
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
    }

    private let state = Locked(State())
    private let start: Date
    private let leaps: Bool

    /// - Parameters:
    ///   - date: the time of day at which it starts.
    ///   - leaps: whether who sleeps is woken at once, at the time until which they meant to sleep. Otherwise they
    ///     sleep until ``advance(by:)`` has brought that time. Leap only over transports that answer at once: a limit
    ///     on an attempt's time sleeps too.
    public init(date: Date = Date(timeIntervalSince1970: 1_700_000_000), leaps: Bool = false) {
        start = date
        self.leaps = leaps
    }

    public var now: Duration { state.withLock { $0.now } }

    public var date: Date {
        let now = now.components
        return start.addingTimeInterval(Double(now.seconds) + Double(now.attoseconds) / 1e18)
    }

    /// For how long anybody has slept or sleeps, in the order in which they began.
    public var slept: [Duration] { state.withLock { $0.slept } }

    /// How many are sleeping.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    public func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        let id = state.withLock { state -> Int? in
            state.slept.append(duration)
            if leaps {
                state.now = max(state.now, state.now + duration)
                return nil
            }
            return state.slept.count
        }
        guard let id else { return await Task.yield() }
        let isAwake = await withTaskCancellationHandler {
            await withCheckedContinuation { add(Sleeper(id: id, end: now + duration, continuation: $0)) }
        } onCancel: {
            cancel(id)
        }
        if !isAwake { throw CancellationError() }
    }

    /// Moves the time on, and wakes whose time has come.
    public func advance(by duration: Duration) {
        let awake = state.withLock { state -> [Sleeper] in
            state.now += duration
            let now = state.now
            defer { state.sleepers.removeAll { $0.end <= now } }
            return state.sleepers.filter { $0.end <= now }
        }
        for sleeper in awake { sleeper.continuation.resume(returning: true) }
    }

    private func add(_ sleeper: Sleeper) {
        let isCancelled = state.withLock { state -> Bool in
            if state.cancelled.remove(sleeper.id) != nil { return true }
            state.sleepers.append(sleeper)
            return false
        }
        if isCancelled { sleeper.continuation.resume(returning: false) }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(returning: false)
    }
}
