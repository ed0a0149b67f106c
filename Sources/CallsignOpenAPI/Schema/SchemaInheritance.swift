import CallsignYAML

/// Schemas with a `discriminator` to which others refer by `allOf`, their heirs (OpenAPI 3.1.1, section 4.8.25.4).
///
/// In `allOf` such a schema means its members, and everywhere else a value of any heir. So each becomes two: under its
/// number a union of all heirs, also of heirs' heirs, and under a new one the members, to which the heirs' `allOf` refers
/// from then on. Heirs that have heirs have the discriminator, too, since values of theirs may stand in their place.
package struct SchemaInheritance {
    private let schemas: [Schema]
    /// The heirs that refer to a schema themselves, in the order of the description.
    private var heirs: [SchemaID: [SchemaID]] = [:]
    /// The discriminators of the schemas that become unions: their own before those of what they inherit from.
    private var discriminators: [SchemaID: [Schema.Discriminator]] = [:]
    /// The members of the schemas that become unions.
    private var members: [SchemaID: SchemaID] = [:]

    /// - Parameter wait: waits until nobody looks at the document beside this any more. It is called where schemas have to
    ///   change, which is seldom.
    static func apply(to document: inout ResolvedDocument, after wait: () -> Void) {
        guard document.schemas.contains(where: { $0.discriminator != nil }) else { return }
        var inheritance = SchemaInheritance(document.schemas)
        inheritance.find()
        if inheritance.discriminators.isEmpty { return }
        wait()
        document.schemas = inheritance.split()
    }

    private init(_ schemas: [Schema]) {
        self.schemas = schemas
    }

    // MARK: Finding

    private mutating func find() {
        for index in schemas.indices where schemas[index].name != nil {
            let heir = SchemaID(index)
            for parent in parents(of: heir) { heirs[parent, default: []].append(heir) }
        }
        // Schemas that add nothing are other names for what they refer to, unless somebody inherits from them.
        var all: [SchemaID: [SchemaID]] = [:]
        for (parent, named) in heirs {
            let adding = named.filter { heirs[$0] != nil || addsShape(schemas[$0.index]) }
            if !adding.isEmpty { all[parent] = adding }
        }
        heirs = all
        for index in schemas.indices {
            let base = SchemaID(index)
            guard schemas[index].name != nil, let discriminator = schemas[index].discriminator,
                standsForHeirs(base), !branches(of: base).isEmpty
            else { continue }
            discriminators[base, default: []].insert(discriminator, at: 0)
            for heir in descendants(of: base) where heirs[heir] != nil && standsForHeirs(heir) {
                discriminators[heir, default: []].append(discriminator)
            }
        }
    }

    /// Whether a schema has no alternatives but its heirs.
    private func standsForHeirs(_ id: SchemaID) -> Bool {
        let alternatives = schemas[id.index].oneOf + schemas[id.index].anyOf
        return alternatives.isEmpty || Set(descendants(of: id)).isSuperset(of: alternatives)
    }

    /// The named schemas whose members a schema has, without those of what these refer to.
    private func parents(of id: SchemaID) -> [SchemaID] {
        if Self.standsAlone(schemas[id.index]) { return [] }
        var parents: [SchemaID] = []
        var seen: Set<SchemaID> = [id]
        var waiting = [id]
        while let next = waiting.popLast() {
            for part in parts(of: schemas[next.index]) where seen.insert(part).inserted {
                if schemas[part.index].name == nil { waiting.append(part) } else { parents.append(part) }
            }
        }
        return parents
    }

    /// Whether a schema has no parts, as most.
    private static func standsAlone(_ schema: Schema) -> Bool { schema.reference == nil && schema.allOf.isEmpty }

    private func parts(of schema: Schema) -> [SchemaID] { schema.allOf + [schema.reference].compactMap { $0 } }

    /// The heirs of a schema, and theirs, in the order of the description.
    private func descendants(of id: SchemaID) -> [SchemaID] {
        var seen: Set<SchemaID> = [id]
        var found: [SchemaID] = []
        var waiting = [id]
        while let next = waiting.popLast() {
            for heir in heirs[next] ?? [] where seen.insert(heir).inserted {
                found.append(heir)
                waiting.append(heir)
            }
        }
        return found.sorted { $0.index < $1.index }
    }

    /// All heirs of a schema, and those schemas that only the mapping names.
    private func branches(of base: SchemaID) -> [SchemaID] {
        var branches = descendants(of: base)
        var known = Set(branches).union([base])
        // A mapping that is inherited names others' heirs, too, so only a schema's own counts.
        for (_, schema) in schemas[base.index].discriminator?.mapping ?? [] where known.insert(schema).inserted {
            branches.append(schema)
        }
        return branches
    }

    /// Whether a schema says something of values beside what it refers to.
    private func addsShape(_ schema: Schema) -> Bool {
        if Self.addsShapeItself(schema) { return true }
        if Self.standsAlone(schema) { return false }
        var referred = 0
        var seen: Set<SchemaID> = []
        var waiting = [schema]
        while let next = waiting.popLast() {
            if Self.addsShapeItself(next) { return true }
            for part in parts(of: next) where seen.insert(part).inserted {
                let schema = schemas[part.index]
                if schema.name == nil { waiting.append(schema) } else { referred += 1 }
            }
        }
        return referred > 1
    }

    private static func addsShapeItself(_ schema: Schema) -> Bool {
        !schema.properties.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty
            || schema.additionalProperties != nil
    }

    // MARK: Splitting

    private mutating func split() -> [Schema] {
        var result = schemas
        var names = Set(schemas.compactMap { $0.name?.lowercased() })
        let bases = discriminators.keys.sorted { $0.index < $1.index }
        for (offset, base) in bases.enumerated() { members[base] = SchemaID(schemas.count + offset) }
        let joining = joiningSchemas()
        // What a schema inherits is settled for all of them before any changes.
        let unions = bases.compactMap { union(in: $0) }
        for index in joining { result[index].inherit(from: members) }
        for (base, union) in zip(bases, unions) {
            let own = result[base.index]
            result[base.index] = union
            result.append(own)
            own.becomeMembers(of: union, named: Self.name(own.name ?? "", besides: &names))
        }
        return result
    }

    /// The schemas that join what they refer to with something else: heirs, and others that add something.
    private func joiningSchemas() -> [Int] {
        let all = Set(heirs.values.joined())
        var joining = schemas.indices.filter { all.contains(SchemaID($0)) || addsShape(schemas[$0]) }
        // So do the parts of theirs that have no name.
        var seen = Set(joining)
        var next = 0
        while next < joining.count {
            for part in schemas[joining[next]].allOf
            where schemas[part.index].name == nil && seen.insert(part.index).inserted {
                joining.append(part.index)
            }
            next += 1
        }
        return joining
    }

    /// The union of all heirs of a schema, and of values of kinds that nobody described.
    private func union(in base: SchemaID) -> Schema? {
        guard let all = discriminators[base], let first = all.first, let own = members[base] else { return nil }
        let branches = branches(of: base)
        let heirs = Set(descendants(of: base))
        let mappings = all.filter { $0.propertyName == first.propertyName }.flatMap(\.mapping)
        let mapped = Dictionary(grouping: mappings, by: \.schema)
        var known: Set<String> = []
        var mapping: [(value: String, schema: SchemaID)] = []
        for branch in branches + [base] {
            let named = mapped[branch]?.map(\.value)
            // Without a default mapping, values that nothing names are the base anyway.
            let isElse = branch == base && first.defaultMapping == nil
            let values = (named ?? (isElse ? nil : ownValue(of: branch, first.propertyName)).map { [$0] } ?? []).filter
            { known.insert($0).inserted }
            mapping += values.map { ($0, members[branch] ?? branch) }
            if values.count == 1, members[branch] == nil, heirs.contains(branch) {
                schemas[branch.index].discriminated = (first.propertyName, values[0])
            }
        }
        var discriminator = Schema.Discriminator(propertyName: first.propertyName, mapping: mapping, mark: first.mark)
        discriminator.defaultMapping = first.defaultMapping.map { members[$0] ?? $0 }
        discriminator.members = own
        let branchMembers = branches.map { members[$0] ?? $0 }
        return Schema(unionOf: branchMembers + [own], by: discriminator, inPlaceOf: schemas[base.index])
    }

    /// The value of the discriminator that means an heir which no mapping has: the only one that the heir gives to the
    /// property, or failing that its name.
    private func ownValue(of heir: SchemaID, _ property: String) -> String? {
        let schema = schemas[heir.index]
        if let value = schema.extensions[Self.valueExtension]?.string { return value }
        for part in [schema] + schema.allOf.map({ schemas[$0.index] }).filter({ $0.name == nil }) {
            guard let own = part.properties.first(where: { $0.name == property }) else { continue }
            let values = schemas[own.schema.index].const.map { [$0] } ?? schemas[own.schema.index].enumeration ?? []
            if values.count == 1, let text = values[0].string { return text }
        }
        return schema.name
    }

    /// AutoRest's key for the value that means an heir, which descriptions in Swagger 2.0 have for want of a mapping.
    package static let valueExtension = "x-ms-discriminator-value"

    private static func name(_ name: String, besides names: inout Set<String>) -> String {
        let plain = name + "Base"
        var result = plain
        var number = 2
        while !names.insert(result.lowercased()).inserted {
            result = "\(plain)\(number)"
            number += 1
        }
        return result
    }
}

