import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Reads the shape of schemas. The one place that decides what combinations of keywords mean.
struct SchemaReader {
    let document: ResolvedDocument
    private let joined = JoinedObjects()

    /// Objects that `allOf` made of others, which are asked for again by each union and body that they stand in.
    private final class JoinedObjects {
        var objects: [SchemaID: ObjectShape?] = [:]
        /// How many properties they have in all.
        var properties = 0
    }

    init(document: ResolvedDocument) {
        self.document = document
    }

    func shape(of id: SchemaID) -> SchemaShape {
        let schema = document[id]
        if let value = schema.booleanValue { return .any(reason: value ? .unconstrained : .empty) }
        if let target = schema.reference {
            return addsShape(schema) ? merged(id) : .same(as: target)
        }
        if !schema.allOf.isEmpty { return composed(schema, id) }
        if let union = unionShape(of: schema, id) { return union }
        // Whoever says the type of the values doesn't want an enumeration.
        if let values = schema.enumeration ?? schema.const.map({ [$0] }), schema.extended("x-callsign-type") == nil {
            if let shape = enumeration(values, schema, id) { return shape }
        }
        return plain(schema)
    }

    /// The shape behind schemas that say nothing but what others say.
    func resolvedShape(of id: SchemaID) -> SchemaShape {
        var shape = shape(of: id)
        for _ in 0..<32 {
            guard case .same(let target) = shape else { break }
            shape = self.shape(of: target)
        }
        return shape
    }

    /// Where the API has the values of a property: `readOnly` and `writeOnly`, in place or where references lead.
    func direction(of id: SchemaID) -> MemberPlan.Direction {
        var isReadOnly = false
        var isWriteOnly = false
        var next: SchemaID? = id
        for _ in 0..<32 {
            guard let id = next else { break }
            let schema = document[id]
            isReadOnly = isReadOnly || schema.readOnly
            isWriteOnly = isWriteOnly || schema.writeOnly
            next = schema.reference ?? (schema.allOf.count == 1 ? schema.allOf[0] : nil)
        }
        // Both at once would be a property that nobody has.
        if isReadOnly == isWriteOnly { return .both }
        return isReadOnly ? .received : .sent
    }

    /// Whether values may be `null`.
    func isNullable(_ id: SchemaID) -> Bool {
        // What other schemas have no part in is known at once, and what lists `null` as an alternative.
        if let answer = simplyAllowsNull(id) { return answer }
        let schema = document[id]
        for branch in schema.anyOf where simplyAllowsNull(branch) == true { return true }
        for branch in schema.oneOf where simplyAllowsNull(branch) == true { return true }
        var known: [SchemaID: Bool] = [:]
        return isNullable(id, depth: 0, &known)
    }

    /// Whether a schema allows `null`; nothing where that depends on others.
    private func simplyAllowsNull(_ id: SchemaID) -> Bool? {
        let schema = document[id]
        if allowsNullItself(schema) { return true }
        return schema.isComposed || schema.reference != nil ? nil : false
    }

    /// - Parameter known: what was found of schemas so far; one that is being looked at adds nothing to itself.
    private func isNullable(_ id: SchemaID, depth: Int, _ known: inout [SchemaID: Bool]) -> Bool {
        if let answer = known[id] { return answer }
        guard depth < PlanningDepth.parts else { return false }
        known[id] = false
        let schema = document[id]
        let answer: Bool
        if allowsNullItself(schema) {
            answer = true
        } else if schema.anyOf.contains(where: { isNullable($0, depth: depth + 1, &known) })
            || schema.oneOf.contains(where: { isNullable($0, depth: depth + 1, &known) })
        {
            answer = true
        } else if let reference = schema.reference {
            answer = isNullable(reference, depth: depth + 1, &known)
        } else {
            answer =
                !schema.allOf.isEmpty && schema.allOf.allSatisfy { isNullable($0, depth: depth + 1, &known) }
        }
        known[id] = answer
        return answer
    }

    private func allowsNullItself(_ schema: Schema) -> Bool {
        if schema.types.contains(where: { $0 == .null }) { return true }
        if let values = schema.enumeration {
            for index in values.indices {
                if case .scalar(let scalar) = values[index].content, scalar.isNull { return true }
            }
        }
        return schema.const?.isNull == true
    }

