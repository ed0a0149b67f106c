public import CallsignRuntime
public import Foundation
public import HTTPTypes

/// Sends requests through another transport, and writes them and what came back to a file that a ``ReplayTransport``
/// replays.
///
/// Credentials never reach the file: the values of headers, parameters and keys that ``Redaction`` names are left out.
/// The file is written anew, whole or not at all, after each exchange.
public struct RecordingTransport: Transport {
    private let transport: any Transport
    private let redaction: Redaction
    private let session: RecordingSession

    /// - Parameters:
    ///   - transport: what sends the requests.
    ///   - file: what is written. A file that is there is replaced with the first exchange.
    public init(_ transport: any Transport, to file: URL, redacting redaction: Redaction = Redaction()) {
        self.transport = transport
        self.redaction = redaction
        session = RecordingSession(file: file)
    }

    public func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        let data = try body?.collected()
        let recorded = RecordedRequest(
            method: request.method, target: redaction.target(request.path ?? "/"),
            headers: headers(of: request), body: redaction.body(data, headers: request.headerFields))
        let result = await sent(request, body, limits)
        try await session.append(RecordedExchange(request: recorded, outcome: outcome(of: result)))
        return try result.get()
    }

    public var enforcesTimeout: Bool { transport.enforcesTimeout }

    private typealias Answer = Result<(HTTPResponse, Data), TransportError>

    private func sent(_ request: HTTPRequest, _ body: RequestBody?, _ limits: TransportLimits) async -> Answer {
        do throws(TransportError) {
            return .success(try await transport.send(request, body: body, limits: limits))
        } catch {
            return .failure(error)
        }
    }

    private func outcome(of answer: Answer) -> RecordedOutcome {
        switch answer {
        case .failure(let error): .failure(RecordedFailure(error.kind, error.message))
        case .success(let (head, data)):
            .response(
                RecordedResponse(
                    status: head.status, headers: redaction.headers(head.headerFields),
                    body: redaction.body(data, headers: head.headerFields)))
        }
    }

    /// The host and the headers of the request, without `User-Agent`, which differs from one machine to the next.
    private func headers(of request: HTTPRequest) -> HTTPFields {
        var headers = HTTPFields()
        if let authority = request.authority, let host = HTTPField.Name("Host") { headers[host] = authority }
        for field in redaction.headers(request.headerFields) where field.name != .userAgent { headers.append(field) }
        return headers
    }
}

/// What was recorded so far.
private actor RecordingSession {
    private let file: URL
    private var recording = HTTPRecording()

    init(file: URL) {
        self.file = file
    }

    func append(_ exchange: RecordedExchange) throws(TransportError) {
        recording.exchanges.append(exchange)
        do {
            try Data(recording.text.utf8).write(to: file, options: .atomic)
        } catch {
            throw TransportError(
                .other, "the recording can't be written to \(file.path): \(error.localizedDescription)",
                serverMayHaveActed: true)
        }
    }
}
