import Foundation
import HTTPTypes

/// What became of a call.
enum CallOutcome: Sendable {
    /// A status from 200 to 299.
    case success(RawResponse)
    case failed(FailedResponse)
    case problem(CallProblem)
}

/// The only loop that sends requests.
struct CallExecutor {
    var settings: ClientSettings
    var observer: ResponseObserver?

    func execute(_ call: OperationCall, _ options: CallOptions, accept: String) async -> CallOutcome {
        let clock = ContinuousClock()
        let limit = options.timeout ?? settings.configuration.timeout
        let deadline = clock.now + limit
        var request: PreparedRequest
        do {
            request = try RequestBuilder(settings: settings).build(call, options, accept: accept)
        } catch {
            return .problem(.invalidRequest(InvalidRequest(operation: call.operation, reason: error.reason)))
        }

        // One attempt for now; a redirect continues it.
        let attempts = 1
        var redirects = RedirectPolicy(allowsInsecureHTTP: settings.configuration.allowsInsecureHTTP)
        while true {
            let remaining = deadline - clock.now
            let attemptLimit = min(settings.configuration.attemptTimeout, remaining)
            let result = await attempt(request, limit: attemptLimit)
            if Task.isCancelled { return .problem(.cancelled) }
            switch result {
            case .response(let head, let body):
                if let next = redirects.next(after: request, head) {
                    request = next
                    continue
                }
                return outcome(
                    RawResponse(
                        operation: call.operation, status: head.status.code, headers: head.headerFields, rawBody: body,
                        attempts: attempts, rules: settings.errorRules))
            case .invalid(let problem):
                return .problem(.invalidRequest(InvalidRequest(operation: call.operation, reason: problem.reason)))
            case .timedOut:
                let isWhole = attemptLimit == remaining
                return .problem(
                    .timeout(
                        TimeoutFailure(
                            operation: call.operation, limit: isWhole ? limit : attemptLimit, attempts: attempts)))
            case .failed(let error):
                return .problem(problem(error, call, attemptLimit, attempts))
            }
        }
    }

    private func problem(
        _ error: TransportError, _ call: OperationCall, _ limit: Duration, _ attempts: Int
    ) -> CallProblem {
        switch error.kind {
        case .cancelled: .cancelled
        case .timedOut: .timeout(TimeoutFailure(operation: call.operation, limit: limit, attempts: attempts))
        default: .transport(TransportFailure(operation: call.operation, error: error, attempts: attempts))
        }
    }

    private func outcome(_ response: RawResponse) -> CallOutcome {
        observer?.record(response)
        ResponseObserver.ofPage?.record(response)
        return (200...299).contains(response.status) ? .success(response) : .failed(FailedResponse(response))
    }

    private enum AttemptResult: Sendable {
        case response(HTTPResponse, Data)
        case invalid(RequestProblem)
        case failed(TransportError)
        case timedOut
    }

    /// Signs and sends, against the clock: whichever of sending and waiting ends first ends the other.
    private func attempt(_ request: PreparedRequest, limit: Duration) async -> AttemptResult {
        guard limit > .zero else { return .timedOut }
        let limits = TransportLimits(
            timeout: limit, maximumResponseBytes: settings.configuration.maximumResponseBytes)
        return await withTaskGroup(of: AttemptResult.self) { [transport = settings.transport] group in
            group.addTask {
                do throws(RequestProblem) {
                    let signed = try await request.signed()
                    return await CallExecutor.send(signed, transport, limits)
                } catch {
                    return .invalid(error)
                }
            }
            group.addTask {
                try? await Task.sleep(for: limit)
                return .timedOut
            }
            defer { group.cancelAll() }
            return await group.next() ?? .timedOut
        }
    }

    private static func send(
        _ request: PreparedRequest, _ transport: any Transport, _ limits: TransportLimits
    ) async -> AttemptResult {
        do throws(TransportError) {
            let (head, body) = try await transport.send(request.head, body: request.body, limits: limits)
            if body.count > limits.maximumResponseBytes {
                let message = "the response's body has more than the \(limits.maximumResponseBytes) bytes allowed"
                return .failed(TransportError(.responseTooLarge, message, serverMayHaveActed: true))
            }
            return .response(head, body)
        } catch {
            return .failed(error)
        }
    }
}
