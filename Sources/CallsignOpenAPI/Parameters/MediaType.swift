package import CallsignDiagnostics
package import CallsignYAML

package struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8`.
    package var contentType: String
    package var schema: SchemaID?
    /// The schema of each item of a stream (OpenAPI 3.2).
    package var itemSchema: SchemaID?
    package var encodings: [Encoding]
    /// How the first parts of a multipart message without names are written, in their order (OpenAPI 3.2).
    package var prefixEncodings: [Encoding] = []
    /// How its further parts are written: one at most (OpenAPI 3.2).
    package var itemEncodings: [Encoding] = []
    package var examples: [Node]
    package var extensions: Extensions
    package var mark: SourceMark

    /// How all parts are written, of whatever kind and however deep.
    package var allEncodings: [Encoding] {
        var found: [Encoding] = []
        var pending = encodings + prefixEncodings + itemEncodings
        while let encoding = pending.popLast() {
            found.append(encoding)
            pending += encoding.nested + encoding.nestedPrefix + encoding.nestedItems
        }
        return found
    }

    package struct Encoding: Sendable {
        /// Empty for parts that have no names.
        package var property: String
        package var contentType: String?
        package var headers: [Header]
        package var style: ParameterStyle?
        package var explode: Bool?
        package var allowReserved: Bool
        /// How the parts of a part are written: by name, by position, and all others (OpenAPI 3.2).
        package var nested: [Encoding] = []
        package var nestedPrefix: [Encoding] = []
        package var nestedItems: [Encoding] = []
        package var mark: SourceMark
    }
}

extension DocumentReader {
    /// Reads `content`: Media Type Objects by media type.
    mutating func readContent(_ reader: inout MappingReader, at pointer: String) -> [MediaType] {
        var types: [MediaType] = []
        for entry in reader.mapping("content")?.entries ?? [] {
            ContentTypeName.check(entry, sink)
            let pointer = JSONPointer.appending(entry.key, to: pointer + "/content")
            if var type = readMediaType(entry.value, at: pointer) {
                type.contentType = entry.key
                types.append(type)
            }
        }
        return types
    }

    mutating func readMediaType(_ node: Node, at pointer: String) -> MediaType? {
        guard let found = dereference(node, at: pointer, as: .mediaTypes) else { return nil }
        if found.isShared, let known = cache.mediaTypes[found.pointer] { return known }
        // Encodings have headers, and headers have media types.
        let type = nested(at: found.pointer, found.node.mark) { $0.readMediaTypeObject(found) }
        if found.isShared { cache.mediaTypes[found.pointer] = .some(type) }
        return type
    }

    /// Reads a Media Type Object (OpenAPI 3.1.1, section 4.8.14), whose type its key says.
    private mutating func readMediaTypeObject(_ found: Dereferenced) -> MediaType? {
        guard var reader = MappingReader(found.node, "a media type", sink: sink) else { return nil }
        warnOfNewer([("itemSchema", .v32), ("prefixEncoding", .v32), ("itemEncoding", .v32)], in: reader)
        var type = MediaType(
            contentType: "", encodings: [], examples: [], extensions: Extensions(reader.extensions()), mark: reader.mark
        )
        type.schema = reader.node("schema").map { arena.identifier(of: $0, at: found.pointer + "/schema") }
        type.itemSchema = reader.node("itemSchema").map { arena.identifier(of: $0, at: found.pointer + "/itemSchema") }
        (type.encodings, type.prefixEncodings, type.itemEncodings) = readEncodings(&reader, at: found.pointer)
        type.examples = readExamples(&reader, at: found.pointer)
        reader.finishObject()
        return type
    }

    private typealias Encodings = (
        named: [MediaType.Encoding], prefix: [MediaType.Encoding], items: [MediaType.Encoding]
    )

    /// Reads `encoding`, `prefixEncoding` and `itemEncoding` (OpenAPI 3.2.0, section 4.14.1). The latter two take the
    /// place of the first, and of each other's parts.
    private mutating func readEncodings(_ reader: inout MappingReader, at pointer: String) -> Encodings {
        var encodings: Encodings = ([], [], [])
        for entry in reader.mapping("encoding")?.entries ?? [] {
            let place = JSONPointer.appending(entry.key, to: pointer + "/encoding")
            if let encoding = readEncoding(entry, at: place) { encodings.named.append(encoding) }
        }
        for (index, node) in (reader.sequence("prefixEncoding") ?? []).enumerated() {
            let entry = Mapping.Entry(key: "", keyMark: node.mark, value: node)
            let encoding = readEncoding(entry, at: "\(pointer)/prefixEncoding/\(index)")
            if let encoding { encodings.prefix.append(encoding) }
        }
        if let node = reader.node("itemEncoding") {
            let entry = Mapping.Entry(key: "", keyMark: reader.mark(of: "itemEncoding"), value: node)
            if let encoding = readEncoding(entry, at: pointer + "/itemEncoding") { encodings.items.append(encoding) }
        }
        for key in ["prefixEncoding", "itemEncoding"] where !encodings.named.isEmpty {
            guard let entry = reader.mapping.entry(key) else { continue }
            sink.error(
                "conflicting-encodings", "'\(key)' is for parts without names, and 'encoding' for those with names",
                at: entry.keyMark, remedy: "leave one of them out")
        }
        return encodings
    }

    /// Reads an Encoding Object (OpenAPI 3.1.1, section 4.8.15; 3.2.0, section 4.15).
    private mutating func readEncoding(_ entry: Mapping.Entry, at pointer: String) -> MediaType.Encoding? {
        nested(at: pointer, entry.value.mark) { $0.readEncodingObject(entry, at: pointer) }
    }

    private mutating func readEncodingObject(_ entry: Mapping.Entry, at pointer: String) -> MediaType.Encoding? {
        guard var reader = MappingReader(entry.value, "an encoding", sink: sink) else { return nil }
        warnOfNewer([("encoding", .v32), ("prefixEncoding", .v32), ("itemEncoding", .v32)], in: reader)
        var encoding = MediaType.Encoding(
            property: entry.key, contentType: reader.string("contentType"),
            headers: readHeaders(reader.mapping("headers"), at: pointer), style: ParameterStyle.read(&reader),
            explode: reader.bool("explode"), allowReserved: reader.bool("allowReserved") ?? false, mark: entry.keyMark)
        (encoding.nested, encoding.nestedPrefix, encoding.nestedItems) = readEncodings(&reader, at: pointer)
        reader.finishObject()
        return encoding
    }

    /// Reads `example` and `examples`: the values alone (OpenAPI 3.1.1, section 4.8.19). Nothing depends on them, so
    /// that whatever is wrong with them is only a warning.
    mutating func readExamples(_ reader: inout MappingReader, at pointer: String) -> [Node] {
        var values = reader.node("example").map { [$0] } ?? []
        sink.toleratingAll {
            for entry in reader.mapping("examples")?.entries ?? [] {
                if let value = readExample(entry.value, at: JSONPointer.appending(entry.key, to: pointer + "/examples"))
                {
                    values.append(value)
                }
            }
        }
        return values
    }

    mutating func readExample(_ node: Node, at pointer: String) -> Node? {
        guard let found = dereference(node, at: pointer, as: .examples),
            var example = MappingReader(found.node, "an example", sink: sink)
        else { return nil }
        warnOfNewer([("dataValue", .v32), ("serializedValue", .v32)], in: example)
        let value = example.node("dataValue") ?? example.node("value")
        example.ignore("summary", "description", "value", "externalValue", "serializedValue")
        example.finishObject()
        return value
    }
}
