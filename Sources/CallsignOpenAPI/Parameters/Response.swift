package import CallsignDiagnostics
import CallsignYAML

package struct Response: Sendable {
    package enum Status: Sendable, Hashable {
        case code(Int)
        /// `1XX` to `5XX`, as 1 to 5.
        case range(Int)
        case `default`
    }

    package var status: Status
    package var description: String?
    package var headers: [Header]
    package var content: [MediaType]
    package var links: [Link]
    package var extensions: Extensions
    package var mark: SourceMark
    package var pointer: String
    /// Its key under `components/responses` where it is a reference to one.
    package var name: String?
}

extension DocumentReader {
    /// Reads the Responses Object (OpenAPI 3.1.1, section 4.8.16).
    mutating func readResponses(_ node: Node, at pointer: String) -> [Response] {
        guard let reader = MappingReader(node, "the responses", sink: sink) else { return [] }
        var responses: [Response] = []
        for entry in reader.mapping.entries where !entry.key.utf8.starts(with: "x-".utf8) {
            let pointer = JSONPointer.appending(entry.key, to: pointer)
            guard let status = readStatus(entry), var response = readResponse(entry.value, at: pointer) else {
                continue
            }
            response.status = status
            responses.append(response)
        }
        if responses.isEmpty {
            sink.warning("no-responses", "an operation must have a response at least", at: node.mark)
        }
        return responses
    }

    /// The status that a key means: a code, a range such as `4XX`, or `default`.
    private func readStatus(_ entry: Mapping.Entry) -> Response.Status? {
        let key = entry.key
        if key == "default" { return .default }
        if let code = Int(key), key.utf8.count == 3, 100...599 ~= code { return .code(code) }
        if key.utf8.count == 3, key.hasSuffix("XX") || key.hasSuffix("xx"), let first = Int(key.prefix(1)),
            1...5 ~= first
        {
            if key.hasSuffix("xx") {
                sink.warning(
                    "lowercase-range", "ranges of status codes are written in capitals", at: entry.keyMark,
                    remedy: "write '\(first)XX'")
            }
            return .range(first)
        }
        sink.error(
            "response-key",
            "'\(key)' is no response: expected a status code such as '200', a range such as '4XX', "
                + "or 'default'", at: entry.keyMark)
        return nil
    }

    mutating func readResponse(_ node: Node, at pointer: String) -> Response? {
        guard let found = dereference(node, at: pointer, as: .responses) else { return nil }
        var response: Response?
        if found.isShared, let known = cache.responses[found.pointer] {
            response = known
        } else {
            response = readResponseObject(found)
            if found.isShared { cache.responses[found.pointer] = .some(response) }
        }
        if let description = found.description?.string { response?.description = description }
        response?.name = found.name
        return response
    }

    /// Reads a Response Object (OpenAPI 3.1.1, section 4.8.17), whose status its key says.
    private mutating func readResponseObject(_ found: Dereferenced) -> Response? {
        guard var reader = MappingReader(found.node, "a response", sink: sink) else { return nil }
        warnOfNewer([("summary", .v32)], in: reader)
        if reader.mapping["description"] == nil, version(at: reader.mark) < .v32 {
            sink.warning("missing-description", "a response must have a 'description'", at: reader.mark)
        }
        var response = Response(
            status: .default, description: reader.string("description"), headers: [], content: [], links: [],
            extensions: Extensions(reader.extensions()), mark: reader.mark, pointer: found.pointer)
        response.headers = readHeaders(reader.mapping("headers"), at: found.pointer)
        response.content = readContent(&reader, at: found.pointer)
        response.links = readLinks(reader.mapping("links"), at: found.pointer)
        let summary = reader.string("summary")
        if response.description == nil { response.description = summary }
        reader.finishObject()
        return response
    }
}
