import Foundation
public import HTTPTypes

/// What a ``RecordingTransport`` leaves out of its recordings.
public struct Redaction: Sendable {
    /// What stands in place of a value.
    public static let mark = "[redacted]"

    /// Headers whose values are secret.
    public var headers: Set<HTTPField.Name>
    /// Names of query parameters, of a form's fields and of keys in JSON whose values are secret, in lower case.
    public var names: Set<String>
    /// Texts that are replaced wherever they stand, such as an account's identifier or somebody's phone number, each by
    /// a text that may be seen. A request that is replayed has to be made with those.
    public var replacements: [String: String]

    public init(
        headers: Set<HTTPField.Name> = Redaction.secretHeaders, names: Set<String> = Redaction.secretNames,
        replacements: [String: String] = [:]
    ) {
        self.headers = headers
        self.names = Set(names.map { $0.lowercased() })
        self.replacements = replacements
    }

    /// The headers that hold credentials by their definition or by custom.
    public static let secretHeaders: Set<HTTPField.Name> = Set(
        [
            "Authorization", "Proxy-Authorization", "Authentication-Info", "Cookie", "Set-Cookie", "WWW-Authenticate",
            "X-API-Key", "API-Key", "X-Auth-Token", "X-Access-Token", "X-CSRF-Token",
        ].compactMap { HTTPField.Name($0) })

    /// The names that hold credentials by custom.
    public static let secretNames: Set<String> = [
        "access_token", "api_key", "api_secret", "apikey", "auth_token", "client_secret", "new_auth_token", "password",
        "refresh_token", "secret", "signature", "token",
    ]
}

// MARK: - Applying it

extension Redaction {
    func headers(_ headers: HTTPFields) -> HTTPFields {
        var output = HTTPFields()
        for field in headers {
            let isSecret = self.headers.contains(field.name)
            output.append(HTTPField(name: field.name, value: isSecret ? Redaction.mark : replaced(field.value)))
        }
        return output
    }

    func target(_ target: String) -> String {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return replaced(target) }
        return replaced(String(parts[0])) + "?" + pairs(parts[1])
    }

    func body(_ body: Data?, headers: HTTPFields) -> Data? {
        guard let body, let text = String(bytes: body, encoding: .utf8) else { return body }
        switch BodyForm(body, headers: headers) {
        case .none: return nil
        case .form: return Data(pairs(text).utf8)
        case .json: return Data(replaced(JSONLayout.indented(JSONSecrets.redacted(text, names: names))).utf8)
        case .parts, .text, .bytes: return Data(replaced(text).utf8)
        }
    }

    private func pairs(_ text: some StringProtocol) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first?.removingPercentEncoding?.lowercased() ?? ""
            return parts.count == 2 && names.contains(name)
                ? "\(parts[0])=%5Bredacted%5D" : replaced(String(pair))
        }.joined(separator: "&")
    }

    /// The longest texts first, so that none is spoilt by one that is part of it.
    private func replaced(_ text: String) -> String {
        let ordered = replacements.filter { !$0.key.isEmpty }
            .sorted { ($0.key.utf8.count, $0.key) > ($1.key.utf8.count, $1.key) }
        return ordered.reduce(text) { text, replacement in
            let (secret, stand) = replacement
            return text.replacingOccurrences(of: secret, with: stand)
                .replacingOccurrences(of: encoded(secret), with: encoded(stand))
        }
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}
