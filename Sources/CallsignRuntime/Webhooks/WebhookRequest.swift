public import Foundation
public import HTTPTypes

/// A request that an API sent to the app, as the app's HTTP server received it.
public struct WebhookRequest: Sendable {
    public var method: String
    /// The whole address as the API was given it: signatures cover it. Behind a proxy the server sees another one; make
    /// the public one with ``init(method:origin:target:headers:body:)``.
    public var url: String
    public var headers: HTTPFields
    public var body: Data

    public init(method: String, url: String, headers: HTTPFields = HTTPFields(), body: Data = Data()) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// - Parameters:
    ///   - origin: scheme, host and, where one was given, port by which the API knows the app, such as
    ///     `https://hooks.example.com`. It is the app's own knowledge; a header such as `X-Forwarded-Host` may be
    ///     anybody's.
    ///   - target: the path with its query, such as `/calls/answer?tenant=acme`.
    public init(
        method: String, origin: String, target: String, headers: HTTPFields = HTTPFields(), body: Data = Data()
    ) {
        var origin = origin
        while origin.hasSuffix("/") { origin.removeLast() }
        self.init(
            method: method, url: origin + (target.hasPrefix("/") ? target : "/" + target), headers: headers, body: body)
    }

    /// The address up to the query.
    var baseURL: Substring { url.prefix { $0 != "?" && $0 != "#" } }

    /// The pairs of the query, decoded, in their order.
    package var query: [FormPair] {
        guard let start = url.firstIndex(of: "?") else { return [] }
        return FormPair.pairs(of: url[start...].dropFirst().prefix { $0 != "#" }.utf8)
    }

    /// The pairs of the body, decoded, in their order; none where it is no form.
    package var form: [FormPair] {
        switch payload {
        case .form: FormPair.pairs(of: body)
        case .json, .none: []
        }
    }

    private enum Payload {
        case none, form, json
    }

    private var payload: Payload {
        if body.isEmpty { return .none }
        let type =
            headers[.contentType]?.lowercased().prefix { $0 != ";" }
            .trimmingCharacters(in: .whitespaces) ?? ""
        if type == "application/x-www-form-urlencoded" { return .form }
        if type == "application/json" || type.hasSuffix("+json") { return .json }
        // Some senders label what they send wrongly, or not at all.
        let first = body.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .form
    }

    /// What was sent as JSON text: a body of JSON as it is, otherwise the pairs of the query and of the body. A key that
    /// is there more than once has a list; the body's pairs win over the query's.
    var json: Data {
        if payload == .json { return body }
        var members: [String: JSONValue] = [:]
        for pairs in [query, form] {
            let values = Dictionary(grouping: pairs, by: \.name).mapValues { $0.map { JSONValue.string($0.value) } }
            for (name, values) in values { members[name] = values.count == 1 ? values[0] : .array(values) }
        }
        // Texts can always be encoded.
        return (try? JSONText.encode(JSONValue.object(members))) ?? Data("{}".utf8)
    }
}

/// A name and its value, as HTML forms and queries hold them (WHATWG URL, section 5).
package struct FormPair: Sendable, Hashable {
    package var name: String
    package var value: String

    package static func pairs(of text: some Sequence<UInt8>) -> [FormPair] {
        Array(text).split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return FormPair(name: decode(parts[0]), value: parts.count > 1 ? decode(parts[1]) : "")
        }
    }

    private static func decode(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let high = JSONEscapes.hexadecimal(text[index + 1]),
                let low = JSONEscapes.hexadecimal(text[index + 2])
            {
                bytes.append(UInt8(high << 4 | low))
                index += 3
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
