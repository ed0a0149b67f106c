/// How an API signs the requests that it sends: which headers hold what, and which text is signed.
///
/// A value, not code, so that a description can name it. For instance, an HMAC of the body in hexadecimal digits behind
/// a prefix:
///
/// ```swift
/// WebhookSignatureScheme(
///     "sha256", signatures: ["X-Hub-Signature-256"], prefix: "sha256=", encoding: .hexadecimal, text: [.body])
/// ```
public struct WebhookSignatureScheme: Sendable, Hashable {
    public enum Algorithm: Sendable, Hashable {
        case hmacSHA256
        /// For what exists; nothing new should use it.
        case hmacSHA1
    }

    public enum Encoding: Sendable, Hashable {
        /// Of RFC 4648, section 4, with padding.
        case base64
        case hexadecimal
    }

    /// A part of the text that is signed.
    public enum Part: Sendable, Hashable {
        case literal(String)
        /// The whole address.
        case url
        /// Scheme, host, port and path, as they were written.
        case urlBase
        /// A header's value.
        case header(String)
        /// The body's bytes.
        case body
        /// The names of the form's pairs, each with its value behind it, sorted, with nothing between them.
        case form
        /// A question mark, the query's decoded pairs, sorted and joined as in a query, a full stop where there is a form
        /// too, and the form as ``form`` has it. Nothing where there is neither query nor form.
        case parameters
    }

    /// How errors call it.
    public var name: String
    /// The headers that may hold signatures; one that matches is enough.
    public var signatures: [String]
    /// What stands before a signature.
    public var prefix: String
    /// What stands between signatures where a header holds several.
    public var separator: Character?
    public var algorithm: Algorithm
    public var encoding: Encoding
    /// In capitals; empty for any.
    public var methods: [String]
    public var text: [Part]

    public init(
        _ name: String, signatures: [String], prefix: String = "", separator: Character? = nil,
        algorithm: Algorithm = .hmacSHA256, encoding: Encoding = .base64, methods: [String] = [], text: [Part]
    ) {
        self.name = name
        self.signatures = signatures
        self.prefix = prefix
        self.separator = separator
        self.algorithm = algorithm
        self.encoding = encoding
        self.methods = methods
        self.text = text
    }
}

extension WebhookSignatureScheme {
    /// The signatures that a request has of this scheme, without what stands around them.
    package func found(in request: WebhookRequest) -> [String] {
        signatures.flatMap { header -> [String] in
            guard let value = WebhookSignatureScheme.value(of: header, in: request) else { return [] }
            let values = separator.map { value.split(separator: $0).map(String.init) } ?? [value]
            return values.compactMap { value in
                let trimmed = value.drop { $0 == " " }
                guard trimmed.hasPrefix(prefix) else { return nil }
                return String(trimmed.dropFirst(prefix.count))
            }
        }
    }

    /// The bytes that are signed.
    package func signedText(of request: WebhookRequest) throws(WebhookError) -> [UInt8] {
        if !methods.isEmpty, !methods.contains(request.method.uppercased()) {
            throw .wrongMethod(request.method, scheme: name)
        }
        var bytes: [UInt8] = []
        for part in text {
            switch part {
            case .literal(let text): bytes += Array(text.utf8)
            case .url: bytes += Array(request.url.utf8)
            case .urlBase: bytes += Array(request.baseURL.utf8)
            case .body: bytes += Array(request.body)
            case .form: bytes += Array(Self.glued(request.form).utf8)
            case .parameters: bytes += Array(Self.parameters(of: request).utf8)
            case .header(let header):
                guard let value = Self.value(of: header, in: request) else { throw .missingHeader(header) }
                bytes += Array(value.utf8)
            }
        }
        return bytes
    }

    private static func value(of header: String, in request: WebhookRequest) -> String? {
        request.headers.first { $0.name.canonicalName == header.lowercased() }?.value
    }

    private static func parameters(of request: WebhookRequest) -> String {
        let query = sorted(request.query).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let form = request.method.uppercased() == "GET" ? "" : glued(request.form)
        if query.isEmpty, form.isEmpty { return "" }
        return "?" + query + (query.isEmpty || form.isEmpty ? "" : ".") + form
    }

    private static func glued(_ pairs: [FormPair]) -> String {
        sorted(pairs).map { $0.name + $0.value }.joined()
    }

    /// By code points, which for UTF-8 is by bytes; Swift's own order of texts is another one.
    private static func sorted(_ pairs: [FormPair]) -> [FormPair] {
        pairs.sorted {
            $0.name == $1.name
                ? $0.value.utf8.lexicographicallyPrecedes($1.value.utf8)
                : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }
}
