import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Requests, responses and errors between HTTPTypes and `URLSession`.
enum URLSessionMessages {
    static func request(
        _ request: HTTPRequest, limits: TransportLimits
    ) throws(TransportError) -> URLRequest {
        let text = "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
        guard let url = URL(string: text) else {
            throw TransportError(.other, "the address of the request is no URL", serverMayHaveActed: false)
        }
        var urlRequest = URLRequest(url: url)
        urlRequest.httpMethod = request.method.rawValue
        urlRequest.httpShouldHandleCookies = false
        // Foundation's bound is on the time in which nothing moves; the client bounds the whole.
        urlRequest.timeoutInterval = max(1, limits.timeout.seconds)
        // Cookies are a field each, which Foundation would join as other lists; they are one field (RFC 6265, section 5.4).
        if let cookies = request.headerFields[.cookie] { urlRequest.setValue(cookies, forHTTPHeaderField: "Cookie") }
        for field in request.headerFields where field.name != .cookie {
            urlRequest.addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        return urlRequest
    }

    static func response(_ response: URLResponse) -> HTTPResponse? {
        guard let response = response as? HTTPURLResponse, (100...999).contains(response.statusCode) else { return nil }
        var fields = HTTPFields()
        for (name, value) in response.allHeaderFields {
            guard let name = name as? String, let value = value as? String, let name = HTTPField.Name(name) else {
                continue
            }
            fields.append(HTTPField(name: name, value: value))
        }
        return HTTPResponse(status: HTTPResponse.Status(code: response.statusCode), headerFields: fields)
    }

    static let notHTTP = TransportError(.invalidResponse, "the answer isn't HTTP", serverMayHaveActed: true)

    static func cancelled(serverMayHaveActed: Bool) -> TransportError {
        TransportError(.cancelled, "the call was cancelled", serverMayHaveActed: serverMayHaveActed)
    }

    /// Takes the code alone: the rest of a `URLError` holds the URL, and the URL may hold an API key.
    static func error(_ error: any Error) -> TransportError {
        guard let error = error as? URLError else {
            return TransportError(.other, "the request failed", serverMayHaveActed: true)
        }
        switch error.code {
        case .cancelled:
            return cancelled(serverMayHaveActed: true)
        case .timedOut:
            return TransportError(.timedOut, "no answer in time", serverMayHaveActed: true)
        case .cannotFindHost, .dnsLookupFailed:
            return TransportError(.cannotFindHost, "the server's name can't be resolved", serverMayHaveActed: false)
        case .cannotConnectToHost:
            return TransportError(.cannotConnect, "no connection to the server", serverMayHaveActed: false)
        case .notConnectedToInternet, .dataNotAllowed, .internationalRoamingOff, .callIsActive:
            return TransportError(.cannotConnect, "no connection to the Internet", serverMayHaveActed: false)
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot, .clientCertificateRejected,
            .clientCertificateRequired, .appTransportSecurityRequiresSecureConnection:
            return TransportError(
                .secureConnectionFailed, "no secure connection to the server", serverMayHaveActed: false)
        case .networkConnectionLost:
            return TransportError(.connectionLost, "the connection was lost", serverMayHaveActed: true)
        case .badServerResponse, .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData,
            .zeroByteResource:
            return TransportError(.invalidResponse, "the answer isn't valid HTTP", serverMayHaveActed: true)
        default:
            return TransportError(
                .other, "the request failed (URLError \(error.code.rawValue))", serverMayHaveActed: true)
        }
    }
}

extension Duration {
    /// The whole duration in seconds, for APIs of Foundation.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
