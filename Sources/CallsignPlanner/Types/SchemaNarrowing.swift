import CallsignOpenAPI
import CallsignYAML

/// Compares schemas that hold for the same values, by their own keywords and those of what they lead to.
struct SchemaNarrowing {
    let document: ResolvedDocument

    /// What a schema has to say beside another one.
    enum Relation {
        /// Nothing that the other doesn't say.
        case same
        /// More: it stands for both.
        case narrows
        /// Something else about the same objects.
        case joins
        /// What no value can be together with the other.
        case contradicts
    }

    func relation(of new: SchemaID, to old: SchemaID) -> Relation {
        if new == old { return .same }
        let (added, known) = (facts(new), facts(old))
        if added.isEmpty { return .same }
        if known.isEmpty { return .narrows }
        if added.isUnion || known.isUnion {
            // An object beside alternatives of objects is one of them, most likely.
            return known.isUnion ? .narrows : .same
        }
        if added.isObject && known.isObject {
            if added.schemas.contains(old) { return .narrows }
            if known.schemas.contains(new) { return .same }
            if added.isMap { return .same }
            return known.isMap ? .narrows : .joins
        }
        guard let types = common(added.types, known.types) else { return .contradicts }
        if let values = added.values, let others = known.values {
            let both = values.intersection(others)
            if both.isEmpty { return .contradicts }
            return both.count == values.count && values.count <= others.count ? .narrows : .same
        }
        if added.values != nil { return .narrows }
        if known.values != nil { return .same }
        if added.types != types { return .same }
        if known.types != types { return .narrows }
        return known.saysMore && !added.saysMore ? .same : .narrows
    }

    /// The types that values of both have; nothing where there are none.
    private func common(_ left: Set<SchemaType>, _ right: Set<SchemaType>) -> Set<SchemaType>? {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        var both = left.intersection(right)
        let numbers: Set<SchemaType> = [.integer, .number]
        if both.isDisjoint(with: numbers), !left.isDisjoint(with: numbers), !right.isDisjoint(with: numbers) {
            both.insert(.integer)
        }
        return both.isEmpty ? nil : both
    }

    /// What schemas that lead to each other say together.
    private struct Facts {
        var types: Set<SchemaType> = []
        /// The texts of the values that are listed.
        var values: Set<String>?
        var hasProperties = false
        var isMap = false
        var isUnion = false
        /// Whether a format or the elements of a list are said.
        var saysMore = false
        /// The schemas that were looked at.
        var schemas: Set<SchemaID> = []

        var isObject: Bool { hasProperties || isMap }
        var isEmpty: Bool { types.isEmpty && values == nil && !isObject && !isUnion && !saysMore }
    }

    private func facts(_ id: SchemaID) -> Facts {
        var facts = Facts()
        var waiting = [id]
        while let next = waiting.popLast() {
            guard facts.schemas.count < PlanningDepth.parts, facts.schemas.insert(next).inserted else { continue }
            let schema = document[next]
            facts.types.formUnion(schema.types.filter { $0 != .null })
            if let nodes = schema.const.map({ [$0] }) ?? schema.enumeration {
                facts.values = (facts.values ?? []).union(nodes.compactMap { $0.isNull ? nil : $0.scalar?.text })
            }
            if !schema.properties.isEmpty { facts.hasProperties = true }
            if schema.types.contains(.object) || schema.additionalProperties != nil { facts.isMap = true }
            if schema.format != nil || schema.items != nil || !schema.prefixItems.isEmpty { facts.saysMore = true }
            if schema.items != nil { facts.types.insert(.array) }
            let alternatives = (schema.oneOf + schema.anyOf).filter { document[$0].types != [.null] }
            if alternatives.count > 1 { facts.isUnion = true }
            if alternatives.count == 1 { waiting += alternatives }
            waiting += schema.allOf
            if let reference = schema.reference { waiting.append(reference) }
        }
        if facts.hasProperties {
            facts.isMap = false
            facts.types.insert(.object)
        }
        return facts
    }
}
