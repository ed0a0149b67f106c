import CallsignDiagnostics

/// In OpenAPI 3.0 and before, an array says what its elements are (3.0.4, section 4.7.24.1).
struct ArraysHaveItems: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        guard document.isSwagger || document.version.hasPrefix("3.0") else { return }
        let version = document.isSwagger ? "Swagger 2.0" : "OpenAPI 3.0"
        for schema in document.schemas
        where schema.types.contains(.array) && schema.items == nil && schema.prefixItems.isEmpty && schema.allOf.isEmpty
        {
            sink.warning(
                "array-without-items", "an array must have 'items' in \(version)", at: schema.mark,
                remedy: "write 'items: {}' where the elements may be anything")
        }
    }
}
