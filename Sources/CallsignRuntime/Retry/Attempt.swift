/// One sending of a request, and what came of it.
public struct Attempt: Sendable, Hashable, CustomStringConvertible {
    public enum Outcome: Sendable, Hashable {
        /// A response, with its status.
        case response(status: Int)
        /// No response, or not all of it.
        case failure(TransportError)
        /// No response in the time that an attempt may take.
        case timedOut
    }

    /// The operation, such as `calls.create`.
    public let operation: String
    /// Counted from 1.
    public let number: Int
    public let outcome: Outcome
    public let duration: Duration
    /// How long the client waits before the next attempt; `nil` where this is the last one.
    public let delay: Duration?

    public var description: String {
        let result =
            switch outcome {
            case .response(let status): StatusText.text(status)
            case .failure(let error): error.message
            case .timedOut: "no answer in time"
            }
        return "attempt \(number) of \(operation): \(result) after \(duration)"
            + (delay.map { ", again in \($0)" } ?? "")
    }
}
