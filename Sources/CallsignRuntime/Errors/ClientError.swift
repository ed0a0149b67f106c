public import Foundation

/// What all generated error enumerations are: a case for each documented status, and cases for what went wrong without
/// a response.
public protocol ClientError: Error, LocalizedError, CustomStringConvertible, Sendable {
    /// Chooses the case for a response whose status is no success.
    init(_ response: FailedResponse)
    /// Takes over what went wrong without a response, or with a response that doesn't decode.
    init(_ problem: CallProblem)
    /// What all failures have in common.
    var context: FailureContext { get }
}

extension ClientError {
    /// Nothing: errors of a client have no help book. Said here, so that a client need not import Foundation.
    public var helpAnchor: String? { nil }

    public var description: String { context.description }
    public var errorDescription: String? { context.description }
    public var failureReason: String? { context.causes }
    public var recoverySuggestion: String? { context.remedy }
}

/// What can go wrong apart from a response that says so.
public enum CallProblem: Sendable {
    /// No response, or not all of it.
    case transport(TransportFailure)
    case timeout(TimeoutFailure)
    case cancelled
    /// A success whose body isn't what the description says.
    case decoding(DecodingFailure)
    /// Never sent.
    case invalidRequest(InvalidRequest)
}
