public import CallsignRuntime
public import Foundation
public import HTTPTypes

/// Answers requests out of a ``HTTPRecording``, and fails where a request isn't the one that was recorded.
///
/// ```swift
/// let replay = try ReplayTransport(contentsOf: recording)
/// let plivo = PlivoClient(authID: "MA1", authToken: "secret", transport: replay)
/// let receipt = try await plivo.messages.create(…)
/// try await replay.finish()    // throws if anything differed, or wasn't asked for
/// ```
///
/// The method, the path, the query, the body and those headers that the recording names have to agree. In a query and in
/// a JSON object the order doesn't matter. The host counts where the recording names it.
public struct ReplayTransport: Transport {
    /// In which order requests may come.
    public enum Order: Sendable {
        /// As recorded.
        case recorded
        /// In any: each request is answered with the first exchange that fits and wasn't used yet. One that none fits
        /// is compared with the nearest.
        case any
    }

    private let session: ReplaySession

    /// - Parameter name: what differences call the recording.
    public init(_ recording: HTTPRecording, name: String = "recording", order: Order = .recorded) {
        session = ReplaySession(exchanges: recording.exchanges, name: name, order: order)
    }

    /// Replays a file.
    ///
    /// - Throws: ``RecordingError`` with everything that is wrong with it, or an error of Foundation's where it can't be
    ///   read.
    public init(contentsOf file: URL, order: Order = .recorded) throws {
        self.init(try HTTPRecording(contentsOf: file), name: file.lastPathComponent, order: order)
    }

    /// Every answer is there at once.
    public var enforcesTimeout: Bool { true }

    public func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        try await session.answer(request, body: try body?.collected())
    }

    /// Ends the replay.
    ///
    /// - Throws: ``ReplayFailure`` if a request differed from what was recorded, or a recorded one never came.
    public func finish() async throws(ReplayFailure) {
        try await session.finish()
    }
}

/// How requests differed from a recording.
public struct ReplayFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Each difference as lines of text: `-` is what was recorded, `+` what was sent.
    public let differences: [String]

    package init(differences: [String]) {
        self.differences = differences
    }

    public var description: String { differences.joined(separator: "\n") }
}

/// What is left of a recording.
private actor ReplaySession {
    private var remaining: [(number: Int, exchange: RecordedExchange)]
    private let count: Int
    private let name: String
    private let order: ReplayTransport.Order
    private var differences: [String] = []

    init(exchanges: [RecordedExchange], name: String, order: ReplayTransport.Order) {
        remaining = exchanges.enumerated().map { ($0.offset + 1, $0.element) }
        count = exchanges.count
        self.name = name
        self.order = order
    }

    func answer(_ request: HTTPRequest, body: Data?) throws(TransportError) -> (HTTPResponse, Data) {
        let sent = SentRequest(request, body: body)
        let candidates = order == .any ? remaining[...] : remaining.prefix(1)
        guard let nearest = NearestExchange(to: sent, in: candidates.map(\.exchange)) else {
            throw fail("\(name): \(sent.line) came after all \(count) recorded exchanges")
        }
        let index = nearest.index
        guard nearest.difference.isEmpty else {
            let place = "\(name), exchange \(remaining[index].number) of \(count)"
            // What comes next is compared with what was recorded next, so that one difference isn't many.
            if order == .recorded { remaining.removeFirst() }
            throw fail(
                (["\(place): \(sent.line) is not what was recorded (-) but (+)"] + nearest.difference.lines)
                    .joined(separator: "\n"))
        }
        switch remaining.remove(at: index).exchange.outcome {
        case .failure(let failure): throw failure.error
        case .response(let response):
            return (HTTPResponse(status: response.status, headerFields: response.headers), response.body ?? Data())
        }
    }

    func finish() throws(ReplayFailure) {
        let missing = remaining.map { number, exchange in
            let request = exchange.request
            return "\(name), exchange \(number) of \(count): \(request.method) \(request.target) never came"
        }
        let failure = ReplayFailure(differences: differences + missing)
        if !failure.differences.isEmpty { throw failure }
    }

    private func fail(_ difference: String) -> TransportError {
        differences.append(difference)
        // No recording holds the answer to this request, however often it is sent.
        return TransportError(.unsupported, difference, serverMayHaveActed: false)
    }
}
