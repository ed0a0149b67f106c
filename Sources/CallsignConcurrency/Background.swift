import Dispatch

/// Work that goes on beside that of whoever began it, until its value is asked for.
///
/// Where no other core was free to begin with it by then, whoever asks does it. So it costs hardly more than doing it at
/// once, and never waits for work that waits for it in turn.
///
/// `@unchecked Sendable` is safe because `work` and `result` are private and touched on the serial queue only.
package final class Background<Value: Sendable>: @unchecked Sendable {
    private let queue = DispatchQueue(label: "callsign.background")
    private let isDone = DispatchGroup()
    /// The work until somebody begins with it.
    private var work: (@Sendable () -> Value)?
    private var result: Value?

    package init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
        isDone.enter()
        DispatchQueue.global().async { self.run() }
    }

    /// What the work came to. Waits for it, or does it.
    package var value: Value {
        run()
        isDone.wait()
        guard let result = queue.sync(execute: { result }) else {
            // The group is only left after the result was set.
            preconditionFailure("the work has no result")
        }
        return result
    }

    private func run() {
        let begun = queue.sync {
            defer { work = nil }
            return work
        }
        guard let begun else { return }
        let value = begun()
        queue.sync { result = value }
        isDone.leave()
    }
}
