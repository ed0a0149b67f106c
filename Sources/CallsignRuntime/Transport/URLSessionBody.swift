import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A response that is read while it arrives. Its head and each piece of its body are waited for by one task at a time.
final class URLSessionBody: URLSessionReceiver {
    typealias Head = Result<HTTPResponse, TransportError>
    typealias Piece = Result<Data?, TransportError>

    private struct State: Sendable {
        var head: Head?
        var headWaiter: CheckedContinuation<Head, Never>?
        var buffer = SpillingBuffer()
        var pieceWaiter: CheckedContinuation<Piece, Never>?
        /// How the body has ended, once it has.
        var end: Result<Void, TransportError>?

        /// What there is for whoever asks for a piece; nothing where that has to come first.
        mutating func piece() -> Piece? {
            do {
                if let piece = try buffer.next() { return .success(piece) }
            } catch {
                return .failure(URLSessionBody.unstorable)
            }
            return end.map { $0.map { nil } }
        }
    }

    private static let unstorable = TransportError(
        .other, "the response's body can't be kept on disk until it is read", serverMayHaveActed: true)

    private let state = Locked(State())

    // MARK: What is asked for

    func head(_ continuation: CheckedContinuation<Head, Never>) {
        let head = state.withLock { state -> Head? in
            if state.head == nil { state.headWaiter = continuation }
            return state.head
        }
        if let head { continuation.resume(returning: head) }
    }

    func next() async throws(TransportError) -> Data? {
        let piece: Piece = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let piece = state.withLock { state -> Piece? in
                    let piece = state.piece()
                    if piece == nil { state.pieceWaiter = continuation }
                    return piece
                }
                if let piece { continuation.resume(returning: piece) }
            }
        } onCancel: {
            finish(.failure(URLSessionMessages.cancelled(serverMayHaveActed: true)))
        }
        return try piece.get()
    }

    // MARK: What comes

    func finish(_ end: Result<Void, TransportError>) {
        let (headWaiter, head) = state.withLock { state -> (CheckedContinuation<Head, Never>?, Head?) in
            if state.end == nil { state.end = end }
            if state.head == nil {
                state.head = .failure(Self.error(end) ?? URLSessionMessages.notHTTP)
            }
            defer { state.headWaiter = nil }
            return (state.headWaiter, state.head)
        }
        if let head { headWaiter?.resume(returning: head) }
        answerPieceWaiter()
    }

    private static func error(_ end: Result<Void, TransportError>) -> TransportError? {
        if case .failure(let error) = end { error } else { nil }
    }

    func receive(_ response: URLResponse) {
        guard let response = URLSessionMessages.response(response) else {
            return finish(.failure(URLSessionMessages.notHTTP))
        }
        let waiter = state.withLock { state -> CheckedContinuation<Head, Never>? in
            if state.head != nil { return nil }
            state.head = .success(response)
            defer { state.headWaiter = nil }
            return state.headWaiter
        }
        waiter?.resume(returning: .success(response))
    }

    func receive(_ data: Data) {
        let isStored = state.withLock { state -> Bool in
            // After a cancelled wait nobody asks for more.
            if state.end != nil { return true }
            return (try? state.buffer.append(data)) != nil
        }
        if isStored { answerPieceWaiter() } else { finish(.failure(Self.unstorable)) }
    }

    func complete(_ error: (any Error)?) {
        finish(error.map { .failure(URLSessionMessages.error($0)) } ?? .success(()))
    }

    private func answerPieceWaiter() {
        let (waiter, piece) = state.withLock { state -> (CheckedContinuation<Piece, Never>?, Piece?) in
            guard state.pieceWaiter != nil, let piece = state.piece() else { return (nil, nil) }
            defer { state.pieceWaiter = nil }
            return (state.pieceWaiter, piece)
        }
        if let piece { waiter?.resume(returning: piece) }
    }
}

/// What holds a request up whose response is read while it arrives: when it goes, the request is cancelled.
final class URLSessionReading: Sendable {
    let body: URLSessionBody
    private let task: URLSessionTask
    private let router: URLSessionTaskRouter
    private let upload: UploadFile?

    init(_ task: URLSessionTask, _ router: URLSessionTaskRouter, upload: UploadFile?) {
        self.task = task
        self.router = router
        self.upload = upload
        body = URLSessionBody()
        router.add(body, for: task.taskIdentifier)
    }

    deinit {
        cancel()
        router.remove(task.taskIdentifier)
        upload?.remove()
    }

    func head() async throws(TransportError) -> HTTPResponse {
        let head = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                body.head(continuation)
                task.resume()
            }
        } onCancel: {
            cancel()
        }
        return try head.get()
    }

    private func cancel() {
        body.finish(.failure(URLSessionMessages.cancelled(serverMayHaveActed: true)))
        task.cancel()
    }
}
