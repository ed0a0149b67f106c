import CallsignRuntime
import Foundation
import HTTPTypes

/// The parts of a `multipart` body (RFC 2046, RFC 7578), read and written for comparison.
enum MultipartText {
    /// Of bodies that are written here, none of whose texts hold it.
    static let boundary = "callsign-check"

    static func bytes(of parts: [CheckedRequest.Part]) -> Data {
        var text = ""
        for part in parts {
            text += "--\(boundary)\r\n"
            var disposition = part.name.isEmpty ? "attachment" : "form-data; name=\"\(escaped(part.name))\""
            if let name = part.fileName { disposition += "; filename=\"\(escaped(name))\"" }
            if disposition != "attachment" { text += "Content-Disposition: \(disposition)\r\n" }
            if let type = part.contentType { text += "Content-Type: \(type)\r\n" }
            text += "\r\n\(part.text)\r\n"
        }
        return Data((text + "--\(boundary)--\r\n").utf8)
    }

    /// The boundary that a content type names; `nil` for all but bodies of several parts.
    static func boundary(in headers: HTTPFields) -> String? {
        guard let type = headers[.contentType], type.lowercased().hasPrefix("multipart/") else { return nil }
        guard let range = type.range(of: "boundary=", options: .caseInsensitive) else { return nil }
        return type[range.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    }

    /// The parts of a body, each with the lines of its head and its content; `nil` for what is no such body.
    static func parts(of body: Data, boundary: String) -> [BodyForm.Part]? {
        let delimiter = Data("--\(boundary)".utf8)
        let lineEnd = Data("\r\n".utf8)
        guard body.starts(with: delimiter) else { return nil }
        var parts: [BodyForm.Part] = []
        var rest = body[(body.startIndex + delimiter.count)...]
        while rest.starts(with: lineEnd) {
            // A part without a head begins with the line that would end it.
            guard let end = rest.dropFirst(2).range(of: lineEnd + delimiter),
                let head = rest[..<end.lowerBound].range(of: lineEnd + lineEnd)
            else { return nil }
            let lines = String(decoding: rest[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
                .filter { !$0.isEmpty }
            let type = lines.first { $0.lowercased().hasPrefix("content-type:") }
            let isJSON = type?.lowercased().contains("json") ?? false
            var headers = HTTPFields()
            headers[.contentType] = isJSON ? "application/json" : "text/plain"
            parts.append(
                BodyForm.Part(
                    head: lines.sorted(),
                    content: BodyForm(Data(rest[head.upperBound..<end.lowerBound]), headers: headers)))
            rest = rest[end.upperBound...]
        }
        return rest.starts(with: Data("--".utf8)) ? parts : nil
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "\"", with: "%22").replacingOccurrences(of: "\r", with: "%0D")
            .replacingOccurrences(of: "\n", with: "%0A")
    }
}
