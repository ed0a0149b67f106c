import CallsignOpenAPI
import CallsignPlan

/// The credentials that tests make clients with, and what they add to a request.
struct CredentialSampler {
    let document: ResolvedDocument
    let client: ClientPlan

    /// The arguments of the client's initialiser, in its order: what it needs in every path, then credentials.
    var arguments: [(argument: Identifier, value: String)] {
        var arguments = client.parameters.map { (argument: $0.name, value: Self.value(of: $0.wireName)) }
        for scheme in client.authentication.schemes {
            for (name, value) in Self.values(scheme.kind) where !arguments.contains(where: { $0.argument == name }) {
                arguments.append((name, value))
            }
        }
        return arguments
    }

    /// Schemes of the description that the initialiser doesn't ask for.
    var further: [TestPlan.FurtherCredential] {
        let own = Set(client.authentication.schemes.map(\.name))
        return document.securitySchemes.filter { !own.contains($0.name) }.compactMap { scheme in
            Self.kind(scheme).map { TestPlan.FurtherCredential(scheme: scheme.name, kind: $0) }
        }
    }

    /// The value of a parameter that the client is given once.
    static func value(of wireName: String) -> String { "test-" + String(wireName.filter { $0.isASCII && $0.isLetter }) }

    private static func values(_ kind: AuthenticationPlan.Kind) -> [(Identifier, String)] {
        switch kind {
        case .basic(let username, let password): [(username, TestPlan.userName), (password, TestPlan.secret)]
        // With a key that can't be sent, no call could be made.
        case .apiKeyHeader(let name, _) where !HTTPToken.isToken(name): []
        case .bearer(let secret), .apiKeyHeader(_, let secret), .apiKeyQuery(_, let secret),
            .apiKeyCookie(_, let secret):
            [(secret, TestPlan.secret)]
        }
    }

    private static func kind(_ scheme: SecurityScheme) -> TestPlan.FurtherCredential.Kind? {
        switch scheme.kind {
        case .basic: .basic
        case .bearer, .oauth2, .openIDConnect: .bearer
        case .apiKey(let name, let location):
            switch location {
            case .query, .querystring: .query(name)
            case .cookie: .cookie(name)
            case .header, .path: .header(name)
            }
        case .http, .mutualTLS: nil
        }
    }

    /// What credentials add to a request.
    struct Addition {
        var headers: [(name: String, value: String)] = []
        var query: [String] = []
        var cookies: [String] = []
    }

    /// - Returns: nothing where no alternative can be met.
    func addition(to method: MethodPlan) -> Addition? {
        let requirements = method.security ?? client.authentication.requirements
        if requirements.isEmpty { return Addition() }
        for names in requirements {
            let additions = names.compactMap(addition)
            guard additions.count == names.count else { continue }
            return additions.reduce(into: Addition()) { sum, next in
                sum.headers += next.headers
                sum.query += next.query
                sum.cookies += next.cookies
            }
        }
        return nil
    }

    private func addition(_ name: String) -> Addition? {
        guard let scheme = document.securitySchemes.first(where: { $0.name == name }),
            let kind = Self.kind(scheme)
        else { return nil }
        switch kind {
        case .basic: return Addition(headers: [("Authorization", "Basic \(Base64.text(of: "\(userName):\(secret)"))")])
        case .bearer: return Addition(headers: [("Authorization", "Bearer \(secret)")])
        case .header(let name): return HTTPToken.isToken(name) ? Addition(headers: [(name, secret)]) : nil
        case .query(let name): return Addition(query: ["\(ParameterText.encoded(name))=\(secret)"])
        case .cookie(let name): return Addition(cookies: ["\(name)=\(secret)"])
        }
    }

    private var secret: String { TestPlan.secret }

    /// The user's name may be a parameter of the client too.
    private var userName: String {
        for scheme in client.authentication.schemes {
            guard case .basic(let name, _) = scheme.kind else { continue }
            return arguments.first { $0.argument == name }?.value ?? TestPlan.userName
        }
        return TestPlan.userName
    }
}

/// Base 64 (RFC 4648, section 4).
enum Base64 {
    static func text(of text: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = 0
            for byte in group { bits = bits << 8 | Int(byte) }
            bits <<= 8 * (3 - group.count)
            for position in 0..<4 {
                let isFilled = position <= group.count
                result.append(isFilled ? alphabet[bits >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
