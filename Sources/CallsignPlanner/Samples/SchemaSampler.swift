import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Makes a value of a schema, the same each time: what the schema gives as an example, its default or its first named
/// value, and failing those one that keeps its format, bounds and pattern.
struct SchemaSampler {
    enum Direction: Sendable { case sent, received }

    let document: ResolvedDocument
    let direction: Direction
    /// Whether what the schemas give as examples counts, which need not be what they describe.
    let usesExamples: Bool
    /// Whether members that only the other direction has are there all the same.
    var hasAllMembers = false
    private let reader: SchemaReader
    /// The schemas that the value being made stands in.
    private var holders: Set<SchemaID> = []
    private var count = 0

    /// Beyond this many values only what is required is added.
    private static let plenty = 64
    /// Nobody requires so many.
    private static let most = 4096
    /// How deep members are added that nobody requires.
    private var optionalDepth: Int { direction == .sent ? 2 : 3 }

    init(document: ResolvedDocument, direction: Direction, usesExamples: Bool) {
        self.document = document
        self.direction = direction
        self.usesExamples = usesExamples
        reader = SchemaReader(document: document)
    }

    /// - Returns: nothing where the schema has no finite value, or allows none.
    static func sample(
        _ id: SchemaID, of document: ResolvedDocument, _ direction: Direction, usesExamples: Bool,
        hasAllMembers: Bool = false
    ) -> JSONSample? {
        var sampler = SchemaSampler(document: document, direction: direction, usesExamples: usesExamples)
        sampler.hasAllMembers = hasAllMembers
        return sampler.value(of: id, depth: 0)
    }

    /// The values to try, the likeliest first.
    static func samples(_ id: SchemaID, of document: ResolvedDocument, _ direction: Direction) -> [JSONSample] {
        [(true, false), (false, false), (false, true)].compactMap { usesExamples, hasAllMembers in
            sample(id, of: document, direction, usesExamples: usesExamples, hasAllMembers: hasAllMembers)
        }
    }

    private mutating func value(of id: SchemaID, depth: Int) -> JSONSample? {
        count += 1
        guard count < Self.most, depth < PlanningDepth.structures, holders.insert(id).inserted else { return nil }
        defer { holders.remove(id) }
        let schema = document[id]
        if usesExamples, let example = example(of: schema) { return example }
        if let const = schema.const.flatMap({ JSONSample($0) }) { return const }
        if let value = schema.enumeration?.first(where: { !$0.isNull }).flatMap({ JSONSample($0) }) { return value }
        switch reader.shape(of: id) {
        case .any: return anything(schema, depth: depth)
        case .scalar(let scalar): return ScalarSampler(schema: schema, types: scalar.types).value
        case .enumeration(let shape):
            return shape.values.first.map { JSONSample($0.literal) }
        case .same(let target): return value(of: target, depth: depth)
        case .array(let items): return list(of: items, schema, depth: depth)
        case .map(let values): return map(of: values, schema, depth: depth)
        case .tuple(let shape): return tuple(shape, depth: depth)
        case .object(let shape): return object(shape, id, depth: depth)
        case .union(let shape): return union(shape, depth: depth)
        }
    }

    private func example(of schema: Schema) -> JSONSample? {
        let node = schema.examples.first { !$0.isNull } ?? (direction == .sent ? schema.defaultValue : nil)
        guard let node, !node.isNull else { return nil }
        return JSONSample(node)
    }

    private mutating func anything(_ schema: Schema, depth: Int) -> JSONSample? {
        if schema.booleanValue == false { return nil }
        for part in schema.oneOf + schema.anyOf + schema.allOf where !reader.isOnlyNull(part) {
            if let value = value(of: part, depth: depth + 1) { return value }
        }
        if !schema.prefixItems.isEmpty {
            var values: [JSONSample] = []
            for item in schema.prefixItems { values.append(value(of: item, depth: depth + 1) ?? .string("text")) }
            return .array(values)
        }
        return .object([JSONSample.Member(name: "key", value: .string("text"))])
    }

    // MARK: Containers

    private mutating func list(of items: SchemaID?, _ schema: Schema, depth: Int) -> JSONSample? {
        let least = schema.constraints.minItems.flatMap { Int($0) } ?? 0
        guard schema.constraints.maxItems.flatMap({ Int($0) }) != 0 else { return .array([]) }
        guard let items else { return .array(Array(repeating: .string("text"), count: max(1, least))) }
        guard let first = value(of: items, depth: depth + 1) else { return least == 0 ? .array([]) : nil }
        var values = [first]
        while values.count < min(least, 256) {
            values.append(schema.constraints.uniqueItems ? first.changed(by: values.count) : first)
        }
        return .array(values)
    }

