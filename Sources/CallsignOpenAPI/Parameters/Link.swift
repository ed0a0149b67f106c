package import CallsignDiagnostics
import CallsignYAML

/// What a response can be used for: an operation, and which of its parameters a part of the response is the value of
/// (OpenAPI 3.1.1, section 4.8.20).
package struct Link: Sendable {
    /// A text of the description with its place.
    package struct Text: Sendable, Hashable {
        package var text: String
        package var mark: SourceMark
    }

    package var name: String
    package var operationID: Text?
    package var operationReference: Text?
    /// Parameters by name, perhaps with their location as in `path.id`, and what their values are: expressions, or
    /// constants.
    package var parameters: [(name: Text, value: String)]
    package var requestBody: String?
    package var description: String?
    package var mark: SourceMark
}

extension DocumentReader {
    /// Reads the links of a response. Nothing depends on them, so that whatever is wrong with them is only a warning.
    mutating func readLinks(_ mapping: Mapping?, at pointer: String) -> [Link] {
        var links: [Link] = []
        for entry in mapping?.entries ?? [] {
            let place = JSONPointer.appending(entry.key, to: pointer + "/links")
            guard var link = readLink(entry.value, at: place) else { continue }
            link.name = entry.key
            links.append(link)
        }
        return links
    }

    mutating func readLink(_ node: Node, at pointer: String) -> Link? {
        sink.toleratingAll {
            guard let found = dereference(node, at: pointer, as: .links),
                var reader = MappingReader(found.node, "a link", sink: sink)
            else { return nil }
            var link = Link(
                name: found.name ?? "", operationID: text("operationId", &reader),
                operationReference: text("operationRef", &reader), parameters: [], description: nil, mark: reader.mark)
            for entry in reader.mapping("parameters")?.entries ?? [] {
                guard let value = entry.value.scalar?.text else { continue }
                link.parameters.append((Link.Text(text: entry.key, mark: entry.keyMark), value))
            }
            link.requestBody = reader.node("requestBody")?.scalar?.text
            link.description = found.description?.string ?? reader.string("description")
            reader.ignore("description", "server")
            reader.finishObject()
            return link
        }
    }

    private func text(_ key: String, _ reader: inout MappingReader) -> Link.Text? {
        reader.string(key).map { Link.Text(text: $0, mark: reader.mark(of: key)) }
    }
}

extension ResolvedDocument {
    /// The operation that a link leads to; nothing where the description has no such operation.
    package func operation(of link: Link) -> Operation? {
        if let id = link.operationID { return operations.first { $0.operationID == id.text } }
        guard let place = link.place else { return nil }
        return operations.first { $0.path == place.path && $0.method == place.method }
    }
}

extension Link {
    /// Path and method of a reference that stays within the document; nothing for others.
    package var place: (path: String, method: String)? {
        guard let reference = operationReference?.text, reference.hasPrefix("#/paths/"),
            let tokens = JSONPointer.tokens(of: PercentEncoding.decoded(reference.dropFirst()) ?? ""),
            tokens.count == 3
        else { return nil }
        return (tokens[1], tokens[2].uppercased())
    }

    /// The parameter of an operation that one of the link's means.
    package static func parameter(_ name: String, of operation: Operation) -> Parameter? {
        let qualified = operation.parameters.first { "\($0.location.rawValue).\($0.name)" == name }
        return qualified ?? operation.parameters.first { $0.name == name }
    }
}
