import CallsignOpenAPI
import CallsignYAML

extension ResolvedDocument {
    /// The properties of a schema that a client has members for: all but those that the description leaves out of
    /// clients with `x-callsign-omit: true`.
    func properties(of schema: Schema) -> [Schema.Property] {
        schema.properties.contains { isOmitted($0.schema) }
            ? schema.properties.filter { !isOmitted($0.schema) } : schema.properties
    }

    /// Whether the description leaves a property out of clients. What a reference leads to has no say in it.
    func isOmitted(_ property: SchemaID) -> Bool {
        let schema = self[property]
        return schema.extended("x-callsign-omit")?.bool == true && schema.name == nil
    }
}
