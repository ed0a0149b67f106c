import CallsignDiagnostics
import CallsignYAML

/// A property that is required is described, too. It need not be, but it is mostly a slip if it isn't.
///
/// Only schemas that stand alone are looked at: a part of a composition may require what another part describes.
struct RequiredPropertiesExist: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let parts = partsOfCompositions(document)
        for (index, schema) in document.schemas.enumerated() {
            guard !schema.required.isEmpty, !schema.properties.isEmpty, !parts.contains(index),
                schema.reference == nil, schema.allOf.isEmpty, schema.anyOf.isEmpty, schema.oneOf.isEmpty
            else { continue }
            let names = schema.properties.map(\.name)
            let known = Set(names)
            for required in schema.required where !known.contains(required.name) {
                sink.warning(
                    "required-property-missing", "'\(required.name)' is required, but is not among the properties",
                    at: required.mark,
                    remedy: NearMatch.best(for: required.name, among: names).map { "did you mean '\($0)'?" })
            }
        }
    }

    private func partsOfCompositions(_ document: ResolvedDocument) -> Set<Int> {
        var parts: Set<Int> = []
        for schema in document.schemas {
            for id in schema.allOf + schema.anyOf + schema.oneOf { parts.insert(id.index) }
            for id in [schema.reference, schema.not, schema.ifSchema, schema.thenSchema, schema.elseSchema] {
                if let id { parts.insert(id.index) }
            }
        }
        return parts
    }
}
