public import Foundation

/// The body of a response as a transport receives it: piece by piece, each when it is asked for.
///
/// A transport keeps little of what nobody has asked for yet. When nobody holds the chunks any more, it ends the
/// exchange.
public struct ResponseChunks: Sendable {
    private let pull: @Sendable () async throws(TransportError) -> Data?

    /// - Parameter pull: gives the next piece, and nothing at the end. It is called by one task at a time, and stops
    ///   when that is cancelled.
    public init(_ pull: @escaping @Sendable () async throws(TransportError) -> Data?) {
        self.pull = pull
    }

    /// A body that is here already.
    public init(_ body: Data) {
        let rest = Locked(body.isEmpty ? nil : body)
        self.init { () throws(TransportError) in
            rest.withLock { rest in
                defer { rest = nil }
                return rest
            }
        }
    }

    /// - Returns: the next piece; nothing at the end.
    public func next() async throws(TransportError) -> Data? {
        try await pull()
    }

    /// All that is still to come, as long as it is no longer than it may be.
    func collect(limit: Int) async throws(TransportError) -> Data {
        var collected = Data()
        while let chunk = try await next() {
            guard chunk.count <= limit - collected.count else {
                throw TransportError(
                    .responseTooLarge, "the response's body has more than the \(limit) bytes that are allowed",
                    serverMayHaveActed: true)
            }
            collected.append(chunk)
        }
        return collected
    }
}

/// Where a call that streams finds the body of its success.
final class OpenedBody: Sendable {
    private let chunks = Locked<ResponseChunks?>(nil)

    func put(_ opened: ResponseChunks) {
        chunks.withLock { $0 = opened }
    }

    func take() -> ResponseChunks? {
        chunks.withLock { chunks in
            defer { chunks = nil }
            return chunks
        }
    }
}
