package import CallsignDiagnostics
import CallsignYAML

package struct SecurityScheme: Sendable {
    package enum Kind: Sendable, Equatable {
        case basic
        case bearer(format: String?)
        /// Another scheme of HTTP's registry, such as `digest`.
        case http(String)
        case apiKey(name: String, location: ParameterLocation)
        case oauth2
        case openIDConnect(url: String)
        case mutualTLS
    }

    /// A way to a token (OpenAPI 3.1.1, section 4.8.29).
    package struct Flow: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
        }

        package var kind: Kind
        package var tokenURL: String?
        package var refreshURL: String?
        /// Where a device without a browser asks for a code (OpenAPI 3.2, RFC 8628).
        package var deviceAuthorizationURL: String?
        /// What tokens allow, with what that means, in the order written.
        package var scopes: [(name: String, description: String?)]
    }

    package var name: String
    package var kind: Kind
    /// The flows of OAuth 2; none for other kinds.
    package var flows: [Flow] = []
    package var description: String?
    /// Whether the API's authors advise against it (OpenAPI 3.2).
    package var deprecated = false
    /// Where an OAuth 2 server describes itself (OpenAPI 3.2, RFC 8414).
    package var metadataURL: String?
    package var extensions: Extensions
    package var mark: SourceMark
}

extension DocumentReader {
    private enum SchemeType: String, CaseIterable {
        case apiKey, http, mutualTLS, oauth2, openIdConnect
    }

    /// Reads a Security Scheme Object (OpenAPI 3.1.1, section 4.8.27).
    mutating func readSecurityScheme(_ entry: Mapping.Entry, at pointer: String) -> SecurityScheme? {
        guard let found = dereference(entry.value, at: pointer, as: .securitySchemes),
            var reader = MappingReader(found.node, "a security scheme", sink: sink)
        else { return nil }
        warnOfNewer([("deprecated", .v32), ("oauth2MetadataUrl", .v32)], in: reader)
        let description = reader.string("description")
        let extensions = Extensions(reader.extensions())
        let isDeprecated = reader.bool("deprecated") ?? false
        let metadataURL = reader.string("oauth2MetadataUrl")
        guard reader.requiredNode("type") != nil, let type = reader.oneOf("type", as: SchemeType.self) else {
            return nil
        }
        let kind = readKind(type, &reader)
        let flows = type == .oauth2 ? reader.node("flows").map { readFlows($0) } : nil
        // Keys of other types do no harm, and are common.
        reader.ignore("name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl")
        reader.finishObject()
        guard let kind else { return nil }
        var scheme = SecurityScheme(
            name: entry.key, kind: kind, description: description, extensions: extensions, mark: entry.keyMark)
        scheme.flows = flows ?? []
        scheme.deprecated = isDeprecated
        scheme.metadataURL = metadataURL
        return scheme
    }

    private func readKind(_ type: SchemeType, _ reader: inout MappingReader) -> SecurityScheme.Kind? {
        switch type {
        case .mutualTLS:
            if version(at: reader.mark) < .v31 {
                sink.warning(
                    "newer-keyword", "the type 'mutualTLS' came with OpenAPI 3.1", at: reader.mark(of: "type"),
                    remedy: "say 'openapi: 3.1.1' where the description begins")
            }
            return .mutualTLS
        case .http:
            guard let scheme = reader.requiredString("scheme") else { return nil }
            // The names of HTTP's schemes ignore case (RFC 9110, section 11.1).
            return switch scheme.lowercased() {
            case "basic": .basic
            case "bearer": .bearer(format: reader.string("bearerFormat"))
            default: .http(scheme)
            }
        case .apiKey:
            let name = reader.requiredString("name")
            guard reader.requiredNode("in") != nil,
                let location = reader.oneOf("in", as: ParameterLocation.self), let name
            else { return nil }
            guard location == .query || location == .header || location == .cookie else {
                sink.error(
                    "wrong-value", "a key is sent in 'query', 'header' or 'cookie', not in '\(location.rawValue)'",
                    at: reader.mark(of: "in"))
                return nil
            }
            return .apiKey(name: name, location: location)
        case .oauth2:
            _ = reader.requiredNode("flows")
            return .oauth2
        case .openIdConnect:
            return reader.requiredString("openIdConnectUrl").map(SecurityScheme.Kind.openIDConnect)
        }
    }

    /// Reads the OAuth Flows Object (OpenAPI 3.1.1, section 4.8.28).
    private func readFlows(_ node: Node) -> [SecurityScheme.Flow] {
        guard var reader = MappingReader(node, "the flows of OAuth", sink: sink) else { return [] }
        var flows: [SecurityScheme.Flow] = []
        for kind in SecurityScheme.Flow.Kind.allCases {
            guard let node = reader.node(kind.rawValue),
                var flow = MappingReader(node, "the flow '\(kind.rawValue)'", sink: sink)
            else { continue }
            for key in kind.requiredKeys { _ = flow.requiredString(key) }
            let scopes = flow.mapping("scopes")?.entries ?? []
            flows.append(
                SecurityScheme.Flow(
                    kind: kind, tokenURL: flow.string("tokenUrl"), refreshURL: flow.string("refreshUrl"),
                    deviceAuthorizationURL: flow.string("deviceAuthorizationUrl"),
                    scopes: scopes.filter { !$0.key.utf8.starts(with: "x-".utf8) }.map { ($0.key, $0.value.string) }))
            flow.ignore("authorizationUrl")
            flow.finishObject()
        }
        reader.finishObject()
        return flows
    }
}

extension SecurityScheme.Flow.Kind {
    fileprivate var requiredKeys: [String] {
        switch self {
        case .implicit: ["authorizationUrl"]
        case .password, .clientCredentials: ["tokenUrl"]
        case .authorizationCode: ["authorizationUrl", "tokenUrl"]
        case .deviceAuthorization: ["deviceAuthorizationUrl", "tokenUrl"]
        }
    }
}
