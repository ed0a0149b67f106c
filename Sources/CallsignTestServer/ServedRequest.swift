import CallsignRuntime
public import CallsignTesting
import HTTPTypes

/// A request that came to a ``TestServer``, and what it was answered with.
public struct ServedRequest: Sendable, Hashable {
    public enum Answer: Sendable, Hashable {
        /// A recorded exchange; the number counts from 1 within its recording.
        case exchange(recording: String, number: Int, outcome: RecordedOutcome)
        /// Nothing was recorded for the request. The text names the recording that comes nearest, with the difference.
        case nothing(difference: String)
    }

    /// As it came; its target is a path with its query.
    public let request: RecordedRequest
    public let answer: Answer
}

extension ServedRequest: CustomStringConvertible {
    /// `GET /v1/things: 200, exchange 1 of things.http`, or the difference.
    public var description: String {
        switch answer {
        case .nothing(let difference): return difference
        case .exchange(let recording, let number, let outcome):
            let result =
                switch outcome {
                case .response(let response): "\(response.status.code)"
                case .failure(let failure): failure.kind.rawValue
                }
            return "\(request.method) \(request.target): \(result), exchange \(number) of \(recording)"
        }
    }
}
