import AsyncHTTPClient
import CallsignRuntime
import Foundation
import NIOCore

/// The body of a response, asked for piece by piece. AsyncHTTPClient reads no more from the connection than is asked
/// for, and ends the exchange when its iterator goes.
///
/// `@unchecked Sendable` is safe because the iterator is taken out under `lock` while it is used, so that no two tasks
/// have it at a time: a second one finds nothing.
final class ClientChunks: @unchecked Sendable {
    private let lock = NSLock()
    private var iterator: HTTPClientResponse.Body.AsyncIterator?
    /// It would end what is under way if nobody held it any more.
    private let transport: AsyncHTTPClientTransport

    init(_ body: HTTPClientResponse.Body, from transport: AsyncHTTPClientTransport) {
        self.transport = transport
        iterator = body.makeAsyncIterator()
    }

    func next() async throws(TransportError) -> Data? {
        guard var taken = take() else { return nil }
        do {
            guard let chunk = try await taken.next() else { return nil }
            put(taken)
            return Data(chunk.readableBytesView)
        } catch {
            throw ClientErrors.transportError(error)
        }
    }

    private func take() -> HTTPClientResponse.Body.AsyncIterator? {
        lock.withLock {
            defer { iterator = nil }
            return iterator
        }
    }

    private func put(_ used: HTTPClientResponse.Body.AsyncIterator) {
        lock.withLock { iterator = used }
    }
}
