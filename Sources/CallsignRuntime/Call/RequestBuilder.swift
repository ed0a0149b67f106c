import Foundation
import HTTPTypes

/// Makes a request from what a call says and what the client knows.
struct RequestBuilder {
    var settings: ClientSettings

    func build(_ call: RequestContent, _ options: CallOptions, accept: String) throws(RequestProblem) -> PreparedRequest
    {
        if !call.problems.isEmpty { throw RequestProblem(call.problems.joined(separator: "; ")) }
        let body = try call.bodyWithKeys()
        var request = PreparedRequest(
            operation: call.operation, method: call.method, url: try url(call, options), headers: HTTPFields(),
            body: body,
            credentials: try settings.signer.credentials(for: call.security ?? settings.requirements),
            isRepeatable: call.isIdempotent ?? call.method.isIdempotent)
        try addHeaders(to: &request, call, options, accept: accept)
        try addIdempotencyKey(to: &request, call, options)
        return request
    }

    private func url(_ call: RequestContent, _ options: CallOptions) throws(RequestProblem) -> RequestURL {
        var url = try operationURL(call, server: options.server)
        if let following = call.following {
            guard let next = url.resolving(following) else { throw RequestProblem("the next page's address is no URL") }
            guard next.origin == url.origin else {
                throw RequestProblem("the next page is at \(next.origin), which is another origin than \(url.origin)")
            }
            url = next
        }
        let encoding = PercentEncoding.unreserved
        for (name, value) in options.query.sorted(by: { $0.key < $1.key }) {
            url.appendQuery("\(encoding.encode(name))=\(encoding.encode(value))")
        }
        guard url.scheme == "https" || url.isLoopback || settings.configuration.allowsInsecureHTTP else {
            throw RequestProblem(
                "\(url.origin) isn't encrypted; use https, or allow it with ClientConfiguration.allowsInsecureHTTP")
        }
        return url
    }

    /// The operation's own address. A base URL that the user sets wins over any server of the description, and a server
    /// that is named for this call over that.
    private func operationURL(
        _ call: RequestContent, server chosen: String?
    ) throws(RequestProblem) -> RequestURL {
        let path = try PathTemplate(text: call.template.text).expand { call.pathValues[$0] ?? clientValue($0) }
        var server = chosen ?? settings.configuration.baseURL?.absoluteString
        if server == nil { server = try PathTemplate(text: call.server ?? settings.server).expand { clientValue($0) } }
        guard var base = RequestURL(server ?? "") else {
            throw RequestProblem(
                "\"\(server ?? "")\" is no http or https address of a server; set ClientConfiguration.baseURL")
        }
        base.appendPath(path)
        base.appendQuery(call.query.joined(separator: "&"))
        return base
    }

    private func clientValue(_ name: String) -> String? {
        settings.parameters[name].map { PercentEncoding.unreserved.encode($0) }
    }

    /// In rising order of precedence: the runtime's, the client's, the operation's, the call's.
    private func addHeaders(
        to request: inout PreparedRequest, _ call: RequestContent, _ options: CallOptions, accept: String
    ) throws(RequestProblem) {
        request.headers[.accept] = call.accept ?? accept
        request.headers[.userAgent] = UserAgent.text(settings)
        try setHeaders(settings.configuration.headers, &request)
        for field in call.headers { request.headers[field.name] = field.value }
        if !call.cookies.isEmpty { request.headers[.cookie] = call.cookies.joined(separator: "; ") }
        if request.body != nil {
            request.headers[.contentType] =
                try HeaderSafety.field("Content-Type", call.contentType ?? "application/json").value
        }
        try setHeaders(options.headers, &request)
    }

    /// One key for all attempts of a call: whatever was set already, or a new one.
    private func addIdempotencyKey(
        to request: inout PreparedRequest, _ call: RequestContent, _ options: CallOptions
    ) throws(RequestProblem) {
        guard let header = call.idempotencyKeyHeader else { return }
        let field = try HeaderSafety.field(header, options.idempotencyKey ?? UUID().uuidString)
        if options.idempotencyKey != nil || request.headers[field.name] == nil {
            request.headers[field.name] = field.value
        }
        request.isRepeatable = true
    }

    private func setHeaders(_ headers: [String: String], _ request: inout PreparedRequest) throws(RequestProblem) {
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            let field = try HeaderSafety.field(name, value)
            request.headers[field.name] = field.value
        }
    }
}

/// The header `User-Agent`: the app's, the API client's, the runtime's.
enum UserAgent {
    static func text(_ settings: ClientSettings) -> String {
        let text = [settings.configuration.userAgent, settings.userAgent, "Callsign/\(RuntimeVersion.text)"]
            .compactMap { $0 }.joined(separator: " ")
        // Titles of APIs may hold anything; a header may not.
        return String(decoding: text.utf8.map { $0 >= 0x20 && $0 < 0x7F ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }
}

/// The runtime's version.
public enum RuntimeVersion {
    public static let text = "0.1.0"
}

extension HTTPRequest.Method {
    /// RFC 9110, section 9.2.2.
    var isIdempotent: Bool {
        switch self {
        case .get, .head, .options, .trace, .put, .delete: true
        default: false
        }
    }
}
