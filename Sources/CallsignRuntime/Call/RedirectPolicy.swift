import Foundation
import HTTPTypes

/// Which redirects are followed, and what of a request goes along (RFC 9110, section 15.4).
///
/// Within an origin the request is repeated where the status says so, and turned into a GET by 303. To another origin
/// goes only a GET or HEAD, without credentials, cookies, or headers that anybody set. Nothing follows from `https`
/// to `http`. A redirect that isn't followed is a response like any other.
struct RedirectPolicy {
    var allowsInsecureHTTP: Bool
    private var remaining = 5

    init(allowsInsecureHTTP: Bool) {
        self.allowsInsecureHTTP = allowsInsecureHTTP
    }

    mutating func next(after request: PreparedRequest, _ response: HTTPResponse) -> PreparedRequest? {
        guard remaining > 0, let location = response.headerFields[.location],
            let url = request.url.resolving(location), isAllowed(url, from: request.url),
            var next = repeated(request, response.status.code)
        else { return nil }
        if url.origin != request.url.origin {
            guard next.method == .get || next.method == .head else { return nil }
            next.credentials = []
            next.headers = [:]
            next.headers[.accept] = request.headers[.accept]
            next.headers[.userAgent] = request.headers[.userAgent]
        }
        next.url = url
        remaining -= 1
        return next
    }

    private func isAllowed(_ url: RequestURL, from source: RequestURL) -> Bool {
        if url.scheme == "https" { return true }
        return source.scheme == "http" && (url.isLoopback || allowsInsecureHTTP)
    }

    private func repeated(_ request: PreparedRequest, _ status: Int) -> PreparedRequest? {
        switch status {
        case 307, 308: return request
        case 301, 302: return request.method == .get || request.method == .head ? request : nil
        case 303:
            var next = request
            if next.method != .head { next.method = .get }
            next.body = nil
            next.headers[.contentType] = nil
            return next
        default: return nil
        }
    }
}
