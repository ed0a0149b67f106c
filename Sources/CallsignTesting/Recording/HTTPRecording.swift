public import Foundation
public import HTTPTypes

/// HTTP exchanges as a text that people read and write: what was sent, and what came back.
///
/// ```
/// # Comments stand before an exchange.
/// POST /v1/Account/MA1/Message/
/// Content-Type: application/json
///
/// {"dst": "14155550133", "text": "Hello"}
///
/// HTTP/1.1 202 Accepted
/// Content-Type: application/json
///
/// {"message_uuid": ["f3d0055c"]}
///
/// GET /v1/Account/MA1/Message/?limit=20
///
/// ! timedOut nothing came for 30 seconds
/// ```
///
/// The rules:
/// - A request begins with a line of its method and its target: a path with its query, or a whole address.
/// - A response begins with a line of `HTTP/1.1`, its status and, if wanted, its reason. In its place, `!` with a kind
///   of `TransportError` and a message stands for a request that got none.
/// - Headers follow, then an empty line and the body, both if there are any. Empty lines at the end of a body don't
///   belong to it.
/// - A line of a body that could be taken for the beginning of something, because it begins with `#`, `!`, `HTTP/` or
///   as a request does, is written with a backslash before it; so is one that begins with a backslash, and a last line
///   that is empty. The backslash doesn't count.
/// - A body that is no UTF-8 text, or has carriage returns, is written as Base64 under a header
///   `Recording-Body: base64`, which is neither sent nor received.
public struct HTTPRecording: Sendable, Hashable {
    public var exchanges: [RecordedExchange]

    public init(_ exchanges: [RecordedExchange] = []) {
        self.exchanges = exchanges
    }

    /// Reads a recording.
    ///
    /// - Parameters:
    ///   - text: the recording.
    ///   - name: what problems and differences call it, such as the file's path.
    /// - Throws: ``RecordingError`` with everything that is wrong.
    public init(_ text: String, name: String = "recording") throws(RecordingError) {
        var reader = RecordingReader(text, name: name)
        exchanges = try reader.read()
    }

    /// Reads a recording from a file.
    ///
    /// - Throws: ``RecordingError`` with everything that is wrong, or an error of Foundation's where the file can't be
    ///   read.
    public init(contentsOf file: URL) throws {
        let bytes = try Data(contentsOf: file)
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw RecordingError(name: file.path, problems: [.init(line: 1, message: "this is no UTF-8 text")])
        }
        try self.init(text, name: file.path)
    }

    /// The recording as text. Reading it gives an equal recording.
    public var text: String { RecordingWriter.text(of: self) }
}

/// One request, and what became of it.
public struct RecordedExchange: Sendable, Hashable {
    /// What the recording says about the exchange, line by line.
    public var comments: [String]
    public var request: RecordedRequest
    public var outcome: RecordedOutcome

    public init(comments: [String] = [], request: RecordedRequest, outcome: RecordedOutcome) {
        self.comments = comments
        self.request = request
        self.outcome = outcome
    }
}

/// What was sent.
public struct RecordedRequest: Sendable, Hashable {
    public var method: HTTPRequest.Method
    /// The path with its query, or a whole address.
    public var target: String
    public var headers: HTTPFields
    /// `nil` for none; an empty one is none.
    public var body: Data?

    public init(method: HTTPRequest.Method, target: String, headers: HTTPFields = [:], body: Data? = nil) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

/// What came back.
public enum RecordedOutcome: Sendable, Hashable {
    case response(RecordedResponse)
    case failure(RecordedFailure)
}

/// A response that came back.
public struct RecordedResponse: Sendable, Hashable {
    public var status: HTTPResponse.Status
    public var headers: HTTPFields
    /// `nil` for none; an empty one is none.
    public var body: Data?

    public init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: Data? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
