import CallsignRuntime
import Foundation
import HTTPTypes

/// Writes the text of a ``HTTPRecording``.
enum RecordingWriter {
    static func text(of recording: HTTPRecording) -> String {
        recording.exchanges.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private static func lines(of exchange: RecordedExchange) -> [String] {
        var lines = exchange.comments.map { $0.isEmpty ? "#" : "# \(oneLine($0))" }
        let request = exchange.request
        lines.append("\(request.method.rawValue) \(request.target)")
        lines += message(request.headers, request.body) + [""]
        switch exchange.outcome {
        case .failure(let failure):
            lines.append("! \(failure.kind.rawValue) \(oneLine(failure.message))")
        case .response(let response):
            let reason = oneLine(response.status.reasonPhrase)
            lines.append("HTTP/1.1 \(response.status.code)" + (reason.isEmpty ? "" : " \(reason)"))
            lines += message(response.headers, response.body)
        }
        return lines
    }

    private static func message(_ headers: HTTPFields, _ body: Data?) -> [String] {
        var lines = headers.map { "\($0.name.rawName): \($0.value)" }
        guard let body, !body.isEmpty else { return lines }
        if let text = plainText(body) {
            return lines + [""] + text
        }
        lines.append("\(RecordingLine.bodyEncoding): base64")
        return lines + [""]
            + body.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
            .split(separator: "\n").map(String.init)
    }

    /// The lines of a body that can be written as it is.
    private static func plainText(_ body: Data) -> [String]? {
        guard !body.contains(UInt8(ascii: "\r")), let text = String(bytes: body, encoding: .utf8) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            RecordingLine.needsEscape(line) ? "\(RecordingLine.escape)\(line)" : String(line)
        }
        if let last = lines.indices.last, lines[last].isEmpty { lines[last] = String(RecordingLine.escape) }
        return lines
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
