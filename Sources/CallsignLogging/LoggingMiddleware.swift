public import CallsignRuntime
import Foundation
import HTTPTypes
public import Logging

/// Logs every attempt through swift-log: the operation, method, path, status and duration.
///
/// Credentials never reach a log: they are put into a request after the last middleware. Telephone numbers are shown
/// with their last digits only, and so are the values of parameters and keys that hold secrets. Bodies are left out
/// unless they are asked for.
public struct LoggingMiddleware: Middleware {
    private let logger: Logger
    private let level: Logger.Level
    private let bodyBytes: Int
    private let clock: any ClientClock

    /// - Parameters:
    ///   - level: of what succeeds; failures are logged as warnings at least.
    ///   - bodyBytes: how much of each body is logged; nothing unless it is set.
    ///   - clock: by what durations are measured.
    public init(
        _ logger: Logger, level: Logger.Level = .debug, bodyBytes: Int = 0, clock: any ClientClock = SystemClock()
    ) {
        self.logger = logger
        self.level = level
        self.bodyBytes = max(bodyBytes, 0)
        self.clock = clock
    }

    public func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse {
        let began = clock.now
        var metadata: Logger.Metadata = [
            "operation": "\(request.operation)", "method": "\(request.head.method)",
            "path": "\(LogRedaction.text(request.head.path ?? "/"))", "attempt": "\(request.attempt)",
        ]
        if bodyBytes > 0, let body = request.body?.data { metadata["request_body"] = "\(excerpt(body))" }
        do {
            let response = try await next(request)
            metadata["status"] = "\(response.head.status.code)"
            metadata["milliseconds"] = "\(milliseconds(clock.now - began))"
            if bodyBytes > 0 { metadata["response_body"] = "\(excerpt(response.body))" }
            let isFailure = response.head.status.code >= 400
            logger.log(
                level: isFailure ? max(level, .warning) : level, "\(request.operation): \(response.head.status.code)",
                metadata: metadata)
            return response
        } catch {
            metadata["milliseconds"] = "\(milliseconds(clock.now - began))"
            // A transport's error says nothing secret; another's text isn't known.
            let reason = (error as? TransportError)?.message ?? "\(type(of: error))"
            logger.log(level: max(level, .warning), "\(request.operation): \(reason)", metadata: metadata)
            throw error
        }
    }

    private func excerpt(_ body: Data) -> String {
        let text = LogRedaction.text(String(decoding: body.prefix(bodyBytes), as: UTF8.self))
        return body.count > bodyBytes ? text + "…" : text
    }

    private func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}
