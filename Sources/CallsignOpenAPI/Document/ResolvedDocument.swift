import CallsignConcurrency
package import CallsignDiagnostics
import CallsignYAML

/// A description with every reference followed and checked: all that the planner may see.
package struct ResolvedDocument: Sendable {
    /// The version that the description declares, such as `3.1.0`; `2.0` for Swagger.
    package var version: String
    package var info: Info
    package var servers: [Server]
    /// Operations in the order of the text, path-level parameters, servers and security merged in.
    package var operations: [Operation]
    package var webhooks: [Webhook]
    /// Operations that the description has, and the client is made without.
    package var leftOut: [LeftOutOperation] = []
    /// Schemas that are wanted, whether an operation refers to them or not.
    package var requestedSchemas: [SchemaID] = []
    /// Schemas in whose place any value is taken.
    package var excludedSchemas: Set<SchemaID> = []
    package var tags: [Tag]
    /// Security that applies where an operation has none of its own.
    package var security: [SecurityRequirement]
    package var securitySchemes: [SecurityScheme]
    /// The names of all of them, also of those that couldn't be read.
    package var securitySchemeNames: [String] = []
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
    /// What is in these files, of which the rest is made. It stays with the document since to free it piece by piece
    /// takes longer than some stages, and a program that ends with the document needn't.
    var roots: [Node] = []
    /// Whether all of it could be read, and the rules found no error. If not, what seems to be missing may be there, and
    /// was reported as it is. Waits for the rules where they are still being checked.
    package var isWhole: Bool { isRead && !(rules?.value.contains { $0.severity == .error } ?? false) }
    var isRead = true
    /// What the rules find; nothing where that no longer matters.
    var rules: Background<[Diagnostic]>?

    /// Whether the description is in Swagger 2.0, whose objects have become those of OpenAPI 3 here.
    package var isSwagger: Bool { version.utf8.first == UInt8(ascii: "2") }

    package subscript(_ id: SchemaID) -> Schema { schemas[id.index] }
}

extension DocumentReader {
    /// Reads the OpenAPI Object (OpenAPI 3.1.1, section 4.8.1) and all that it leads to.
    ///
    /// - Parameters:
    ///   - name: the root's name, with which its pointers begin.
    ///   - version: the value of `openapi`.
    mutating func readDocument(_ root: Node, name: String, version: String) -> ResolvedDocument? {
        let what = self.version(at: root.mark) == .v20 ? "a Swagger description" : "an OpenAPI description"
        guard var reader = MappingReader(root, what, sink: sink) else { return nil }
        warnOfNewer([("webhooks", .v31), ("jsonSchemaDialect", .v31), ("$self", .v32)], in: reader)
        reader.ignore("openapi", "jsonSchemaDialect", "$self")
        let info = readInfo(of: &reader)
        let componentsPlace = name + "#/components"
        let components = reader.node("components")
        reserveSchemas(of: components, at: componentsPlace)
        var document = ResolvedDocument(
            version: version, info: info ?? Info(title: arena.resolver.files[0].path.baseName, version: ""),
            servers: readServers(reader.sequence("servers")), operations: [], webhooks: [],
            tags: reader.sequence("tags")?.compactMap { readTag($0) } ?? [],
            security: readSecurity(reader.sequence("security") ?? []), securitySchemes: [],
            schemas: [], componentSchemas: [], unusedComponents: [],
            externalDocs: reader.node("externalDocs").flatMap { ExternalDocumentation($0, sink) },
            extensions: Extensions(reader.extensions()), mark: root.mark, files: [])
        operationFilter = OperationFilter(filter, tags: document.tags)
        readPaths(&reader, name: name, into: &document)
        reader.finishObject()
        arena.readPending()
        operationFilter?.reportUnmatched(sink)
        readUnused(components, at: componentsPlace, into: &document)
        markUsedSchemes(in: document, name: name)
        document.schemas = arena.schemas
        document.unusedComponents = unusedComponents(of: root, at: componentsPlace)
        document.files = arena.resolver.files.files.map(\.name)
        document.roots = arena.resolver.files.files.map(\.root)
        return document
    }

