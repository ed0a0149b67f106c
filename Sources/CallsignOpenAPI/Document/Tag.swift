package import CallsignDiagnostics
import CallsignYAML

package struct Tag: Sendable {
    package var name: String
    package var summary: String?
    package var description: String?
    /// The tag that this one is nested in (OpenAPI 3.2).
    package var parent: String?
    package var parentMark: SourceMark?
    /// What the tag sorts operations for, such as `nav`, `badge` or `audience` (OpenAPI 3.2).
    package var kind: String?
    package var externalDocs: ExternalDocumentation?
    package var extensions = Extensions()
    package var mark: SourceMark
}

extension DocumentReader {
    /// Reads a Tag Object (OpenAPI 3.2.0, section 4.22).
    mutating func readTag(_ node: Node) -> Tag? {
        guard var reader = MappingReader(node, "a tag", sink: sink) else { return nil }
        warnOfNewer([("summary", .v32), ("parent", .v32), ("kind", .v32)], in: reader)
        let name = reader.requiredString("name")
        var tag = Tag(
            name: name ?? "", summary: reader.string("summary"), description: text("description", of: &reader),
            parent: reader.string("parent"), extensions: Extensions(reader.extensions()), mark: reader.mark)
        tag.externalDocs = reader.node("externalDocs").flatMap { ExternalDocumentation($0, sink) }
        tag.parentMark = reader.mapping["parent"]?.mark
        tag.kind = reader.string("kind")
        reader.finishObject()
        return name == nil ? nil : tag
    }
}
