public import Foundation

/// The time by which a client waits: replaced in tests, so that nothing has to be waited for.
public protocol ClientClock: Sendable {
    /// The time since a moment of the clock's own choice. It never goes back.
    var now: Duration { get }
    /// The time of day, for dates that servers send.
    var date: Date { get }
    /// - Throws: where the task is cancelled meanwhile.
    func sleep(for duration: Duration) async throws
}

/// The machine's own clock.
public struct SystemClock: ClientClock {
    private static let start = ContinuousClock.now

    public init() {}

    public var now: Duration { SystemClock.start.duration(to: .now) }
    public var date: Date { Date() }
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
