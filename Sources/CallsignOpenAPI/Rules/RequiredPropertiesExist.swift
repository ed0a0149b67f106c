import CallsignDiagnostics
import CallsignYAML

/// A property that is required is described, too. It need not be, but it is mostly a slip if it isn't.
///
/// Only schemas that stand alone are looked at: a part of a composition may require what another part describes.
struct RequiredPropertiesExist: DocumentRule {
    /// The most properties that are searched one by one, which is faster than to hash a few names.
    private static let searched = 24

    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let parts = partsOfCompositions(document)
        for (index, schema) in document.schemas.enumerated() {
            guard !schema.required.isEmpty, !schema.properties.isEmpty, !parts[index],
                schema.reference == nil, schema.allOf.isEmpty, schema.anyOf.isEmpty, schema.oneOf.isEmpty
            else { continue }
            check(schema, sink)
        }
    }

    private func check(_ schema: Schema, _ sink: DiagnosticSink) {
        let names = schema.properties.map(\.name)
        let known = names.count > Self.searched ? Set(names) : []
        for required in schema.required {
            if known.isEmpty ? names.contains(required.name) : known.contains(required.name) { continue }
            sink.warning(
                "required-property-missing", "'\(required.name)' is required, but is not among the properties",
                at: required.mark,
                remedy: NearMatch.best(for: required.name, among: names).map { "did you mean '\($0)'?" })
        }
    }

    /// Whether each schema is a part of another.
    private func partsOfCompositions(_ document: ResolvedDocument) -> [Bool] {
        var parts = [Bool](repeating: false, count: document.schemas.count)
        for schema in document.schemas {
            for id in schema.allOf { parts[id.index] = true }
            for id in schema.anyOf { parts[id.index] = true }
            for id in schema.oneOf { parts[id.index] = true }
            if let id = schema.reference { parts[id.index] = true }
            if let id = schema.not { parts[id.index] = true }
            if let id = schema.ifSchema { parts[id.index] = true }
            if let id = schema.thenSchema { parts[id.index] = true }
            if let id = schema.elseSchema { parts[id.index] = true }
        }
        return parts
    }
}
