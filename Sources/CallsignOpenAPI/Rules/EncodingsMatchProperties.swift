import CallsignDiagnostics
import CallsignYAML

/// The keys of `encoding` are properties of the body's schema (OpenAPI 3.1.1, section 4.8.14.1).
struct EncodingsMatchProperties: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for type in document.allOperations.lazy.compactMap(\.requestBody).flatMap(\.content) {
            guard !type.encodings.isEmpty, let id = type.schema else { continue }
            let schema = document[id]
            // Only a plain list of properties says that there are no others.
            guard !schema.properties.isEmpty, schema.reference == nil, schema.allOf.isEmpty, schema.anyOf.isEmpty,
                schema.oneOf.isEmpty
            else { continue }
            let names = schema.properties.map(\.name)
            for encoding in type.encodings where !names.contains(encoding.property) {
                sink.warning(
                    "unknown-encoding", "the body has no property '\(encoding.property)' to encode", at: encoding.mark,
                    remedy: NearMatch.best(for: encoding.property, among: names).map { "did you mean '\($0)'?" })
            }
        }
    }
}
