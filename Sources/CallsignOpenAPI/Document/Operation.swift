package import CallsignDiagnostics
package import CallsignYAML

/// One HTTP operation with all that applies to it: the parameters, servers and security of its path and document
/// are merged in.
package struct Operation: Sendable {
    /// The method in capitals, such as `GET`; custom methods of OpenAPI 3.2 as they are written.
    package var method: String
    /// The path template, such as `/Account/{auth_id}/Call/`.
    package var path: String
    package var pathMark: SourceMark
    /// Where the operation's key (`get:`) stands.
    package var mark: SourceMark
    package var pointer: String
    package var operationID: String?
    package var operationIDMark: SourceMark?
    package var tags: [String]
    package var summary: String?
    package var description: String?
    package var deprecated: Bool
    package var externalDocs: ExternalDocumentation?
    package var parameters: [Parameter]
    package var requestBody: RequestBody?
    package var responses: [Response]
    package var callbacks: [Callback]
    /// The alternatives that apply; empty where the operation needs none.
    package var security: [SecurityRequirement]
    /// Whether the operation says `security` itself.
    package var hasOwnSecurity: Bool
    /// Servers of the operation or of its path; empty where the document's apply.
    package var servers: [Server]
    package var extensions: Extensions
}

package struct Callback: Sendable {
    package var name: String
    /// The runtime expression, such as `{$request.body#/answer_url}`.
    package var expression: String
    package var operation: Operation
    package var mark: SourceMark
}

/// Alternatives are listed; the schemes within one apply together.
package struct SecurityRequirement: Sendable, Equatable {
    package var schemes: [(name: String, scopes: [String])]
    package var mark: SourceMark

    package static func == (left: Self, right: Self) -> Bool {
        left.schemes.map(\.name) == right.schemes.map(\.name) && left.schemes.map(\.scopes) == right.schemes.map(\.scopes)
    }
}

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
    package var extensions: Extensions
    package var mark: SourceMark
}
