import Foundation

/// `application/x-www-form-urlencoded`, by the rules of the OpenAPI encoding object: lists repeat their name and objects
/// are JSON text, where nothing else is said of them. Names are sorted.
enum FormBody {
    static let contentType = "application/x-www-form-urlencoded"

    static func encode(_ value: any Encodable, _ encodings: [String: BodyEncoding] = [:]) throws -> Data {
        guard case .object(let members) = try JSONText.value(of: value) else {
            throw RequestProblem("a form needs an object")
        }
        var pairs: [String] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            if let encoding = encodings[name], let style = encoding.style {
                var encoder = ParameterEncoder(
                    name: name, style: style, explode: encoding.explode,
                    encoding: encoding.allowReserved ? .reserved : .unreserved)
                // What reads nested forms reads lists by their indices.
                encoder.indexesLists = true
                if let text = try encoder.encode(value.parameterValue) { pairs.append(text) }
            } else if case .array(let values) = value {
                pairs += values.map { pair(name, $0, encodings[name]) }
            } else if !value.isNull {
                pairs.append(pair(name, value, encodings[name]))
            }
        }
        return Data(pairs.joined(separator: "&").utf8)
    }

    private static func pair(_ name: String, _ value: JSONValue, _ encoding: BodyEncoding?) -> String {
        // Where a content type is named for a property of a form, it is JSON, in which texts are quoted.
        let text = (encoding?.contentType == nil ? value.stringValue : nil) ?? value.description
        return "\(escaped(name))=\(escaped(text))"
    }

    static func escaped(_ text: String) -> String {
        PercentEncoding.unreserved.encode(text).replacingOccurrences(of: "%20", with: "+")
    }

    /// Reads a form as an object of texts; of names given twice the last counts.
    static func decode(_ data: Data) -> JSONValue {
        var members: [String: JSONValue] = [:]
        for pair in String(decoding: data, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.map(unescaped) else { continue }
            members[name] = .string(parts.dropFirst().first.map(unescaped) ?? "")
        }
        return .object(members)
    }

    private static func unescaped(_ text: Substring) -> String {
        let text = text.replacingOccurrences(of: "+", with: " ")
        return text.removingPercentEncoding ?? text
    }
}
