public import Foundation

/// There is no response, or not all of it.
public struct TransportFailure: Sendable, CustomStringConvertible {
    public let context: FailureContext
    public let kind: TransportError.Kind
    /// Whether the request may have reached the server, which may then have acted on it.
    public let serverMayHaveActed: Bool

    init(operation: String, error: TransportError, earlier: [Attempt]) {
        context = FailureContext(
            operation: operation, message: error.message, earlierAttempts: earlier, attempts: earlier.count + 1)
        kind = error.kind
        serverMayHaveActed = error.serverMayHaveActed
    }

    public var description: String { context.description }
}

/// The call took longer than it may. The server may have acted on the request.
public struct TimeoutFailure: Sendable, CustomStringConvertible {
    public let context: FailureContext
    /// The bound that was hit: that of the whole call, or that of one attempt.
    public let limit: Duration

    init(operation: String, limit: Duration, earlier: [Attempt]) {
        context = FailureContext(
            operation: operation, message: "no answer within \(limit)", earlierAttempts: earlier,
            attempts: earlier.count + 1)
        self.limit = limit
    }

    /// A call whose time is over before its request could be sent, or sent again.
    init(unsent operation: String, limit: Duration, earlier: [Attempt]) {
        context = FailureContext(
            operation: operation, message: "not sent: its turn didn't come within \(limit)", earlierAttempts: earlier,
            attempts: earlier.count)
        self.limit = limit
    }

    public var description: String { context.description }
}

/// A success whose body isn't what the description says. Status, headers and body are in the context.
public struct DecodingFailure: Sendable, CustomStringConvertible {
    public let context: FailureContext
    /// Where in the body, such as `objects[3].total_duration`; empty for the body as a whole.
    public let codingPath: String

    init(_ response: RawResponse, _ error: any Error) {
        let problem = DecodingProblem(error, response.rawBody)
        codingPath = problem.path
        let place = problem.path.isEmpty ? "the body" : "the body's \(problem.path)"
        context = FailureContext(
            operation: response.operation, message: "\(place) isn't what the API describes: \(problem.reason)",
            response: response)
    }

    public var operation: String { context.operation }
    public var status: Int { context.status ?? 0 }
    public var rawBody: Data { context.rawBody }
    public var requestID: String? { context.requestID }
    public var description: String { context.description }
}

/// A request that was never sent, because it can't be right.
public struct InvalidRequest: Sendable, CustomStringConvertible {
    public let context: FailureContext
    /// Why.
    public let reason: String

    init(operation: String, reason: String) {
        self.reason = reason
        context = FailureContext(operation: operation, message: "not sent: \(reason)")
    }

    public var description: String { context.description }
}

/// Why a body doesn't decode, taken out of a `DecodingError`.
struct DecodingProblem {
    var path: String
    var reason: String

    init(_ error: any Error, _ body: Data) {
        switch error as? DecodingError {
        case .typeMismatch(let type, let context)?:
            path = CodingPathText.text(context.codingPath)
            reason = "expected \(type); \(context.debugDescription)"
        case .valueNotFound(let type, let context)?:
            path = CodingPathText.text(context.codingPath)
            reason = "expected \(type), found nothing"
        case .keyNotFound(let key, let context)?:
            path = CodingPathText.text(context.codingPath + [key])
            reason = "it is missing"
        case .dataCorrupted(let context)?:
            path = CodingPathText.text(context.codingPath)
            reason = context.debugDescription
        default:
            path = ""
            reason = "\(type(of: error))"
        }
        // Where the body isn't JSON at all, its beginning says more than the parser does.
        if path.isEmpty, (try? JSONText.decode(JSONValue.self, from: body)) == nil {
            reason = body.isEmpty ? "it is empty" : "no JSON, but \(Excerpt.text(body))"
        }
    }
}

/// The beginning of a body, for messages.
enum Excerpt {
    static func text(_ body: Data) -> String {
        let text = String(decoding: body.prefix(200), as: UTF8.self)
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(80)
        return "\"\(line)\(body.count > line.utf8.count ? "…" : "")\""
    }
}