    /// Whether a schema allows nothing but `null`.
    func isOnlyNull(_ id: SchemaID) -> Bool {
        let schema = document[id]
        if schema.types.count == 1, schema.types[0] == .null { return true }
        if let values = schema.enumeration, !values.isEmpty, values.allSatisfy(\.isNull) { return true }
        return schema.const?.isNull == true
    }

    /// Whether keywords beside a reference change the type, rather than its documentation or nullability.
    private func addsShape(_ schema: Schema) -> Bool {
        !schema.properties.isEmpty || !schema.allOf.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty
    }

    private func composed(_ schema: Schema, _ id: SchemaID) -> SchemaShape {
        let parts = schema.allOf.filter { saysSomething($0) }
        let addsOwn = !schema.properties.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty
        if parts.count == 1, !addsOwn, schema.enumeration == nil { return .same(as: parts[0]) }
        if parts.isEmpty, !addsOwn { return plain(schema) }
        return merged(id)
    }

    /// Whether a part of `allOf` describes more than documentation and `required`.
    private func saysSomething(_ id: SchemaID) -> Bool {
        // Parts may have parts in common, so each is looked at once.
        if saysSomethingItself(document[id]) { return true }
        var seen: Set<SchemaID> = []
        var waiting = [id]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            // Nobody repeats so much to say nothing.
            if seen.count > PlanningDepth.parts { return true }
            let schema = document[next]
            if saysSomethingItself(schema) { return true }
            waiting += schema.allOf
        }
        return false
    }

    private func saysSomethingItself(_ schema: Schema) -> Bool {
        !schema.types.isEmpty || schema.reference != nil || schema.booleanValue != nil
            || !schema.properties.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty
            || schema.enumeration != nil || schema.const != nil || schema.items != nil
            || schema.additionalProperties != nil
    }

    private func merged(_ id: SchemaID) -> SchemaShape {
        if joined.properties > PlanningDepth.joinedProperties { return .any(reason: .size) }
        if let object = joinedObject(id) { return .object(object) }
        // Parts that are no objects: the one that says most stands for all.
        let schema = document[id]
        if let values = schema.enumeration ?? schema.const.map({ [$0] }), let shape = enumeration(values, schema, id) {
            return shape
        }
        let parts = (schema.reference.map { [$0] } ?? []) + schema.allOf.filter { saysSomething($0) }
        guard var best = parts.first else { return .any(reason: .composition) }
        let narrowing = SchemaNarrowing(document: document)
        for part in parts.dropFirst() {
            switch narrowing.relation(of: part, to: best) {
            case .same: continue
            case .narrows: best = part
            case .joins: return .any(reason: .composition)
            case .contradicts: return .any(reason: .conflict)
            }
        }
        return best == id ? .any(reason: .composition) : .same(as: best)
    }
}

extension SchemaReader {
    /// The object that a schema and all its parts describe together.
    private func joinedObject(_ id: SchemaID) -> ObjectShape? {
        if let known = joined.objects[id] { return known }
        var merger = AllOfMerger(document: document)
        var object = merger.merge(id)
        if let tag = document[id].discriminated,
            let index = object?.properties.firstIndex(where: { $0.name == tag.property })
        {
            object?.properties[index].tag = tag.value
        }
        joined.objects[id] = .some(object)
        joined.properties += object?.properties.count ?? 0
        return object
    }
}

// MARK: - Unions

extension SchemaReader {
    private func unionShape(of schema: Schema, _ id: SchemaID) -> SchemaShape? {
        let written = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        if written.isEmpty { return typeListUnion(schema) }
        let branches = written.filter { !isOnlyNull($0) && saysSomething($0) }
        if branches.isEmpty { return typeListUnion(schema) }
        if !schema.properties.isEmpty {
            // Properties beside alternatives of the same object: the object is what all of them share.
            return merged(id)
        }
        if branches.count == 1 { return .same(as: branches[0]) }
        if let open = openEnumeration(branches) { return open }
        if branches.allSatisfy({ isPlainString($0) }) { return .same(as: branches[0]) }
        let flat = flattened(branches, of: id)
        if flat.isEmpty { return .any(reason: .composition) }
        return flat.count == 1
            ? .same(as: flat[0]) : .union(UnionShape(branches: flat, discriminator: schema.discriminator))
    }

