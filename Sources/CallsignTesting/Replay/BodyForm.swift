import CallsignRuntime
import Foundation
import HTTPTypes

/// A body in the form in which it is compared and shown.
indirect enum BodyForm: Equatable {
    /// A part of a form with files. The boundary between parts says nothing.
    struct Part: Equatable {
        /// The lines of its head, sorted.
        var head: [String]
        var content: BodyForm
    }

    case none
    case json(JSONValue)
    case form([RequestTarget.QueryPair])
    case parts([Part])
    case text(String)
    case bytes(Data)

    /// - Parameter headers: those of the message; where they don't say what the body is, the body itself decides.
    init(_ body: Data?, headers: HTTPFields) {
        guard let body, !body.isEmpty else {
            self = .none
            return
        }
        if let boundary = MultipartText.boundary(in: headers),
            let parts = MultipartText.parts(of: body, boundary: boundary)
        {
            self = .parts(parts)
            return
        }
        let contentType = headers[.contentType]?.lowercased() ?? ""
        let text = String(bytes: body, encoding: .utf8)
        if contentType.contains("x-www-form-urlencoded"), let text {
            self = .form(RequestTarget.pairs(text))
        } else if contentType.isEmpty || contentType.contains("json"),
            let value = try? JSONDecoder().decode(JSONValue.self, from: body)
        {
            self = .json(value)
        } else if let text {
            self = .text(text)
        } else {
            self = .bytes(body)
        }
    }

    /// The body as lines, for differences.
    var lines: [String] {
        switch self {
        case .none: []
        case .json(let value): JSONLayout.indented(value.description).components(separatedBy: "\n")
        case .form(let pairs): pairs.map(\.text)
        case .parts(let parts): parts.flatMap { ["--"] + $0.head + [""] + $0.content.lines }
        case .text(let text): text.components(separatedBy: "\n")
        case .bytes(let data):
            ["\(data.count) bytes: \(data.prefix(64).map { byte in hex(byte) }.joined(separator: " "))"]
        }
    }

    private func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0\(text)" : text
    }
}