    private mutating func tuple(_ shape: TupleShape, depth: Int) -> JSONSample? {
        var values: [JSONSample] = []
        for (index, element) in shape.elements.enumerated() {
            guard let value = value(of: element, depth: depth + 1) else {
                return index < shape.required ? nil : .array(values)
            }
            values.append(value)
        }
        return .array(values)
    }

    private mutating func map(of values: SchemaID?, _ schema: Schema, depth: Int) -> JSONSample? {
        let pattern = schema.patternProperties.first?.name
        let key = pattern.flatMap { PatternSample.text(matching: $0) } ?? "key"
        let isOpen = schema.propertyNames == nil && schema.constraints.maxProperties != "0"
        guard let values else {
            let isEmpty = !isOpen || depth > optionalDepth
            return .object(isEmpty ? [] : [JSONSample.Member(name: key, value: .string("text"))])
        }
        guard isOpen, let value = value(of: values, depth: depth + 1) else { return .object([]) }
        return .object([JSONSample.Member(name: key, value: value)])
    }

    private mutating func object(_ shape: ObjectShape, _ id: SchemaID, depth: Int) -> JSONSample? {
        var members: [JSONSample.Member] = []
        for property in shape.properties {
            let schema = document[property.schema]
            if !hasAllMembers, direction == .sent ? schema.readOnly : schema.writeOnly { continue }
            let isRequired = shape.required.contains(property.name)
            guard isRequired || wantsMore(schema, depth: depth) else { continue }
            guard let value = value(of: property.schema, depth: depth + 1) else {
                if isRequired {
                    guard reader.isNullable(property.schema) else { return nil }
                    members.append(JSONSample.Member(name: property.name, value: .null))
                }
                continue
            }
            members.append(JSONSample.Member(name: property.name, value: value))
        }
        // Alternatives beside the properties of one object: a value keeps the first of them.
        for branch in (document[id].oneOf.prefix(1) + document[id].anyOf.prefix(1)) {
            for name in document[branch].required where !members.contains(where: { $0.name == name.name }) {
                guard let property = shape.properties.first(where: { $0.name == name.name }),
                    let value = value(of: property.schema, depth: depth + 1)
                else { continue }
                members.append(JSONSample.Member(name: name.name, value: value))
            }
        }
        return .object(members)
    }

    private func wantsMore(_ schema: Schema, depth: Int) -> Bool {
        !schema.deprecated && depth < optionalDepth && count < Self.plenty
    }

    private mutating func union(_ shape: UnionShape, depth: Int) -> JSONSample? {
        for branch in shape.branches {
            guard let value = value(of: branch, depth: depth + 1) else { continue }
            guard let discriminator = shape.discriminator else { return value }
            return tagged(value, as: branch, discriminator)
        }
        return shape.scalarTypes.isEmpty
            ? nil : ScalarSampler(schema: nil, types: Array(shape.scalarTypes.prefix(1))).value
    }

    /// The value with the discriminator's text for its schema.
    private func tagged(
        _ value: JSONSample, as branch: SchemaID, _ discriminator: Schema.Discriminator
    ) -> JSONSample {
        guard case .object(var members) = value else { return value }
        let tags = discriminator.mapping.filter { $0.schema == branch }.map(\.value)
        let position = members.firstIndex { $0.name == discriminator.propertyName }
        // A constant of the branch is a tag of its own, unless the mapping names others.
        if let position, let own = members[position].value.plainText, tags.isEmpty || tags.contains(own),
            tags.contains(own) || hasConstant(branch, discriminator.propertyName)
        {
            return value
        }
        guard let tag = tags.first ?? document[branch].name else { return value }
        let member = JSONSample.Member(name: discriminator.propertyName, value: .string(tag))
        if let position { members[position] = member } else { members.append(member) }
        return .object(members)
    }

    private func hasConstant(_ branch: SchemaID, _ name: String) -> Bool {
        guard case .object(let shape) = reader.shape(of: branch),
            let property = shape.properties.first(where: { $0.name == name })
        else { return false }
        return document[property.schema].const != nil || document[property.schema].enumeration != nil
    }
}

extension JSONSample {
    /// Another value of the same kind, where there is one: for lists whose elements must differ.
    func changed(by number: Int) -> JSONSample {
        switch self {
        case .string(let text): .string("\(text)\(number + 1)")
        case .number(let text): Int64(text).map { .number(String($0 &+ Int64(number))) } ?? self
        case .bool(let value): .bool(!value)
        case .null, .array, .object: self
        }
    }
}
