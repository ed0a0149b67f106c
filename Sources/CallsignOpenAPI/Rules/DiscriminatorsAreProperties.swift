import CallsignDiagnostics

/// The property of a `discriminator` is one of each alternative's (OpenAPI 3.1.1, section 4.8.25): of one that lacks it,
/// nothing would say which alternative it is once it is sent.
struct DiscriminatorsAreProperties: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for schema in document.schemas {
            guard let discriminator = schema.discriminator else { continue }
            let name = discriminator.propertyName
            let alternatives = schema.oneOf + schema.anyOf
            guard has(name, schema, document, isUnion: !alternatives.isEmpty) == false else { continue }
            let lacking = alternatives.filter { has(name, document[$0], document) == false }
            if lacking.isEmpty, !alternatives.isEmpty { continue }
            sink.warning(
                "discriminator-property-missing",
                lacking.isEmpty
                    ? "this schema has no property '\(name)' to tell its heirs apart"
                    : "not all alternatives have the property '\(name)' to tell them apart",
                at: discriminator.mark, remedy: "describe it in each of them, and require it",
                notes: lacking.prefix(8).map { Diagnostic.Note("this one doesn't", at: document[$0].mark) })
        }
    }

    /// Whether an object has a property, in itself or in its parts; nothing where the schema doesn't say.
    ///
    /// - Parameter isUnion: whether the alternatives of the schema itself are asked apart.
    private func has(
        _ name: String, _ schema: Schema, _ document: ResolvedDocument, isUnion: Bool = false
    ) -> Bool? {
        var seen: Set<SchemaID> = []
        var waiting = [schema]
        var isDescribed = isUnion
        while let next = waiting.popLast() {
            if next.properties.contains(where: { $0.name == name }) { return true }
            // What else there may be, nobody says.
            if next.additionalProperties != nil { return nil }
            if !(next.oneOf + next.anyOf).isEmpty, !(isUnion && next === schema) { return nil }
            isDescribed = isDescribed || !next.properties.isEmpty
            for part in next.allOf + [next.reference].compactMap({ $0 }) where seen.insert(part).inserted {
                waiting.append(document[part])
            }
        }
        return isDescribed ? false : nil
    }
}
