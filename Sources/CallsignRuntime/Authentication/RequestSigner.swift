import Foundation
import HTTPTypes

/// Chooses the credentials that a request needs and puts them in.
struct RequestSigner: Sendable {
    /// By the scheme's name in the description.
    var credentials: [String: Authentication]

    /// The credentials of the first alternative that can be met.
    ///
    /// - Parameter requirements: scheme names; the inner lists apply together, the outer ones are alternatives. No
    ///   alternative at all asks for nothing.
    func credentials(for requirements: [[String]]) throws(RequestProblem) -> [Authentication] {
        if requirements.isEmpty { return [] }
        for names in requirements {
            let found = names.compactMap { credentials[$0] }
            if found.count == names.count { return found }
        }
        let wanted = requirements.map { $0.joined(separator: " with ") }.joined(separator: ", or ")
        throw RequestProblem("it needs credentials for \(wanted), which the client doesn't have")
    }

    /// Asks providers for what they have now.
    ///
    /// - Parameter use: notes the tokens that are used, which the API may refuse.
    /// - Throws: `RequestProblem`, or ``TransportError`` where trying again may help.
    static func resolve(
        _ authentication: Authentication, _ settings: ClientSettings, noting use: TokenUse?
    ) async throws -> Authentication {
        var authentication = authentication
        // A provider may give another one, but not for ever.
        for _ in 0..<4 {
            switch authentication.kind {
            case .provider(let provide):
                do {
                    authentication = try await provide()
                } catch {
                    throw RequestProblem("its credentials can't be had: \(type(of: error))")
                }
            case .oauth(let session):
                let issue = try await session.issue(settings)
                use?.note(session, issue.number)
                return Authentication(kind: .bearer(issue.token))
            default: return authentication
            }
        }
        throw RequestProblem("its credentials can't be had: each provider gives another one")
    }

    /// Puts resolved credentials into a request. Errors don't quote them.
    static func sign(_ request: inout PreparedRequest, with authentication: Authentication) throws(RequestProblem) {
        switch authentication.kind {
        case .basic(let username, let password):
            if username.value.utf8.contains(UInt8(ascii: ":")) {
                throw RequestProblem("the user name of its basic authentication holds a colon")
            }
            let pair = Data("\(username.value):\(password.value)".utf8).base64EncodedString()
            try setHeader("Authorization", "Basic \(pair)", &request)
        case .bearer(let token):
            try setHeader("Authorization", "Bearer \(token.value)", &request)
        case .header(let name, let key):
            try setHeader(name, key.value, &request)
        case .query(let name, let key):
            let encoding = PercentEncoding.unreserved
            request.url.appendQuery("\(encoding.encode(name))=\(encoding.encode(key.value))")
        case .cookie(let name, let key):
            let cookie = "\(name)=\(PercentEncoding.unreserved.encode(key.value))"
            try setHeader("Cookie", (request.headers[.cookie].map { $0 + "; " } ?? "") + cookie, &request)
        case .provider, .oauth:
            throw RequestProblem("its credentials weren't resolved")
        }
    }

    private static func setHeader(
        _ name: String, _ value: String, _ request: inout PreparedRequest
    ) throws(RequestProblem) {
        guard let fieldName = HTTPField.Name(name), HTTPField.isValidValue(value) else {
            throw RequestProblem("its credentials hold characters that the header \"\(name)\" can't hold")
        }
        request.headers[fieldName] = value
    }
}
