public import HTTPTypes

/// A call of one HTTP operation, as generated code describes it: which, and with which parameters and body.
///
/// Setting a value never fails: what can't be sent is noted, and sending reports it as an ``InvalidRequest``.
///
/// A value of one word: generated code makes one in every function, and moves and destroys it there.
public struct OperationCall: Sendable {
    private var storage: Storage

    /// - Parameters:
    ///   - operation: the operation's name for errors and recordings.
    ///   - path: with parameters in braces; appended to the server's address.
    public init(_ operation: String, _ method: HTTPRequest.Method, _ path: String) {
        storage = Storage(
            RequestContent(operation: operation, method: method, template: PathTemplate(text: path)))
    }

    /// What was set so far.
    var content: RequestContent { storage.content }

    mutating func change(_ body: (inout RequestContent) -> Void) {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.content) }
        body(&storage.content)
    }

    /// `@unchecked Sendable` is safe because the content is changed only where nobody else refers to it.
    private final class Storage: @unchecked Sendable {
        var content: RequestContent

        init(_ content: RequestContent) {
            self.content = content
        }
    }
}

extension OperationCall {
    /// The operation's name for errors and recordings, such as `calls.create`.
    public var operation: String { content.operation }

    /// The security alternatives where they aren't the client's: inner lists apply together; empty for none at all.
    public var security: [[String]]? {
        get { content.security }
        set { change { $0.security = newValue } }
    }

    /// The server where it isn't the client's.
    public var server: String? {
        get { content.server }
        set { change { $0.server = newValue } }
    }

    /// The header `Accept` where the usual one doesn't do.
    public var accept: String? {
        get { content.accept }
        set { change { $0.accept = newValue } }
    }

    /// The header that takes a key by which the server recognises a request that it has had already. Where there is
    /// one, every attempt carries the same, and the request can be sent again.
    public var idempotencyKeyHeader: String? {
        get { content.idempotencyKeyHeader }
        set { change { $0.idempotencyKeyHeader = newValue } }
    }

    /// Whether sending the request again has no further effect, where its method doesn't say so, or says otherwise.
    public var isIdempotent: Bool? {
        get { content.isIdempotent }
        set { change { $0.isIdempotent = newValue } }
    }

    /// Goes to an address out of a response instead of the operation's own path and query. Only addresses of the
    /// same origin are followed. `nil` changes nothing.
    public mutating func follow(_ url: String?) {
        change { $0.following = url }
    }
}

/// What a call says about its request.
struct RequestContent: Sendable {
    let operation: String
    let method: HTTPRequest.Method
    let template: PathTemplate

    var security: [[String]]?
    var server: String?
    var accept: String?
    var pathValues: [String: String] = [:]
    /// Encoded pairs, in order.
    var query: [String] = []
    var headers: [HTTPField] = []
    var cookies: [String] = []
    var body: RequestBody?
    var contentType: String?
    /// How properties of the body are written, by name.
    var encodings: [String: BodyEncoding] = [:]
    /// Keys added to the body's object.
    var bodyKeys: [String: JSONValue] = [:]
    var following: String?
    var idempotencyKeyHeader: String?
    var isIdempotent: Bool?
    /// What can't be sent, in the order in which it was set.
    var problems: [String] = []
    /// Whether this is only compared, and never sent.
    var isCompared = false
    /// The parts of a body that is only compared.
    var parts: [MultipartForm.Part] = []
}

/// Where a parameter goes.
enum ParameterPlace: String {
    case path, query, queryString = "query string", header, cookie
}
