import CallsignRuntime
import Foundation
import HTTPTypes

/// A response, and what a call that is answered with it must come to.
public struct CheckedAnswer: Sendable, Hashable {
    public var status: Int
    public var headers: [CheckedRequest.Field]
    /// `nil` for a response without a body.
    public var contentType: String?
    public var body: String
    /// The case of the client's error that must be thrown; `nil` where the call must succeed.
    public var failure: String?
    /// What must come of a body that arrives bit by bit: a JSON text for each element.
    public var elements: [String]?
    /// Whether the description says that the operation is answered so.
    public var isDescribed = true
    /// Whether it matters what comes of the answer.
    var isRead = true
    /// The headers that the client's type for them reads no value of.
    private(set) var unreadHeaders: [String] = []

    private init(
        _ status: Int, headers: [CheckedRequest.Field], reads: [HeaderCheck], _ contentType: String?, _ body: String,
        failure: String?
    ) {
        self.status = status
        self.headers = headers
        self.contentType = contentType
        self.body = body
        self.failure = failure
        if !reads.isEmpty, let fields = try? recorded().headers {
            unreadHeaders = reads.filter { !$0.isRead(HeaderFields(fields)) }.map(\.name)
        }
    }

    /// A response that is read as the operation's result.
    ///
    /// - Parameters:
    ///   - reads: which properties of the client's own types must have a value because of its headers.
    ///   - elements: the elements of a body that arrives bit by bit, as JSON texts.
    ///   - isDescribed: `false` for the receipt of a request whose result comes later, which descriptions don't show.
    public static func success(
        _ status: Int, headers: [CheckedRequest.Field] = [], reads: [HeaderCheck] = [], _ contentType: String? = nil,
        _ body: String = "", elements: [String]? = nil, isDescribed: Bool = true
    ) -> CheckedAnswer {
        var answer = CheckedAnswer(status, headers: headers, reads: reads, contentType, body, failure: nil)
        answer.elements = elements
        answer.isDescribed = isDescribed
        return answer
    }

    /// A response that is thrown as an error.
    ///
    /// - Parameters:
    ///   - failure: the error's case.
    ///   - reads: which properties of the client's own types must have a value because of its headers.
    public static func failure(
        _ failure: String, _ status: Int, headers: [CheckedRequest.Field] = [], reads: [HeaderCheck] = [],
        _ contentType: String? = nil, _ body: String = ""
    ) -> CheckedAnswer {
        CheckedAnswer(status, headers: headers, reads: reads, contentType, body, failure: failure)
    }

    /// What is answered where no response is documented: only the request counts.
    static var unread: CheckedAnswer {
        var answer = CheckedAnswer.success(200)
        answer.isRead = false
        return answer
    }

    var isJSON: Bool { contentType?.lowercased().contains("json") ?? false }

    var summary: String { "\(status)" + (contentType.map { " \($0)" } ?? "") }

    func recorded() throws(CheckProblem) -> RecordedResponse {
        var fields = HTTPFields()
        for header in headers { fields.append(try header.recorded()) }
        if let contentType { fields[.contentType] = contentType }
        guard (100...999).contains(status) else { throw CheckProblem("\(status) can't be a status") }
        return RecordedResponse(
            status: HTTPResponse.Status(code: status), headers: fields,
            body: contentType == nil ? nil : Data(body.utf8))
    }

    // MARK: At a server

    /// The header by which a server is told what to answer: Base 64 of a JSON object.
    static let headerName = "Callsign-Answer"

    func header() throws -> String {
        var fields = headers.map { JSONValue.array([.string($0.name), .string($0.value)]) }
        if let contentType { fields.append(.array(["Content-Type", .string(contentType)])) }
        let answer: JSONValue = [
            "status": .integer(Int64(status)), "headers": .array(fields), "body": .string(body),
            "isDocumented": .bool(isRead && isDescribed),
        ]
        return try JSONEncoder().encode(answer).base64EncodedString()
    }

    // MARK: Errors

    /// Whether an error is the one that the answer is documented as.
    func problems(with error: any ClientError) -> [String] {
        let label = Mirror(reflecting: error).children.first?.label ?? String(describing: error)
        guard let failure else { return ["an error was thrown: .\(label): \(error)"] }
        guard label == failure else { return ["the error is .\(label), not .\(failure): \(error)"] }
        guard let payload = Mirror(reflecting: error).children.first?.value as? any DocumentedFailure else {
            return ["the error .\(label) holds no response"]
        }
        if payload.status != status { return ["the error's status is \(payload.status)"] }
        guard isJSON, !body.isEmpty else { return [] }
        guard let decoded = payload.decodedBody else { return ["the error's body isn't read as its type: \(body)"] }
        return UnreadValues.paths(in: decoded).map { "\($0) is none of the types that the description names" }
    }
}

extension ClientError {
    /// Whether the request that it is about was never sent.
    var isUnsent: Bool { Mirror(reflecting: self).children.first?.value is InvalidRequest }
}
