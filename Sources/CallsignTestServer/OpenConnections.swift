import CallsignRuntime
import NIOCore

/// The connections that clients hold open.
final class OpenConnections: Sendable {
    private struct State: Sendable {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isStopped = false
    }

    private let state = Locked(State())

    func add(_ channel: any Channel) {
        let identifier = ObjectIdentifier(channel)
        let isStopped = state.withLock { state in
            if !state.isStopped { state.channels[identifier] = channel }
            return state.isStopped
        }
        if isStopped { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { [state] _ in
            state.withLock { $0.channels[identifier] = nil }
        }
    }

    /// Closes all, and those that are still to come.
    func stop() {
        let channels = state.withLock { state in
            state.isStopped = true
            defer { state.channels = [:] }
            return state.channels.values.map { $0 }
        }
        for channel in channels { channel.close(promise: nil) }
    }
}
