import Foundation
import HTTPTypes

/// What became of one sending of a request.
enum AttemptResult: Sendable {
    case response(HTTPResponse, Data)
    /// It can't be sent.
    case invalid(RequestProblem)
    case failed(TransportError)
    case timedOut

    /// For the account of attempts; nothing where none was made.
    var outcome: Attempt.Outcome? {
        switch self {
        case .response(let head, _): .response(status: head.status.code)
        case .invalid: nil
        case .failed(let error): .failure(error)
        case .timedOut: .timedOut
        }
    }

    func retryAfter(at date: Date) -> Duration? {
        guard case .response(let head, _) = self else { return nil }
        return head.headerFields[.retryAfter].flatMap { RetryAfter.parse($0, now: date) }
    }
}

/// Sends one request once: through the middleware, signed, against the clock.
struct RequestExchange: Sendable {
    let settings: ClientSettings
    /// Counted from 1.
    let attempt: Int
    /// Where the body of a success goes that is to be streamed.
    var opened: OpenedBody?

    func run(_ request: PreparedRequest, limit: Duration) async -> AttemptResult {
        guard limit > .zero else { return .timedOut }
        let limits = TransportLimits(
            timeout: limit, maximumResponseBytes: settings.configuration.maximumResponseBytes)
        if opened == nil, settings.transport.enforcesTimeout, settings.configuration.middleware.isEmpty,
            !request.asksForCredentials
        {
            return await send(request, limits)
        }
        return await race(request, limits)
    }

    /// Whichever of sending and waiting ends first ends the other.
    private func race(_ request: PreparedRequest, _ limits: TransportLimits) async -> AttemptResult {
        await withTaskGroup(of: AttemptResult.self) { [self] group in
            group.addTask { await send(request, limits) }
            group.addTask {
                try? await settings.configuration.clock.sleep(for: limits.timeout)
                return .timedOut
            }
            defer { group.cancelAll() }
            return await group.next() ?? .timedOut
        }
    }

    private func send(_ request: PreparedRequest, _ limits: TransportLimits) async -> AttemptResult {
        let middleware = settings.configuration.middleware
        do {
            let (head, body) =
                middleware.isEmpty
                ? try await transmit(request, limits) : try await around(request, limits, middleware)
            return .response(head, body)
        } catch let problem as RequestProblem {
            return .invalid(problem)
        } catch let error as TransportError {
            return error.kind == .timedOut ? .timedOut : .failed(error)
        } catch {
            return .failed(TransportError(.other, "the request failed", serverMayHaveActed: true))
        }
    }

    /// Signs and sends.
    private func transmit(
        _ request: PreparedRequest, _ limits: TransportLimits
    ) async throws -> (HTTPResponse, Data) {
        let signed = try await request.signed(settings)
        if let opened { return try await open(signed, limits, into: opened) }
        let (head, body) = try await settings.transport.send(signed.head, body: signed.body, limits: limits)
        if body.count > limits.maximumResponseBytes {
            let message = "the response's body has more than the \(limits.maximumResponseBytes) bytes allowed"
            throw TransportError(.responseTooLarge, message, serverMayHaveActed: true)
        }
        return (head, body)
    }

    /// Sends, and leaves the body of a success to whoever reads it.
    private func open(
        _ request: PreparedRequest, _ limits: TransportLimits, into opened: OpenedBody
    ) async throws -> (HTTPResponse, Data) {
        let (head, chunks) = try await settings.transport.open(request.head, body: request.body, limits: limits)
        guard (200...299).contains(head.status.code) else {
            return (head, try await chunks.collect(limit: limits.maximumResponseBytes))
        }
        opened.put(chunks)
        return (head, Data())
    }

    private func around(
        _ request: PreparedRequest, _ limits: TransportLimits, _ middleware: [any Middleware]
    ) async throws -> (HTTPResponse, Data) {
        let isSent = Locked(false)
        var next: Middleware.Next = { outgoing in
            let request = try request.replaced(
                by: outgoing, allowsInsecureHTTP: settings.configuration.allowsInsecureHTTP)
            isSent.withLock { $0 = true }
            let (head, body) = try await transmit(request, limits)
            return IncomingResponse(head: head, body: body)
        }
        for layer in middleware.reversed() {
            let inner = next
            next = { try await layer.send($0, next: inner) }
        }
        do {
            let outgoing = OutgoingRequest(
                head: request.head, body: request.body, operation: request.operation, attempt: attempt)
            let response = try await next(outgoing)
            return (response.head, response.body)
        } catch let error as RequestProblem {
            throw error
        } catch let error as TransportError {
            throw error
        } catch is CancellationError {
            throw TransportError(.cancelled, "the call was cancelled", serverMayHaveActed: isSent.withLock { $0 })
        } catch {
            throw TransportError(
                .other, "a middleware failed: \(type(of: error))", serverMayHaveActed: isSent.withLock { $0 })
        }
    }
}
