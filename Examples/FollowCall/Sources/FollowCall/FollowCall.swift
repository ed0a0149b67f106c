import CallsignRuntime
import Foundation
import Hummingbird
import Logging
import Plivo
import ServiceLifecycle

/// Places a call and tells what becomes of it, until it has ended.
struct FollowCall: Sendable {
    let plivo: PlivoClient
    /// What Plivo signs its requests with.
    let authToken: String
    /// The address by which Plivo reaches this app.
    let publicURL: String

    /// - Parameters:
    ///   - port: where this app listens; 0 for a free port.
    ///   - whenPlaced: is told the port once the call is placed.
    func run(
        from: String, to: String, port: Int,
        whenPlaced: @escaping @Sendable (_ port: Int) async throws -> Void = { _ in }
    ) async throws {
        let (ports, isListening) = AsyncStream.makeStream(of: Int.self)
        let (ending, hasEnded) = AsyncStream.makeStream(of: Void.self)
        let webhooks = CallWebhooks(publicURL: publicURL, authToken: authToken) { progress in
            tell(progress)
            if case .hasEnded = progress { hasEnded.finish() }
        }
        var logger = Logger(label: "follow-call")
        logger.logLevel = .warning
        let server = Application(
            router: webhooks.router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { isListening.yield($0.localAddress?.port ?? port) }, logger: logger)
        let services = ServiceGroup(
            services: [server], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // When the server ends, such as for a signal, there is nothing to wait for any more.
                defer {
                    isListening.finish()
                    hasEnded.finish()
                }
                try await services.run()
            }
            group.addTask {
                // A call is placed when there is somebody to hear of it, not earlier.
                for await port in ports.prefix(1) {
                    try await place(from: from, to: to)
                    try await whenPlaced(port)
                    for await _ in ending {}
                }
                await services.triggerGracefulShutdown()
            }
            try await group.waitForAll()
        }
    }

    private func place(from: String, to: String) async throws(PlivoError) {
        let receipt = try await plivo.calls.create(
            .init(
                from: from, to: to, answerURL: "\(publicURL)/answer", ringURL: "\(publicURL)/ring",
                hangupURL: "\(publicURL)/hangup"))
        print("placed: \(receipt.message)")
    }

    private func tell(_ progress: CallProgress) {
        switch progress {
        case .rings(let call): print("rings: \(call.to ?? "?")")
        case .isAnswered(let call): print("answered: \(call.callUUID)")
        case .hasEnded(let call):
            print("ended: \(call.hangupCauseName ?? "?") after \(call.duration ?? 0) seconds")
        }
    }
}