    /// The branches with those of other unions in place of these, where they contain this one again, or nobody gave them
    /// a name: a value of such a union is one of theirs or of this one's, without anything between.
    private func flattened(_ branches: [SchemaID], of id: SchemaID) -> [SchemaID] {
        var result: [SchemaID] = []
        var seen: Set<SchemaID> = [id]
        var waiting = Array(branches.reversed())
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            if isNamelessUnion(next) && document[id].discriminator == nil || leadsBack(next, to: id) {
                waiting += alternatives(of: next).reversed()
            } else {
                result.append(next)
            }
        }
        return result
    }

    /// Whether a schema only says that a value is one of several kinds, each of which is described by itself.
    private func isNamelessUnion(_ id: SchemaID) -> Bool {
        let schema = document[id]
        guard schema.name == nil, schema.title == nil, schema.reference == nil, schema.discriminator == nil,
            schema.extensions.entries.isEmpty
        else { return false }
        let branches = alternatives(of: id).filter { saysSomething($0) }
        // Beside `null` alone, the only alternative is what is meant.
        if branches.count == 1 { return true }
        return !branches.isEmpty && openEnumeration(branches) == nil && !branches.allSatisfy { isPlainString($0) }
    }

    /// Whether a schema is the other one or a union with it, however many unions lie between.
    private func leadsBack(_ id: SchemaID, to target: SchemaID) -> Bool {
        if id == target { return true }
        var waiting = alternatives(of: id)
        // Most are no unions.
        if waiting.isEmpty { return false }
        var seen: Set<SchemaID> = [id]
        while let next = waiting.popLast() {
            if next == target { return true }
            guard seen.count < PlanningDepth.parts, seen.insert(next).inserted else { continue }
            waiting += alternatives(of: next)
        }
        return false
    }

    private func alternatives(of id: SchemaID) -> [SchemaID] {
        let schema = document[id]
        if let reference = schema.reference { return addsShape(schema) ? [] : [reference] }
        let written = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        if written.isEmpty { return [] }
        return schema.properties.isEmpty && schema.allOf.isEmpty ? written.filter { !isOnlyNull($0) } : []
    }

    /// `anyOf: [string, enum of strings]`: an enumeration that says it isn't complete; and several lists of values where
    /// none has a name, which are one list.
    private func openEnumeration(_ branches: [SchemaID]) -> SchemaShape? {
        var joined: EnumerationShape?
        var allowsOthers = false
        for branch in branches {
            if isPlainString(branch) {
                allowsOthers = true
                continue
            }
            guard case .enumeration(let enumeration) = leafShape(of: branch), enumeration.rawType == .string else {
                return nil
            }
            if var all = joined {
                guard document[branch].name == nil, document[all.schema].name == nil else { return nil }
                let known = Set(all.values.map(\.text))
                all.values += enumeration.values.filter { !known.contains($0.text) }
                joined = all
            } else {
                joined = enumeration
            }
        }
        joined?.allowsOthers = allowsOthers
        return joined.map(SchemaShape.enumeration)
    }

    private func isPlainString(_ id: SchemaID) -> Bool {
        guard case .scalar(let scalar) = leafShape(of: id) else { return false }
        return scalar.types == [.string] && scalar.format == nil && scalar.hint == nil
    }

    /// The shape of a schema that is not put together of others, which may be in a circle.
    private func leafShape(of id: SchemaID) -> SchemaShape? {
        let schema = document[id]
        let isComposed =
            schema.reference != nil || !schema.allOf.isEmpty || !schema.anyOf.isEmpty || !schema.oneOf.isEmpty
        return isComposed ? nil : shape(of: id)
    }

    /// `type: [string, array]` and the like: a union by JSON type.
    private func typeListUnion(_ schema: Schema) -> SchemaShape? {
        let types = schema.valueTypes
        guard types.count > 1, schema.extended("x-callsign-type") == nil, schema.enumeration == nil else {
            return nil
        }
        let isNumeric = types.allSatisfy { $0 == .integer || $0 == .number }
        if isNumeric, types.contains(.integer), types.contains(.number) { return nil }
        return .union(UnionShape(branches: [], discriminator: nil, scalarTypes: types))
    }
}

