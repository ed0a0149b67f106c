import Foundation
import HTTPTypes

/// Finds the message and the request's identifier in a response.
struct ErrorBodyReader {
    var response: RawResponse

    /// Longer bodies aren't searched: no error is so long.
    private static let maximumBytes = 1 << 20
    /// Where error bodies have their message when the API doesn't say, the likelier places first.
    private static let usualPlaces = [
        "/error/message", "/error", "/message", "/error_description", "/detail", "/errors", "/title", "/description",
    ]

    private var json: JSONValue? {
        guard response.rawBody.count <= ErrorBodyReader.maximumBytes else { return nil }
        return try? JSONText.decode(JSONValue.self, from: response.rawBody)
    }

    var requestID: String? {
        let named = response.rules.requestIDHeader.flatMap { HTTPField.Name($0) }.flatMap { response.headers[$0] }
        if let named { return named }
        if !response.rules.requestID.isEmpty, let json {
            for pointer in response.rules.requestID {
                if let text = json[pointer: pointer].flatMap(scalar) { return text }
            }
        }
        return HTTPField.Name("X-Request-ID").flatMap { response.headers[$0] }
    }

    /// Never empty.
    var message: String {
        if let json {
            if let text = message(in: json) { return text }
        } else if let text = MarkupText.isMarkup(response) ? MarkupText.message(response.rawBody) : plainText {
            return text
        }
        let phrase = StatusText.phrase(response.status)
        return phrase.isEmpty ? "status \(response.status)" : phrase
    }

    private func message(in json: JSONValue) -> String? {
        for pointer in response.rules.message + ErrorBodyReader.usualPlaces {
            if let text = json[pointer: pointer].flatMap({ text($0, depth: 0) }) { return text }
        }
        return json.objectValue == nil ? text(json, depth: 0) : nil
    }

    /// The text of whatever stands where a message is expected: text, a list of texts, an object with a message or with
    /// messages by field.
    private func text(_ value: JSONValue, depth: Int) -> String? {
        switch value {
        case .object(let members):
            guard depth < 4 else { return nil }
            for key in ["message", "error", "detail", "description", "title", "reason"] {
                if let text = members[key].flatMap({ text($0, depth: depth + 1) }) { return text }
            }
            let texts = members.sorted { $0.key < $1.key }.prefix(10).compactMap { key, value in
                text(value, depth: depth + 1).map { "\(key): \($0)" }
            }
            return texts.isEmpty ? nil : texts.joined(separator: "; ")
        case .array(let values):
            guard depth < 4 else { return nil }
            let texts = values.prefix(10).compactMap { text($0, depth: depth + 1) }
            return texts.isEmpty ? nil : texts.joined(separator: "; ")
        default:
            return scalar(value)
        }
    }

    private func scalar(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): MessageText.clean(text)
        case .integer, .decimal, .double: value.description
        default: nil
        }
    }

    private var plainText: String? {
        // Text has no control characters; a picture or an archive does.
        let head = response.rawBody.prefix(4096)
        guard !head.contains(where: { $0 < 9 || ($0 > 13 && $0 < 32) }),
            String(bytes: head.prefix(1024), encoding: .utf8) != nil
        else { return nil }
        return MessageText.clean(String(decoding: head, as: UTF8.self))
    }
}

/// Text cut and cleaned for a message.
enum MessageText {
    static let maximumLength = 500

    /// One line, no longer than a message should be; `nil` where nothing is left.
    static func clean(_ text: String) -> String? {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.isEmpty { return nil }
        return line.count > maximumLength ? line.prefix(maximumLength) + "…" : line
    }
}

/// HTML and XML, as proxies and load balancers answer.
enum MarkupText {
    static func isMarkup(_ response: RawResponse) -> Bool {
        if let type = response.headers[.contentType]?.lowercased(), type.contains("html") || type.contains("xml") {
            return true
        }
        return response.rawBody.first { $0 > 0x20 } == UInt8(ascii: "<")
    }

    /// The title, or the first heading, or all the text without its tags.
    static func message(_ body: Data) -> String? {
        let text = String(decoding: body.prefix(16_384), as: UTF8.self)
        for tag in ["title", "h1"] {
            if let content = content(of: tag, in: text), let title = MessageText.clean(stripped(content)) {
                return title
            }
        }
        return MessageText.clean(stripped(text))
    }

    private static func content(of tag: String, in text: String) -> String? {
        guard let open = text.range(of: "<\(tag)", options: .caseInsensitive),
            let start = text.range(of: ">", range: open.upperBound..<text.endIndex),
            let end = text.range(of: "</\(tag)", options: .caseInsensitive, range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
    }

    private static func stripped(_ text: String) -> String {
        var result = ""
        var isInTag = false
        for character in text {
            switch character {
            case "<": isInTag = true
            case ">" where isInTag:
                isInTag = false
                result.append(" ")
            default: if !isInTag { result.append(character) }
            }
        }
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&"),
        ] {
            result = result.replacingOccurrences(of: entity, with: character)
        }
        return result
    }
}
