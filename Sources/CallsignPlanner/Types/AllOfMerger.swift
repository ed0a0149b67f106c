import CallsignDiagnostics
import CallsignOpenAPI

/// Makes one object of the objects that `allOf` joins.
struct AllOfMerger {
    let document: ResolvedDocument
    private var properties: [ObjectShape.Property] = []
    private var positions: [String: Int] = [:]
    private var required: Set<String> = []
    private var additional: Schema.AdditionalProperties?
    private var visited: Set<SchemaID> = []

    init(document: ResolvedDocument) {
        self.document = document
    }

    /// The object that a schema and all its parts describe together, or nothing where a part is no object.
    mutating func merge(_ id: SchemaID) -> ObjectShape? {
        guard add(id, depth: 0), !properties.isEmpty else { return nil }
        return ObjectShape(properties: properties, required: required, additional: additional)
    }

    private mutating func add(_ id: SchemaID, depth: Int) -> Bool {
        guard depth < PlanningDepth.parts else { return false }
        guard visited.insert(id).inserted else { return true }
        let schema = document[id]
        let types = schema.types.filter { $0 != .null }
        if !types.isEmpty, !types.contains(.object) { return false }
        if schema.booleanValue == false || schema.items != nil || schema.enumeration != nil { return false }
        if let reference = schema.reference, !add(reference, depth: depth + 1) { return false }
        for part in schema.allOf where !add(part, depth: depth + 1) { return false }
        for property in document.properties(of: schema) { add(property) }
        required.formUnion(schema.required.map(\.name))
        if let own = SchemaReader.additional(of: schema) { additional = own }
        return addAlternatives(of: schema, depth: depth + 1)
    }

    /// Alternatives within a joined object: their properties are there or not, so they become optional.
    private mutating func addAlternatives(of schema: Schema, depth: Int) -> Bool {
        for branch in schema.oneOf + schema.anyOf {
            let before = required
            let alternative = document[branch]
            if alternative.types == [.null] { continue }
            guard add(branch, depth: depth) else { return false }
            required = before
        }
        return true
    }

    private mutating func add(_ property: Schema.Property) {
        let merged = ObjectShape.Property(name: property.name, mark: property.mark, schema: property.schema)
        if let position = positions[property.name] {
            // The later part narrows the earlier one, unless it only says that anything goes.
            if saysMore(property.schema, than: properties[position].schema) { properties[position] = merged }
        } else {
            positions[property.name] = properties.count
            properties.append(merged)
        }
    }

    private func saysMore(_ new: SchemaID, than old: SchemaID) -> Bool {
        let schema = document[new]
        let says =
            !schema.types.isEmpty || schema.reference != nil || !schema.allOf.isEmpty || !schema.oneOf.isEmpty
            || !schema.anyOf.isEmpty || schema.enumeration != nil || schema.const != nil || schema.name != nil
        return says && new != old
    }
}