// MARK: - Plain schemas

extension SchemaReader {
    private func plain(_ schema: Schema) -> SchemaShape {
        var types = schema.valueTypes
        if types.isEmpty, let inferred = inferredType(schema) { types = [inferred] }
        if types.count > 1 { return .scalar(scalar(schema, types)) }
        switch types.first {
        case .object: return object(schema)
        case .array: return array(schema)
        case .string, .integer, .number, .boolean: return .scalar(scalar(schema, types))
        case .null, nil: return .any(reason: .unconstrained)
        }
    }

    /// The type that keywords imply where none is written.
    private func inferredType(_ schema: Schema) -> SchemaType? {
        if !schema.properties.isEmpty || schema.additionalProperties != nil || !schema.patternProperties.isEmpty {
            return .object
        }
        if schema.items != nil || !schema.prefixItems.isEmpty { return .array }
        if schema.constraints.pattern != nil || schema.constraints.minLength != nil
            || schema.constraints.maxLength != nil || schema.contentEncoding != nil
        {
            return .string
        }
        if schema.types.isEmpty, let format = schema.format, FormatTable.isStringFormat(format) { return .string }
        return nil
    }

    func scalar(_ schema: Schema, _ types: [SchemaType]) -> ScalarShape {
        ScalarShape(
            types: types, format: schema.format, hint: schema.text("x-callsign-type"),
            contentEncoding: schema.contentEncoding, range: range(schema.constraints),
            formatMark: schema.format == nil ? nil : schema.mark(of: "format"),
            mark: schema.mark)
    }

    /// Where the bounds of a number lie. They are rounded as doubles are, since they are often written by programs.
    private func range(_ limits: Schema.Constraints) -> ScalarShape.Range {
        if limits.minimum == nil, limits.exclusiveMinimum == nil, limits.maximum == nil, limits.exclusiveMaximum == nil
        {
            return .usual
        }
        let low = [limits.minimum, limits.exclusiveMinimum].compactMap { $0.flatMap { Double($0) } }.max()
        let high = [limits.maximum, limits.exclusiveMaximum].compactMap { $0.flatMap { Double($0) } }.min()
        if (low ?? 0) >= -0x1p63, (high ?? 0) <= 0x1p63 { return .usual }
        return (low ?? -1) >= 0 && (high ?? 0) <= 0x1p64 ? .unsigned : .big
    }

    func objectShape(of schema: Schema) -> SchemaShape { object(schema) }

    /// What the keys hold that no property is for. Patterns aren't matched: beside others, the keys that they mean hold
    /// any JSON.
    static func additional(of schema: Schema) -> Schema.AdditionalProperties? {
        let others = schema.additionalProperties ?? schema.unevaluatedProperties
        let patterns = schema.patternProperties.map(\.schema)
        guard let pattern = patterns.first else { return others }
        guard Set(patterns).count == 1 else { return .allowed(true) }
        switch others {
        case .allowed(false): return .schema(pattern)
        case nil where schema.properties.isEmpty: return .schema(pattern)
        case .schema(let schema) where schema == pattern: return .schema(pattern)
        case .schema, .allowed(true), nil: return .allowed(true)
        }
    }

    private func object(_ schema: Schema) -> SchemaShape {
        let properties = document.properties(of: schema)
        let additional = Self.additional(of: schema)
        if properties.isEmpty {
            if case .schema(let values) = additional { return .map(values: values) }
            return .map(values: nil)
        }
        return .object(
            ObjectShape(
                properties: properties.map {
                    ObjectShape.Property(name: $0.name, mark: $0.mark, schema: $0.schema)
                },
                required: RequiredNames(schema.required), additional: additional))
    }

    private func array(_ schema: Schema) -> SchemaShape {
        if schema.prefixItems.isEmpty { return .array(items: schema.items) }
        var rest = schema.items
        if let items = rest, document[items].booleanValue == false { rest = nil }
        return .tuple(
            TupleShape(
                elements: schema.prefixItems, required: schema.constraints.minItems.flatMap { Int($0) } ?? 0,
                rest: rest, allowsMore: schema.items == nil || rest != nil))
    }
}
