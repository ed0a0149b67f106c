import CallsignDiagnostics
import CallsignYAML

package struct ExternalDocumentation: Sendable {
    package var url: String
    package var description: String?
}

extension ExternalDocumentation {
    /// Reads an External Documentation Object (OpenAPI 3.1.1, section 4.8.11).
    init?(_ node: Node, _ sink: DiagnosticSink) {
        guard var reader = MappingReader(node, "external documentation", sink: sink) else { return nil }
        let url = reader.requiredString("url")
        description = reader.string("description")
        reader.finishObject()
        guard let url else { return nil }
        self.url = url
    }
}
