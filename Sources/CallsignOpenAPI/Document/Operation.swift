package import CallsignDiagnostics
import CallsignYAML

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
    /// Whether all of its parameters could be read. Why others couldn't has been reported.
    package var hasAllParameters: Bool
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

extension Operation {
    /// What applies to an operation that doesn't say it itself.
    struct Defaults {
        var parameters: [Parameter] = []
        var hasAllParameters = true
        var servers: [Server] = []
        var security: [SecurityRequirement] = []
        /// The webhook that the operation is of.
        var webhook: String?
        /// Whether the operation goes with another, whatever the filter says.
        var isCallback = false
    }
}

extension DocumentReader {
    /// Reads an Operation Object (OpenAPI 3.1.1, section 4.8.10).
    ///
    /// - Parameters:
    ///   - entry: its method and the object.
    ///   - path: the key of its path item.
    mutating func readOperation(
        _ entry: Mapping.Entry, method: String, of path: Mapping.Entry, at pointer: String,
        _ defaults: Operation.Defaults
    ) -> Operation? {
        guard let found = dereferenceOperation(entry.value, at: pointer),
            var reader = MappingReader(found.node, "an operation", sink: sink)
        else { return nil }
        let pointer = found.pointer
        var operation = Operation(
            method: method, path: path.key, pathMark: path.keyMark, mark: entry.keyMark, pointer: pointer,
            operationID: reader.string("operationId"), operationIDMark: reader.mapping["operationId"]?.mark,
            tags: reader.strings("tags") ?? [], summary: reader.string("summary"),
            description: text("description", of: &reader), deprecated: reader.bool("deprecated") ?? false,
            parameters: [], hasAllParameters: defaults.hasAllParameters, responses: [], callbacks: [],
            security: defaults.security, hasOwnSecurity: false,
            servers: defaults.servers, extensions: Extensions(reader.extensions()))
        operation.externalDocs = reader.node("externalDocs").flatMap { ExternalDocumentation($0, sink) }
        let own = readParameters(of: &reader, at: pointer)
        operation.parameters = merged(own.parameters, over: defaults.parameters)
            .filter { !ReservedHeaders.ignores($0, sink) }
        if !own.areAll { operation.hasAllParameters = false }
        operation.requestBody = reader.node("requestBody").flatMap {
            readRequestBody($0, at: pointer + "/requestBody")
        }
        readResponses(into: &operation, &reader)
        if let security = reader.sequence("security") {
            operation.security = readSecurity(security)
            operation.hasOwnSecurity = true
        }
        let servers = readServers(reader.sequence("servers"))
        if !servers.isEmpty { operation.servers = servers }
        var callbackDefaults = Operation.Defaults(security: defaults.security)
        callbackDefaults.isCallback = true
        operation.callbacks = readCallbacks(reader.mapping("callbacks"), at: pointer, callbackDefaults)
        reader.finishObject()
        return operation
    }

    /// Follows an operation that is a reference, which no version allows, but some published descriptions have.
    private mutating func dereferenceOperation(_ node: Node, at pointer: String) -> Dereferenced? {
        if let reference = node["$ref"], !hasOperationReferences {
            hasOperationReferences = true
            sink.warning(
                "misplaced-reference", "an operation can't be a reference, but is read as if it could",
                at: reference.mark, remedy: "refer to the whole path item, or move the operation here")
        }
        return dereference(node, at: pointer, as: nil)
    }

    private mutating func readResponses(into operation: inout Operation, _ reader: inout MappingReader) {
        if let responses = reader.node("responses") {
            operation.responses = readResponses(responses, at: operation.pointer + "/responses")
        } else if version(at: reader.mark) < .v31 {
            sink.warning(
                "no-responses", "an operation must have 'responses' in \(version(at: reader.mark).name)",
                at: operation.mark)
        }
    }

    /// An operation's parameters after those of its path that it doesn't replace; a name and a location make a
    /// parameter what it is.
    private func merged(_ own: [Parameter], over inherited: [Parameter]) -> [Parameter] {
        inherited.filter { parameter in
            !own.contains { $0.name == parameter.name && $0.location == parameter.location }
        } + own
    }
}