extension Schema {
    /// A union that stands where a schema with heirs stood.
    fileprivate convenience init(
        unionOf branches: [SchemaID], by discriminator: Discriminator, inPlaceOf other: Schema
    ) {
        self.init(mark: other.mark, pointer: other.pointer)
        name = other.name
        title = other.title
        description = other.description
        deprecated = other.deprecated
        readOnly = other.readOnly
        writeOnly = other.writeOnly
        examples = other.examples
        defaultValue = other.defaultValue
        if other.types.contains(.null) { types = [.null, .object] }
        oneOf = branches
        self.discriminator = discriminator
        extensions = Extensions(other.extensions.entries.filter { $0.key.utf8.starts(with: "x-callsign-".utf8) })
        keywords = other.keywords.filter { $0.name == "discriminator" }
    }

    /// Leaves a schema with heirs what its values have in common, and all else to the union.
    fileprivate func becomeMembers(of union: Schema, named name: String) {
        familyName = self.name
        self.name = name
        types.removeAll { $0 == .null }
        readOnly = false
        writeOnly = false
        examples = []
        defaultValue = nil
        oneOf = []
        anyOf = []
        discriminator = nil
        extensions.entries.removeAll { $0.key.utf8.starts(with: "x-callsign-".utf8) }
        keywords.removeAll { $0.name == "discriminator" }
    }

    /// Refers to the members of schemas with heirs, rather than to the heirs.
    fileprivate func inherit(from members: [SchemaID: SchemaID]) {
        allOf = allOf.map { members[$0] ?? $0 }
        reference = reference.map { members[$0] ?? $0 }
    }
}
