import CallsignRuntime
import Foundation
import HTTPTypes

/// What a call must send. In a query and in JSON the order of names doesn't matter; only the headers named here count.
public struct CheckedRequest: Sendable, Hashable {
    /// The body in the form in which it is compared.
    public enum Body: Sendable, Hashable {
        case none
        /// JSON text.
        case json(String)
        /// `name=value` pairs, not encoded.
        case form([Field])
        case text(String)
        /// The parts of a form with files, in order.
        case parts([Part], contentType: String = "multipart/form-data")
    }

    /// A field of a form.
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A part of a form with files. An empty name stands for none.
    public struct Part: Sendable, Hashable {
        public var name: String
        public var fileName: String?
        public var contentType: String?
        public var text: String

        public init(_ name: String, fileName: String? = nil, contentType: String? = nil, _ text: String) {
            self.name = name
            self.fileName = fileName
            self.contentType = contentType
            self.text = text
        }
    }

    public var method: String
    /// A whole address, or a path with its query.
    public var target: String
    public var headers: [Field]
    public var body: Body

    public init(_ method: String, _ target: String, headers: [Field] = [], body: Body = .none) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    func recorded() throws(CheckProblem) -> RecordedRequest {
        guard let method = HTTPRequest.Method(rawValue: method) else {
            throw CheckProblem("\"\(method)\" can't be a method")
        }
        var fields = HTTPFields()
        for header in headers { fields.append(try header.recorded()) }
        let bytes: Data?
        switch body {
        case .none: bytes = nil
        case .json(let text), .text(let text): bytes = Data(text.utf8)
        case .form(let pairs):
            let texts = pairs.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
            bytes = Data(texts.joined(separator: "&").utf8)
        case .parts(let parts, let type):
            bytes = MultipartText.bytes(of: parts)
            fields[.contentType] = "\(type); boundary=\(MultipartText.boundary)"
        }
        return RecordedRequest(method: method, target: target, headers: fields, body: bytes)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}

/// Why a check can't be made as it is written.
struct CheckProblem: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }

    init(_ reason: String) {
        self.reason = reason
    }
}

extension CheckedRequest.Field {
    func recorded() throws(CheckProblem) -> HTTPField {
        guard let field = HTTPField.Name(name) else { throw CheckProblem("\"\(name)\" can't be a header") }
        return HTTPField(name: field, value: value)
    }
}