    /// Reads the components, of which those that an operation came by have been read.
    private mutating func readUnused(_ node: Node?, at pointer: String, into document: inout ResolvedDocument) {
        arena.resolver.reportDangling()
        readLeftOut(into: &document)
        let components = sink.tolerating(isLenient ? Slips.ofUnusedComponents : []) {
            let read = { (reader: inout DocumentReader) in
                let components = reader.readComponents(node, at: pointer)
                reader.arena.readPending()
                reader.arena.resolver.reportDangling()
                return components
            }
            // Where somebody chose some parts, the others are none of their business.
            return filter.isEmpty ? read(&self) : sink.toleratingAll { read(&self) }
        }
        let referred = referredSchemes.sorted { $0.key < $1.key }.map(\.value)
        document.securitySchemes = components.securitySchemes + referred.compactMap(\.scheme)
        document.securitySchemeNames =
            (node?["securitySchemes"]?.mapping?.entries.map(\.key) ?? []) + referred.map(\.name)
        document.componentSchemas = components.schemas
    }

    /// Reads the operations that a filter leaves out, for the account. What is wrong with them harms nobody.
    private mutating func readLeftOut(into document: inout ResolvedDocument) {
        let waiting = operationFilter?.leftOut ?? []
        operationFilter = nil
        if waiting.isEmpty { return }
        sink.toleratingAll {
            for item in waiting {
                let operation = readOperation(
                    item.entry, method: item.method, of: item.path, at: item.pointer, item.defaults)
                guard let operation else { continue }
                var leftOut = LeftOutOperation(operation: operation, rule: item.rule)
                leftOut.webhook = item.webhook
                document.leftOut.append(leftOut)
            }
            arena.readPending()
            arena.resolver.reportDangling()
        }
    }

    private mutating func readPaths(_ reader: inout MappingReader, name: String, into document: inout ResolvedDocument)
    {
        let defaults = Operation.Defaults(security: document.security)
        if self.version(at: reader.mark) < .v31 {
            _ = reader.requiredNode("paths")
        } else if !["paths", "webhooks", "components"].contains(where: { reader.mapping[$0] != nil }) {
            sink.error(
                "missing-key", "a description needs one of 'paths', 'webhooks' and 'components'", at: reader.mark)
        }
        for entry in reader.mapping("paths")?.entries ?? [] where !entry.key.utf8.starts(with: "x-".utf8) {
            let pointer = JSONPointer.appending(entry.key, to: name + "#/paths")
            document.operations += readPathItem(entry, at: pointer, defaults)
        }
        for entry in reader.mapping("webhooks")?.entries ?? [] {
            let pointer = JSONPointer.appending(entry.key, to: name + "#/webhooks")
            var defaults = defaults
            defaults.webhook = entry.key
            document.webhooks += readPathItem(entry, at: pointer, defaults).map {
                Webhook(name: entry.key, operation: $0)
            }
        }
    }

    /// Security schemes are referred to by their names.
    private mutating func markUsedSchemes(in document: ResolvedDocument, name: String) {
        let requirements = document.security + document.allOperations.flatMap(\.security)
        for scheme in requirements.flatMap(\.schemes) {
            arena.resolver.markUsed(JSONPointer.appending(scheme.name, to: name + "#/components/securitySchemes"))
        }
    }
}

extension ResolvedDocument {
    /// The operations of paths and webhooks, each followed by those of its callbacks.
    var allOperations: [Operation] {
        var operations: [Operation] = []
        func add(_ operation: Operation) {
            operations.append(operation)
            for callback in operation.callbacks { add(callback.operation) }
        }
        for operation in self.operations { add(operation) }
        for webhook in webhooks { add(webhook.operation) }
        return operations
    }
}
