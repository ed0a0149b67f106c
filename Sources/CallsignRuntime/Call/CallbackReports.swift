public import Foundation

/// Brings what an API posts to a callback URL to those who wait for it: the answers to asynchronous requests.
///
/// ```swift
/// let reports = CallbackReports(identifiedBy: "/api_id")
/// // Where the request is made:
/// let receipt = try await plivo.calls.create(request, reportingTo: CallbackTarget("https://app.example.com/reports"))
/// guard let body = await reports.report(for: receipt.apiID, within: .seconds(60)) else { return }
/// let outcome = try plivo.calls.createOutcome(fromCallback: body)
/// // Where the app is called back:
/// reports.receive(body)
/// ```
///
/// A report may come before anybody waits for it: then it is kept, up to a number of reports, of which the oldest is
/// dropped first.
public final class CallbackReports: Sendable {
    private struct Waiter: Sendable {
        var number: Int
        var identifier: String
        var continuation: CheckedContinuation<Data?, Never>
    }

    private struct State: Sendable {
        var kept: [(identifier: String, body: Data)] = []
        var waiters: [Waiter] = []
        var nextNumber = 0
        /// Those that have come and not gone.
        var present: Set<Int> = []
        /// Those of them that gave up before they had begun to wait.
        var ended: Set<Int> = []
    }

    private let pointer: String
    private let capacity: Int
    private let clock: any ClientClock
    private let state = Locked(State())

    /// - Parameters:
    ///   - pointer: the JSON pointer of the request's identifier in a report. Forms are read like objects of texts.
    ///   - capacity: how many reports are kept that nobody waits for.
    public init(identifiedBy pointer: String, capacity: Int = 1000, clock: any ClientClock = SystemClock()) {
        self.pointer = pointer
        self.capacity = max(0, capacity)
        self.clock = clock
    }

    /// Hands a report to whoever waits for it, or keeps it.
    ///
    /// - Parameter body: JSON or a form.
    /// - Returns: whether it says which request it is about.
    @discardableResult
    public func receive(_ body: Data) -> Bool {
        let report = CallbackReport.json(body)
        guard let json = try? JSONText.decode(JSONValue.self, from: report),
            case .string(let identifier) = json[pointer: pointer], !identifier.isEmpty
        else { return false }
        let waiter = state.withLock { state -> Waiter? in
            if let index = state.waiters.firstIndex(where: { $0.identifier == identifier }) {
                return state.waiters.remove(at: index)
            }
            state.kept.append((identifier, body))
            if state.kept.count > capacity { state.kept.removeFirst() }
            return nil
        }
        waiter?.continuation.resume(returning: body)
        return true
    }

    /// The report on a request, as soon as it is there.
    ///
    /// - Parameters:
    ///   - identifier: the request's, out of its receipt.
    ///   - time: how long to wait; by default, without an end.
    /// - Returns: the body that was received; nothing where none came in time, or the task was cancelled.
    public func report(for identifier: String, within time: Duration? = nil) async -> Data? {
        let number = state.withLock { state in
            state.nextNumber += 1
            state.present.insert(state.nextNumber)
            return state.nextNumber
        }
        let timer = time.map { time in
            Task { [clock] in
                do { try await clock.sleep(for: time) } catch { return }
                self.giveUp(number)
            }
        }
        defer {
            timer?.cancel()
            state.withLock { state in
                state.present.remove(number)
                state.ended.remove(number)
            }
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { wait(Waiter(number: number, identifier: identifier, continuation: $0)) }
        } onCancel: {
            giveUp(number)
        }
    }

    private func wait(_ waiter: Waiter) {
        let (isOver, body) = state.withLock { state -> (Bool, Data?) in
            if let index = state.kept.firstIndex(where: { $0.identifier == waiter.identifier }) {
                return (true, state.kept.remove(at: index).body)
            }
            if state.ended.contains(waiter.number) { return (true, nil) }
            state.waiters.append(waiter)
            return (false, nil)
        }
        if isOver { waiter.continuation.resume(returning: body) }
    }

    private func giveUp(_ number: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.number == number }) else {
                if state.present.contains(number) { state.ended.insert(number) }
                return nil
            }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(returning: nil)
    }
}
