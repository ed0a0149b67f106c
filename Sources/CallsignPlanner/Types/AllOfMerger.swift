import CallsignDiagnostics
import CallsignOpenAPI

/// Makes one object of the objects that `allOf` joins.
struct AllOfMerger {
    let document: ResolvedDocument
    private let narrowing: SchemaNarrowing
    private var properties: [ObjectShape.Property] = []
    private var positions: [String: Int] = [:]
    private var required: Set<String> = []
    private var additional: Schema.AdditionalProperties?
    private var visited: Set<SchemaID> = []

    init(document: ResolvedDocument) {
        self.document = document
        narrowing = SchemaNarrowing(document: document)
    }

    /// The object that a schema and all its parts describe together, or nothing where a part is no object.
    mutating func merge(_ id: SchemaID) -> ObjectShape? { merge([id]) }

    /// The object that several schemas describe together.
    mutating func merge(_ ids: [SchemaID]) -> ObjectShape? {
        for id in ids where !add(id, owner: nil, depth: 0) { return nil }
        guard !properties.isEmpty else { return nil }
        return ObjectShape(properties: properties, required: RequiredNames(required), additional: additional)
    }

    /// - Parameter owner: the name of the part that the schema belongs to, if it isn't the whole.
    private mutating func add(_ id: SchemaID, owner: String?, depth: Int) -> Bool {
        guard depth < PlanningDepth.parts else { return false }
        guard visited.insert(id).inserted else { return true }
        let schema = document[id]
        let types = schema.types.filter { $0 != .null }
        if !types.isEmpty, !types.contains(.object) { return false }
        if schema.booleanValue == false || schema.items != nil || schema.enumeration != nil { return false }
        if let reference = schema.reference, !add(reference, owner: document[reference].name ?? owner, depth: depth + 1)
        {
            return false
        }
        for part in schema.allOf where !add(part, owner: document[part].name ?? owner, depth: depth + 1) {
            return false
        }
        for property in document.properties(of: schema) { add(property, owner) }
        required.formUnion(schema.required.map(\.name))
        if let own = SchemaReader.additional(of: schema) { additional = own }
        return addAlternatives(of: schema, owner: owner, depth: depth + 1)
    }

    /// Alternatives within a joined object: their properties are there or not, so they become optional.
    private mutating func addAlternatives(of schema: Schema, owner: String?, depth: Int) -> Bool {
        for branch in schema.oneOf + schema.anyOf {
            let before = required
            let alternative = document[branch]
            if alternative.types == [.null] { continue }
            guard add(branch, owner: document[branch].name ?? owner, depth: depth) else { return false }
            required = before
        }
        return true
    }

    private mutating func add(_ property: Schema.Property, _ owner: String?) {
        guard let position = positions[property.name] else {
            positions[property.name] = properties.count
            properties.append(.init(name: property.name, mark: property.mark, schema: property.schema, owner: owner))
            return
        }
        let known = properties[position].schema
        switch narrowing.relation(of: property.schema, to: known) {
        case .same: break
        case .narrows:
            properties[position].schema = property.schema
            properties[position].mark = property.mark
            properties[position].owner = owner
        case .joins: properties[position].others.append(property.schema)
        case .contradicts:
            if properties[position].conflict == nil { properties[position].conflict = property.mark }
        }
    }
}
