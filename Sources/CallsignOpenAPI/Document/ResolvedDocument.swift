package import CallsignDiagnostics
package import CallsignYAML

/// A description with every reference followed and checked: all that the planner may see.
package struct ResolvedDocument: Sendable {
    /// The version that the description declares, such as `3.1.0`.
    package var version: String
    package var info: Info
    package var servers: [Server]
    /// Operations in the order of the text, path-level parameters, servers and security merged in.
    package var operations: [Operation]
    package var webhooks: [Webhook]
    package var tags: [Tag]
    /// Security that applies where an operation has none of its own.
    package var security: [SecurityRequirement]
    package var securitySchemes: [SecurityScheme]
    /// Every schema of the description and of the files it refers to; see `SchemaID`.
    package var schemas: [Schema]
    /// The schemas under `components/schemas` of the root file, in order, used or not.
    package var componentSchemas: [SchemaID]
    /// Parameters, responses, headers and other objects under `components` that nothing refers to.
    package var unusedComponents: [UnusedComponent]
    package var externalDocs: ExternalDocumentation?
    package var extensions: Extensions
    package var mark: SourceMark
    /// The files that were read, root first, by the names that diagnostics show.
    package var files: [String]

    package subscript(_ id: SchemaID) -> Schema { schemas[id.index] }
}

package struct UnusedComponent: Sendable {
    package var kind: String
    package var name: String
    package var mark: SourceMark
}

package struct Info: Sendable {
    package var title: String
    package var version: String
    package var summary: String?
    package var description: String?
    package var termsOfService: String?
    package var extensions = Extensions()
}

package struct ExternalDocumentation: Sendable {
    package var url: String
    package var description: String?
}

package struct Tag: Sendable {
    package var name: String
    package var summary: String?
    package var description: String?
    package var parent: String?
    package var externalDocs: ExternalDocumentation?
    package var extensions = Extensions()
    package var mark: SourceMark
}

package struct Server: Sendable {
    package var url: String
    package var name: String?
    package var description: String?
    package var variables: [Variable]
    package var mark: SourceMark

    package struct Variable: Sendable {
        package var name: String
        package var defaultValue: String
        package var values: [String]
        package var description: String?
        package var mark: SourceMark
    }
}

package struct Webhook: Sendable {
    package var name: String
    package var operation: Operation
}

/// `x-…` keys with their values, in the order written.
package struct Extensions: Sendable {
    package var entries: [Mapping.Entry] = []

    package init(_ entries: [Mapping.Entry] = []) {
        self.entries = entries
    }

    package subscript(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

    package func entry(_ key: String) -> Mapping.Entry? { entries.first { $0.key == key } }
}
