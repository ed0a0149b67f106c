import CallsignRuntime
import Foundation
import HTTPTypes

/// Reads the text of a ``HTTPRecording``, and collects all that is wrong with it.
struct RecordingReader {
    private let name: String
    private let lines: [Substring]
    private var index = 0
    private var problems: [RecordingError.Problem] = []

    init(_ text: String, name: String) {
        self.name = name
        // A carriage return and a line feed are one character.
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    mutating func read() throws(RecordingError) -> [RecordedExchange] {
        var exchanges: [RecordedExchange] = []
        while true {
            let comments = readComments()
            guard index < lines.count else { break }
            if let exchange = readExchange(comments) { exchanges.append(exchange) }
        }
        guard problems.isEmpty else { throw RecordingError(name: name, problems: problems) }
        return exchanges
    }

    // MARK: - Parts

    private var line: Substring? { index < lines.count ? lines[index] : nil }

    private mutating func report(_ message: String) {
        problems.append(.init(line: index + 1, message: message))
    }

    private mutating func readComments() -> [String] {
        var comments: [String] = []
        while let line, line.isEmpty || RecordingLine.isComment(line) {
            if !line.isEmpty {
                let text = line.drop { $0 == "#" }
                comments.append(String(text.first == " " ? text.dropFirst() : text))
            }
            index += 1
        }
        return comments
    }

    /// - Returns: nothing where something is wrong, which was reported; reading goes on at the next request.
    private mutating func readExchange(_ comments: [String]) -> RecordedExchange? {
        let count = problems.count
        guard let request = readRequest(), let outcome = readOutcome() else {
            skipToRequest()
            return nil
        }
        guard problems.count == count else { return nil }
        return RecordedExchange(comments: comments, request: request, outcome: outcome)
    }

    private mutating func skipToRequest() {
        while let line, !RecordingLine.isRequest(line) { index += 1 }
    }

    private mutating func readRequest() -> RecordedRequest? {
        guard let line, RecordingLine.isRequest(line) else {
            report("expected a request, such as `GET /v1/things`")
            index += 1
            return nil
        }
        let parts = line.split(separator: " ")
        guard parts.count == 2 || parts.count == 3 && parts[2].hasPrefix("HTTP/"),
            let method = HTTPRequest.Method(rawValue: String(parts[0]))
        else {
            report("expected a method and one target without spaces, such as `GET /v1/things?name=a%20b`")
            index += 1
            return nil
        }
        index += 1
        let (headers, body) = readMessage()
        return RecordedRequest(method: method, target: String(parts[1]), headers: headers, body: body)
    }

    private mutating func readOutcome() -> RecordedOutcome? {
        guard let line, RecordingLine.isResponse(line) || RecordingLine.isFailure(line) else {
            report("the request before has no response: expected a line such as `HTTP/1.1 200 OK`")
            return nil
        }
        let parts = line.split(separator: " ", maxSplits: 2)
        if RecordingLine.isFailure(line) { return readFailure(parts) }
        guard parts.count >= 2, let code = Int(parts[1]), (100...599).contains(code) else {
            report("expected a status from 100 to 599, such as `HTTP/1.1 200 OK`")
            index += 1
            return nil
        }
        index += 1
        let reason = parts.count > 2 ? String(parts[2]) : ""
        let (headers, body) = readMessage()
        return .response(
            RecordedResponse(
                status: HTTPResponse.Status(code: code, reasonPhrase: reason), headers: headers, body: body))
    }

    private mutating func readFailure(_ parts: [Substring]) -> RecordedOutcome? {
        guard parts.count >= 2, let kind = TransportError.Kind(rawValue: String(parts[1])) else {
            report("expected a kind of failure, such as `! timedOut nothing came`")
            index += 1
            return nil
        }
        index += 1
        return .failure(RecordedFailure(kind, parts.count > 2 ? String(parts[2]) : ""))
    }

    // MARK: - Headers and bodies

    private mutating func readMessage() -> (HTTPFields, Data?) {
        var headers = HTTPFields()
        var isBase64 = false
        while let line, !line.isEmpty, !RecordingLine.isBeginning(line) {
            if let field = field(line) {
                if field.name.canonicalName == RecordingLine.bodyEncoding.lowercased() {
                    isBase64 = field.value == "base64"
                    if !isBase64 { report("`\(RecordingLine.bodyEncoding)` knows nothing but `base64`") }
                } else {
                    headers.append(field)
                }
            } else {
                report("expected a header, such as `Content-Type: application/json`, or an empty line before the body")
            }
            index += 1
        }
        return (headers, readBody(isBase64: isBase64))
    }

    private func field(_ line: Substring) -> HTTPField? {
        guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])) else {
            return nil
        }
        return HTTPField(name: name, value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }

    private mutating func readBody(isBase64: Bool) -> Data? {
        guard line?.isEmpty == true else { return nil }
        index += 1
        let first = index
        while let line, !RecordingLine.isBeginning(line) { index += 1 }
        let body = lines[first..<index]
        let end = body.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? first
        if isBase64 {
            let data = Data(base64Encoded: body[..<end].joined())
            if data == nil { problems.append(.init(line: first + 1, message: "expected Base64")) }
            return data
        }
        let text = body[..<end].map { $0.first == RecordingLine.escape ? $0.dropFirst() : $0 }
        return end == first ? nil : Data(text.joined(separator: "\n").utf8)
    }
}
