import CallsignDiagnostics
import CallsignYAML

/// The version that a description says it is of.
struct DeclaredVersion {
    let text: String
    let version: SpecificationVersion

    /// Nothing after reporting that the text is no description, or of no version that is read.
    init?(of root: Node, _ sink: DiagnosticSink) {
        guard let mapping = root.mapping else {
            sink.error(
                "not-openapi", "expected an OpenAPI description, but found \(root.kind.phrase)", at: root.mark,
                remedy: "a description begins with its version, as in 'openapi: 3.1.1'")
            return nil
        }
        guard let declared = mapping.entry("openapi") ?? mapping.entry("swagger") else {
            sink.error(
                "not-openapi", "expected an OpenAPI description, but found no 'openapi'", at: root.mark,
                remedy: "a description begins with its version, as in 'openapi: 3.1.1'")
            return nil
        }
        // `3.1` without its quotes is a number, and still says what it means.
        guard let text = declared.value.scalar?.text, let version = SpecificationVersion(of: root) else {
            sink.error(
                "unsupported-version",
                "the version '\(declared.value.scalar?.text ?? declared.value.kind.phrase)' is not read: expected 3.0, 3.1 or 3.2, or Swagger 2.0",
                at: declared.value.mark)
            return nil
        }
        self.text = text
        self.version = version
    }
}
