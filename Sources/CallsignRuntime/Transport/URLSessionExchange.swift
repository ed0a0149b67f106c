import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What the session reports about one request.
protocol URLSessionReceiver: Sendable {
    func receive(_ response: URLResponse)
    func receive(_ data: Data)
    func complete(_ error: (any Error)?)
}

/// One request and what has come back for it so far. It is finished exactly once, by whoever is first: the session,
/// the bound on the body, or a cancelled task.
final class URLSessionExchange: URLSessionReceiver {
    typealias Outcome = Result<(HTTPResponse, Data), TransportError>

    private struct State: Sendable {
        var continuation: CheckedContinuation<Outcome, Never>?
        /// An outcome that came before anybody waited for it.
        var early: Outcome?
        var isFinished = false
        var response: HTTPResponse?
        var body = Data()
    }

    private let state = Locked(State())
    private let maximumBytes: Int

    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    func start(_ continuation: CheckedContinuation<Outcome, Never>) {
        let early = state.withLock { state -> Outcome? in
            if state.early == nil { state.continuation = continuation }
            return state.early
        }
        if let early { continuation.resume(returning: early) }
    }

    func finish(_ outcome: Outcome) {
        let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            if state.isFinished { return nil }
            state.isFinished = true
            state.body = Data()
            if state.continuation == nil { state.early = outcome }
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: outcome)
    }

    func receive(_ response: URLResponse) {
        guard let response = URLSessionMessages.response(response) else {
            return finish(.failure(URLSessionMessages.notHTTP))
        }
        state.withLock { $0.response = response }
    }

    func receive(_ data: Data) {
        let isTooLarge = state.withLock { state -> Bool in
            if state.isFinished { return false }
            if data.count > maximumBytes - state.body.count { return true }
            state.body.append(data)
            return false
        }
        if isTooLarge {
            let message = "the response's body has more than the \(maximumBytes) bytes that are allowed"
            finish(.failure(TransportError(.responseTooLarge, message, serverMayHaveActed: true)))
        }
    }

    func complete(_ error: (any Error)?) {
        if let error { return finish(.failure(URLSessionMessages.error(error))) }
        let answer = state.withLock { ($0.response, $0.body) }
        guard let response = answer.0 else {
            return finish(.failure(URLSessionMessages.notHTTP))
        }
        finish(.success((response, answer.1)))
    }
}

/// Hands what the session reports to the exchange it belongs to.
final class URLSessionTaskRouter: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Locked<[Int: any URLSessionReceiver]>([:])

    func add(_ exchange: any URLSessionReceiver, for task: Int) {
        exchanges.withLock { $0[task] = exchange }
    }

    func remove(_ task: Int) {
        _ = exchanges.withLock { $0.removeValue(forKey: task) }
    }

    private func exchange(_ task: URLSessionTask) -> (any URLSessionReceiver)? {
        let identifier = task.taskIdentifier
        return exchanges.withLock { $0[identifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(dataTask)?.receive(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(dataTask)?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        exchange(task)?.complete(error)
    }

    /// Redirects go back to the client, which knows what may be sent on to whom.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        exchange(task)?.receive(response)
        completionHandler(nil)
    }
}
