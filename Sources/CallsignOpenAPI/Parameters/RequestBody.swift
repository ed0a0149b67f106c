package import CallsignDiagnostics
import CallsignYAML

package struct RequestBody: Sendable {
    package var description: String?
    package var required: Bool
    package var content: [MediaType]
    package var extensions: Extensions
    package var mark: SourceMark
    package var pointer: String
}

extension DocumentReader {
    mutating func readRequestBody(_ node: Node, at pointer: String) -> RequestBody? {
        guard let found = dereference(node, at: pointer, as: .requestBodies) else { return nil }
        var body: RequestBody?
        if found.isShared, let known = cache.requestBodies[found.pointer] {
            body = known
        } else {
            body = readRequestBodyObject(found)
            if found.isShared { cache.requestBodies[found.pointer] = .some(body) }
        }
        if let description = found.description?.string { body?.description = description }
        return body
    }

    /// Reads a Request Body Object (OpenAPI 3.1.1, section 4.8.13).
    private mutating func readRequestBodyObject(_ found: Dereferenced) -> RequestBody? {
        guard var reader = MappingReader(found.node, "a request body", sink: sink) else { return nil }
        var body = RequestBody(
            description: reader.string("description"), required: reader.bool("required") ?? false, content: [],
            extensions: Extensions(reader.extensions()), mark: reader.mark, pointer: found.pointer)
        _ = reader.requiredNode("content")
        body.content = readContent(&reader, at: found.pointer)
        reader.finishObject()
        return body
    }
}
