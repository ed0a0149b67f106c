package import CallsignDiagnostics
import CallsignYAML

package struct Header: Sendable {
    package var name: String
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var explode: Bool
    package var schema: SchemaID?
    package var content: [MediaType]
    package var extensions: Extensions
    package var mark: SourceMark
    /// Its key under `components/headers` where it is a reference to one.
    package var component: String?
}

extension DocumentReader {
    /// Reads Header Objects by name, or references to them. A response's `Content-Type` is ignored, as the
    /// specification says (OpenAPI 3.1.1, section 4.8.17).
    mutating func readHeaders(_ mapping: Mapping?, at pointer: String) -> [Header] {
        var headers: [Header] = []
        for entry in mapping?.entries ?? [] {
            if entry.key.utf8.count == 12, entry.key.lowercased() == "content-type" {
                sink.warning(
                    "ignored-header", "a header 'Content-Type' is ignored: 'content' says the types", at: entry.keyMark)
            } else if !HTTPToken.isToken(entry.key) {
                sink.warning(
                    "ignored-header", "'\(entry.key)' can't be the name of a header, so none will be there",
                    at: entry.keyMark, remedy: "write it as the server sends it: letters, digits and dashes")
            } else if let header = readHeader(entry, at: JSONPointer.appending(entry.key, to: pointer + "/headers")) {
                headers.append(header)
            }
        }
        return headers
    }

    mutating func readHeader(_ entry: Mapping.Entry, at pointer: String) -> Header? {
        guard let found = dereference(entry.value, at: pointer, as: .headers) else { return nil }
        var header: Header?
        if found.isShared, let known = cache.headers[found.pointer] {
            header = known
        } else {
            header = readHeaderObject(found)
            if found.isShared { cache.headers[found.pointer] = .some(header) }
        }
        header?.name = entry.key
        header?.component = found.name
        if let description = found.description?.string { header?.description = description }
        return header
    }

    /// Reads a Header Object (OpenAPI 3.1.1, section 4.8.21), which is named by its key.
    private mutating func readHeaderObject(_ found: Dereferenced) -> Header? {
        guard var reader = MappingReader(found.node, "a header", sink: sink) else { return nil }
        if let style = ParameterStyle.read(&reader), style != .simple {
            sink.error(
                "style-not-allowed", "a header's style is 'simple', not '\(style.rawValue)'",
                at: reader.mark(of: "style"))
        }
        var header = Header(
            name: "", description: reader.string("description"), required: reader.bool("required") ?? false,
            deprecated: reader.bool("deprecated") ?? false, explode: reader.bool("explode") ?? false, content: [],
            extensions: Extensions(reader.extensions()), mark: reader.mark)
        header.schema = reader.node("schema").map { arena.identifier(of: $0, at: found.pointer + "/schema") }
        header.content = readContent(&reader, at: found.pointer)
        reader.ignore("example", "examples", "allowEmptyValue", "allowReserved")
        reader.finishObject()
        return header
    }
}
