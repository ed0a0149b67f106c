import CallsignRuntime

/// What can go wrong with a call of the API.
nonisolated enum SampleError: ClientError {
    /// 400: A parameter is missing or invalid.
    case badRequest(CallFailure<APIError>)
    /// 404: No such resource.
    case notFound(CallFailure<APIError>)
    /// 429: Too many requests.
    case rateLimited(CallFailure<APIError>)
    /// Other statuses from 400 to 499.
    case clientError(CallFailure<APIError>)
    /// A status that the description doesn't name.
    case undocumented(CallFailure<JSONValue>)
    case transport(TransportFailure)
    case timeout(TimeoutFailure)
    case cancelled
    case decoding(DecodingFailure)
    case invalidRequest(InvalidRequest)

    init(_ response: FailedResponse) {
        switch response.status {
        case 400: self = .badRequest(response.failure())
        case 404:
            self = .notFound(
                response.failure(causes: "A wrong identifier.", remedy: "Check that the resource exists."))
        case 429: self = .rateLimited(response.failure())
        case 400...499: self = .clientError(response.failure())
        default: self = .undocumented(response.failure())
        }
    }

    init(_ problem: CallProblem) {
        switch problem {
        case .transport(let failure): self = .transport(failure)
        case .timeout(let failure): self = .timeout(failure)
        case .cancelled: self = .cancelled
        case .decoding(let failure): self = .decoding(failure)
        case .invalidRequest(let failure): self = .invalidRequest(failure)
        }
    }

    /// What all failures have in common.
    var context: FailureContext {
        switch self {
        case .badRequest(let failure): failure.context
        case .notFound(let failure): failure.context
        case .rateLimited(let failure): failure.context
        case .clientError(let failure): failure.context
        case .undocumented(let failure): failure.context
        case .transport(let failure): failure.context
        case .timeout(let failure): failure.context
        case .cancelled: FailureContext.cancelled
        case .decoding(let failure): failure.context
        case .invalidRequest(let failure): failure.context
        }
    }
}
