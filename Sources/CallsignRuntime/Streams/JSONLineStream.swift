import Foundation

/// The JSON texts of a response, each when it arrives: one a line, or one a record (RFC 7464).
///
/// It can be gone through once. Breaking off, or cancelling the task, ends the exchange with the server.
public struct JSONLineStream<Value: Decodable & Sendable, Failure: ClientError>: AsyncSequence, Sendable {
    public typealias Element = Value

    private let source: LineSource

    init(_ source: StreamSource, _ endings: LineCutter.Endings) {
        self.source = LineSource(source, endings)
    }

    /// The response's status and headers; its body is the stream.
    public var response: RawResponse { source.stream.response }

    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let source: LineSource

        /// - Throws: also where a line isn't what the API describes; the next call gives the next line.
        public mutating func next() async throws(Failure) -> Value? {
            guard let line = try await source.next(throwing: Failure.self) else { return nil }
            return try source.stream.decode(Data(line), throwing: Failure.self)
        }
    }
}

private final class LineSource: Sendable {
    let stream: StreamSource
    private let lines: Locked<LineCutter>

    init(_ stream: StreamSource, _ endings: LineCutter.Endings) {
        self.stream = stream
        lines = Locked(LineCutter(endings: endings))
    }

    func next<Failure: ClientError>(throwing: Failure.Type) async throws(Failure) -> [UInt8]? {
        while true {
            while let line = lines.withLock({ $0.next() }) {
                if Self.isText(line) { return line }
            }
            try stream.check(lines.withLock { $0.pendingBytes }, throwing: Failure.self)
            guard let chunk = try await stream.chunk(throwing: Failure.self) else {
                return lines.withLock { $0.rest() }.flatMap { Self.isText($0) ? $0 : nil }
            }
            lines.withLock { $0.append(chunk) }
        }
    }

    /// Empty lines keep a connection alive.
    private static func isText(_ line: [UInt8]) -> Bool {
        line.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != 10 && $0 != 13 }
    }
}
