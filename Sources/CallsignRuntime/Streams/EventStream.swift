import Foundation

/// The events of a response, each when it arrives, as the API describes their data.
///
/// ```swift
/// for try await chunk in try await client.chat.createStreaming(request) { … }
/// ```
///
/// It can be gone through once. Breaking off, or cancelling the task, ends the exchange with the server. A stream that
/// breaks off isn't taken up again: whoever wants that sends ``lastEventID`` as the header `Last-Event-ID` of another
/// call (``CallOptions/headers``).
public struct EventStream<Value: Decodable & Sendable, Failure: ClientError>: AsyncSequence, Sendable {
    public typealias Element = Value

    fileprivate let source: EventSource

    init(_ source: StreamSource) {
        self.source = EventSource(source)
    }

    /// The response's status and headers; its body is the stream.
    public var response: RawResponse { source.stream.response }
    /// The last identifier that the stream has given; empty for none.
    public var lastEventID: String { source.lastEventID }
    /// How long the server asks to wait before reconnecting, if it does.
    public var reconnectionDelay: Duration? { source.reconnectionDelay }
    /// The events with their names and identifiers, and their data as text. They are taken from the same stream.
    public var events: Events { Events(source: source) }

    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let source: EventSource

        /// - Throws: also where an event's data isn't what the API describes; the next call gives the next event.
        public mutating func next() async throws(Failure) -> Value? {
            guard let event = try await source.next(throwing: Failure.self) else { return nil }
            return try source.stream.decode(Data(event.data.utf8), throwing: Failure.self)
        }
    }

    /// The events themselves.
    public struct Events: AsyncSequence, Sendable {
        public typealias Element = ServerSentEvent

        fileprivate let source: EventSource

        public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

        public struct Iterator: AsyncIteratorProtocol, Sendable {
            fileprivate let source: EventSource

            public mutating func next() async throws(Failure) -> ServerSentEvent? {
                try await source.next(throwing: Failure.self)
            }
        }
    }
}

/// What the sequences of one event stream share.
private final class EventSource: Sendable {
    /// The data by which some APIs end a stream, which is no JSON.
    private static let sentinel = "[DONE]"

    let stream: StreamSource
    private let parser = Locked(ServerSentEventParser())

    init(_ stream: StreamSource) {
        self.stream = stream
    }

    var lastEventID: String { parser.withLock { $0.lastEventID } }
    var reconnectionDelay: Duration? { parser.withLock { $0.retry } }

    func next<Failure: ClientError>(throwing: Failure.Type) async throws(Failure) -> ServerSentEvent? {
        while true {
            if let event = parser.withLock({ $0.next() }) {
                if event.data != Self.sentinel { return event }
                stream.end()
                return nil
            }
            try stream.check(parser.withLock { $0.pendingBytes }, throwing: Failure.self)
            guard let chunk = try await stream.chunk(throwing: Failure.self) else { return nil }
            parser.withLock { $0.append(chunk) }
        }
    }
}

extension StreamSource {
    func chunk<Failure: ClientError>(throwing: Failure.Type) async throws(Failure) -> Data? {
        switch await next() {
        case .success(let chunk): return chunk
        case .failure(let failure): throw Failure(failure.problem)
        }
    }

    /// Ends a stream whose one event is larger than a whole response may be.
    func check<Failure: ClientError>(_ pendingBytes: Int, throwing: Failure.Type) throws(Failure) {
        guard pendingBytes > maximumBytes else { return }
        end()
        throw Failure(
            failure(
                TransportError(
                    .responseTooLarge, "a part of the stream has more than the \(maximumBytes) bytes that are allowed",
                    serverMayHaveActed: true)))
    }

    func decode<Value: Decodable, Failure: ClientError>(
        _ json: Data, throwing: Failure.Type
    ) throws(Failure) -> Value {
        do {
            return try JSONText.decode(Value.self, from: json)
        } catch {
            throw Failure(.decoding(DecodingFailure(response.with(body: json), error)))
        }
    }
}
