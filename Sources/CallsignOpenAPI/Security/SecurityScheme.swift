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

    package var name: String
    package var kind: Kind
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
        // Keys of other types do no harm, and are common.
        reader.ignore("name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl")
        reader.finishObject()
        guard let kind else { return nil }
        var scheme = SecurityScheme(
            name: entry.key, kind: kind, description: description, extensions: extensions, mark: entry.keyMark)
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
            if let flows = reader.requiredNode("flows") { checkFlows(flows) }
            return .oauth2
        case .openIdConnect:
            return reader.requiredString("openIdConnectUrl").map(SecurityScheme.Kind.openIDConnect)
        }
    }

    /// Checks the OAuth Flows Object (OpenAPI 3.1.1, section 4.8.28), of which nothing is generated.
    private func checkFlows(_ node: Node) {
        guard var flows = MappingReader(node, "the flows of OAuth", sink: sink) else { return }
        let addresses: [(String, [String])] = [
            ("implicit", ["authorizationUrl"]), ("password", ["tokenUrl"]), ("clientCredentials", ["tokenUrl"]),
            ("authorizationCode", ["authorizationUrl", "tokenUrl"]),
            ("deviceAuthorization", ["deviceAuthorizationUrl", "tokenUrl"]),
        ]
        for (name, required) in addresses {
            guard let node = flows.node(name), var flow = MappingReader(node, "the flow '\(name)'", sink: sink) else {
                continue
            }
            for key in required { _ = flow.requiredString(key) }
            flow.ignore("scopes", "refreshUrl", "authorizationUrl", "tokenUrl", "deviceAuthorizationUrl")
            flow.finishObject()
        }
        flows.finishObject()
    }
}
