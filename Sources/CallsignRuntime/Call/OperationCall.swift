public import HTTPTypes

/// A call of one HTTP operation, as generated code describes it: which, and with which parameters and body.
///
/// Setting a value never fails: what can't be sent is noted, and sending reports it as an ``InvalidRequest``.
public struct OperationCall: Sendable {
    /// The operation's name for errors and recordings, such as `calls.create`.
    public let operation: String
    let method: HTTPRequest.Method
    let template: PathTemplate

    /// The security alternatives where they aren't the client's: inner lists apply together; empty for none at all.
    public var security: [[String]]?
    /// The server where it isn't the client's.
    public var server: String?
    /// The header `Accept` where the usual one doesn't do.
    public var accept: String?

    var pathValues: [String: String] = [:]
    /// Encoded pairs, in order.
    var query: [String] = []
    var headers: [HTTPField] = []
    var cookies: [String] = []
    var body: RequestBody?
    var contentType: String?
    /// Keys added to the body's object.
    var bodyKeys: [String: JSONValue] = [:]
    var following: String?
    /// The header that takes a key by which the server recognises a request that it has had already. Where there is
    /// one, every attempt carries the same, and the request can be sent again.
    public var idempotencyKeyHeader: String?
    /// Whether sending the request again has no further effect, where its method doesn't say so, or says otherwise.
    public var isIdempotent: Bool?
    /// What can't be sent, in the order in which it was set.
    var problems: [String] = []

    /// - Parameters:
    ///   - operation: the operation's name for errors and recordings.
    ///   - path: with parameters in braces; appended to the server's address.
    public init(_ operation: String, _ method: HTTPRequest.Method, _ path: String) {
        self.operation = operation
        self.method = method
        template = PathTemplate(text: path)
    }

    /// Goes to an address out of a response instead of the operation's own path and query. Only addresses of the
    /// same origin are followed. `nil` changes nothing.
    public mutating func follow(_ url: String?) {
        following = url
    }
}

/// Where a parameter goes.
enum ParameterPlace: String {
    case path, query, header, cookie
}
