import Foundation
import HTTPTypes

/// What became of a call.
enum CallOutcome: Sendable {
    /// A status from 200 to 299.
    case success(RawResponse)
    case failed(FailedResponse)
    case problem(CallProblem)
}

/// The only loop that sends requests: waits for its turn, sends, and decides whether to send again.
struct CallExecutor {
    let settings: ClientSettings
    var observer: ResponseObserver?
    /// Where the body of a success goes that is to be streamed.
    var opened: OpenedBody?

    private var configuration: ClientConfiguration { settings.configuration }
    private var clock: any ClientClock { settings.configuration.clock }

    func execute(_ call: OperationCall, _ options: CallOptions, accept: String) async -> CallOutcome {
        let times = CallTimes(
            start: clock.now, limit: options.timeout ?? configuration.timeout,
            attemptLimit: options.attemptTimeout ?? configuration.attemptTimeout)
        let request: PreparedRequest
        do {
            var content = call.content
            if let chosen = observer?.accept { content.accept = try HeaderSafety.field("Accept", chosen).value }
            request = try RequestBuilder(settings: settings).build(content, options, accept: accept)
        } catch {
            return .problem(.invalidRequest(InvalidRequest(operation: call.operation, reason: error.reason)))
        }
        let decision = RetryDecision(
            policy: options.retries ?? configuration.retries, isRepeatable: request.isRepeatable)
        var earlier: [Attempt] = []
        while true {
            if let problem = await turn(call.operation, times, earlier) { return .problem(problem) }
            let began = clock.now
            let limit = min(times.attemptLimit, times.deadline - began)
            let result = await attempt(request, number: earlier.count + 1, limit: limit)
            if Task.isCancelled { return .problem(.cancelled) }
            guard let outcome = result.outcome else { return ended(result, call.operation, times, limit, earlier) }
            let delay = delay(after: result, outcome, decision, times, earlier.count + 1)
            let attempt = Attempt(
                operation: call.operation, number: earlier.count + 1, outcome: outcome, duration: clock.now - began,
                delay: delay)
            configuration.onAttempt?(attempt)
            guard let delay else { return ended(result, call.operation, times, limit, earlier) }
            earlier.append(attempt)
            do { try await clock.sleep(for: delay) } catch { return .problem(.cancelled) }
        }
    }

    /// Waits until the limit on requests, and the server, let the next one through.
    private func turn(_ operation: String, _ times: CallTimes, _ earlier: [Attempt]) async -> CallProblem? {
        switch await settings.gate.pass(before: times.deadline) {
        case .passed: nil
        case .cancelled: .cancelled
        case .timedOut:
            .timeout(TimeoutFailure(unsent: operation, limit: times.limit, earlier: earlier))
        }
    }

    /// How long to wait before the request is sent again; nothing where it isn't. An answer that asks to wait slows
    /// the whole client down, not only this call.
    private func delay(
        after result: AttemptResult, _ outcome: Attempt.Outcome, _ decision: RetryDecision, _ times: CallTimes,
        _ number: Int
    ) -> Duration? {
        if case .response(let head, _) = result, (200...299).contains(head.status.code) { return nil }
        let now = clock.now
        let retryAfter = result.retryAfter(at: clock.date)
        if case .response(status: let status) = outcome, status == 429 || status == 503 && retryAfter != nil {
            settings.gate.close(for: retryAfter ?? decision.policy.delay(after: number, fraction: 1))
        }
        return decision.delay(
            after: outcome, attempt: number, retryAfter: retryAfter, elapsed: now - times.start,
            remaining: times.deadline - now, fraction: .random(in: 0...1))
    }

    private func ended(
        _ result: AttemptResult, _ operation: String, _ times: CallTimes, _ limit: Duration, _ earlier: [Attempt]
    ) -> CallOutcome {
        switch result {
        case .response(let head, let body):
            let response = RawResponse(
                operation: operation, status: head.status.code, headers: head.headerFields, rawBody: body,
                earlierAttempts: earlier, rules: settings.errorRules)
            observer?.record(response)
            ResponseObserver.ofPage?.record(response)
            return (200...299).contains(response.status) ? .success(response) : .failed(FailedResponse(response))
        case .invalid(let problem):
            return .problem(.invalidRequest(InvalidRequest(operation: operation, reason: problem.reason)))
        case .timedOut:
            let bound = limit < times.attemptLimit ? times.limit : limit
            return .problem(.timeout(TimeoutFailure(operation: operation, limit: bound, earlier: earlier)))
        case .failed(let error):
            return .problem(
                error.kind == .cancelled
                    ? .cancelled : .transport(TransportFailure(operation: operation, error: error, earlier: earlier)))
        }
    }

    /// Sends the request, and follows where it is redirected to.
    private func attempt(_ request: PreparedRequest, number: Int, limit: Duration) async -> AttemptResult {
        var request = request
        var redirects = RedirectPolicy(allowsInsecureHTTP: configuration.allowsInsecureHTTP)
        let end = clock.now + limit
        let exchange = RequestExchange(settings: settings, attempt: number, opened: opened)
        var isRenewed = false
        while true {
            request.tokenUse = request.asksForCredentials ? TokenUse() : nil
            let result = await exchange.run(request, limit: end - clock.now)
            // Whoever isn't let in hasn't done anything, so that nothing is done twice.
            if case .response(let head, _) = result, head.status.code == 401, !isRenewed,
                request.tokenUse?.giveUp() == true
            {
                isRenewed = true
                continue
            }
            guard case .response(let head, _) = result, head.status.kind == .redirection,
                let next = redirects.next(after: request, head)
            else { return result }
            request = next
        }
    }
}

/// The times of a call, by the client's clock.
struct CallTimes {
    var start: Duration
    /// How long the call may take in all.
    var limit: Duration
    /// How long one attempt may take.
    var attemptLimit: Duration

    var deadline: Duration { start + limit }
}
