/// Finds each declaration of an old client in a new one, under its own name or another.
struct DeclarationPairing {
    /// A function with the type that it belongs to.
    struct Member {
        let owner: TypeInterface
        let function: FunctionInterface
    }

    let old: ClientInterface
    let new: ClientInterface
    private(set) var types: [(old: TypeInterface, new: TypeInterface)] = []
    private(set) var functions: [(old: Member, new: Member)] = []
    private(set) var removedFunctions: [Member] = []
    private(set) var addedFunctions: [Member] = []
    private(set) var correspondence: TypeCorrespondence

    private let oldTypes: [String: TypeInterface]
    private let newTypes: [String: TypeInterface]
    /// The new types that are paired.
    private var taken: Set<String> = []

    init(_ old: ClientInterface, _ new: ClientInterface) {
        self.old = old
        self.new = new
        correspondence = TypeCorrespondence(old, new)
        oldTypes = Dictionary(old.types.map { ($0.name, $0) }) { first, _ in first }
        newTypes = Dictionary(new.types.map { ($0.name, $0) }) { first, _ in first }
        pairClients()
        pairResources()
        pairFunctions()
        pairNestedTypes()
        pairByName()
        pairByPlace()
        pairByUse()
        let order = Dictionary(old.types.enumerated().map { ($1.name, $0) }) { first, _ in first }
        types.sort { order[$0.old.name] ?? 0 < order[$1.old.name] ?? 0 }
    }

    var removedTypes: [TypeInterface] { old.types.filter { !isPaired($0) } }
    var addedTypes: [TypeInterface] { new.types.filter { !taken.contains($0.name) } }

    private func isPaired(_ type: TypeInterface) -> Bool { correspondence.newNames[type.name] != nil }

    private mutating func pair(_ old: TypeInterface, _ new: TypeInterface) {
        guard !isPaired(old), taken.insert(new.name).inserted else { return }
        correspondence.pair(old.name, new.name)
        types.append((old, new))
    }

    // MARK: Types of the client

    private mutating func pairClients() {
        guard let old = old.types.first(where: { $0.kind == .client }),
            let new = new.types.first(where: { $0.kind == .client })
        else { return }
        pair(old, new)
    }

    /// The name that a nested type has if only what it is nested in was renamed.
    private func expectedName(_ type: TypeInterface) -> String? {
        guard let parent = type.parent else { return type.name }
        return correspondence.newNames[parent].map { "\($0).\(type.ownName)" }
    }

    private mutating func pairResources() {
        let resources = old.types.filter { $0.kind == .resource }
        // Parents come before what is nested in them.
        for resource in resources {
            guard let name = expectedName(resource), let new = newTypes[name], new.kind == .resource else { continue }
            pair(resource, new)
        }
        for resource in resources where !isPaired(resource) {
            if let name = expectedName(resource), let new = newTypes[name], new.kind == .resource {
                pair(resource, new)
            } else if let new = likeliest(resource) {
                pair(resource, new)
            }
        }
    }

    /// The new resource that has most of an old one's operations.
    private func likeliest(_ resource: TypeInterface) -> TypeInterface? {
        let operations = Set(resource.functions.map(\.operation))
        var best: (type: TypeInterface, count: Int)?
        for candidate in new.types where candidate.kind == .resource && !taken.contains(candidate.name) {
            let count = operations.intersection(candidate.functions.map(\.operation)).count
            if count * 2 >= operations.count, count > best?.count ?? 0 { best = (candidate, count) }
        }
        return best?.type
    }

    private mutating func pairNestedTypes() {
        let kinds: Set<TypeInterface.Kind> = [.request, .response, .headers]
        for type in old.types where kinds.contains(type.kind) {
            if let name = expectedName(type), let new = newTypes[name], new.kind == type.kind { pair(type, new) }
        }
        let candidates = Dictionary(
            new.types.filter { kinds.contains($0.kind) && !taken.contains($0.name) }
                .map { ("\($0.kind) \($0.origin)", $0) }
        ) { first, _ in first }
        for type in old.types where kinds.contains(type.kind) && !isPaired(type) {
            if let new = candidates["\(type.kind) \(type.origin)"] { pair(type, new) }
        }
    }

    // MARK: Functions

    private mutating func pairFunctions() {
        var unpaired: [Member] = []
        var rest = Dictionary(grouping: members(of: new)) { $0.owner.name }
        for member in members(of: old) {
            let owner = correspondence.newNames[member.owner.name]
            let candidates = owner.flatMap { rest[$0] } ?? []
            let same = candidates.firstIndex {
                $0.function.role == member.function.role && $0.function.name == member.function.name
            }
            guard let owner, let same else {
                unpaired.append(member)
                continue
            }
            functions.append((member, candidates[same]))
            rest[owner]?.remove(at: same)
        }
        pairRenamed(unpaired, among: new.types.flatMap { rest[$0.name] ?? [] })
    }

    /// Pairs functions that send the same request under other names, or in other resources.
    private mutating func pairRenamed(_ members: [Member], among candidates: [Member]) {
        var rest: [String: [Member]] = [:]
        for candidate in candidates { rest[Self.identity(candidate.function), default: []].append(candidate) }
        for member in members {
            let identity = Self.identity(member.function)
            guard !member.function.origin.isEmpty, let found = rest[identity]?.first else {
                removedFunctions.append(member)
                continue
            }
            rest[identity]?.removeFirst()
            functions.append((member, found))
        }
        var added = rest.mapValues { Set($0.map { "\($0.owner.name).\($0.function.signature)" }) }
        for candidate in candidates {
            let name = "\(candidate.owner.name).\(candidate.function.signature)"
            if added[Self.identity(candidate.function)]?.remove(name) != nil { addedFunctions.append(candidate) }
        }
    }

    private static func identity(_ function: FunctionInterface) -> String { "\(function.role) \(function.operation)" }

    private func members(of client: ClientInterface) -> [Member] {
        client.types.filter { $0.kind == .client || $0.kind == .resource }.flatMap { type in
            let initializers = type.kind == .client ? type.initializers : []
            return (initializers + type.functions).map { Member(owner: type, function: $0) }
        }
    }

    // MARK: Types of the module

    private static let named: Set<TypeInterface.Kind> = [
        .error, .structure, .union, .alias, .webhooks, .openEnumeration, .closedEnumeration,
    ]

    private mutating func pairByName() {
        for type in old.types where Self.named.contains(type.kind) {
            if let new = newTypes[type.name], Self.named.contains(new.kind) { pair(type, new) }
        }
    }

    /// Types that come from the same place of the description, which a configuration may name differently.
    private mutating func pairByPlace() {
        let candidates = Dictionary(
            grouping: new.types.filter { Self.named.contains($0.kind) && !taken.contains($0.name) }
        ) { "\($0.kind) \($0.origin)" }
        for type in old.types where Self.named.contains(type.kind) && !isPaired(type) {
            let found = candidates["\(type.kind) \(type.origin)"] ?? []
            if found.count == 1, type.kind != .error { pair(type, found[0]) }
        }
    }

    /// Types that stand in the same place of the same declaration, and are alike.
    private mutating func pairByUse() {
        var places = functions.flatMap { Self.places($0.old.function, $0.new.function) }
        var next = 0
        while !places.isEmpty || next < types.count {
            for (old, new) in places { pairByUse(old, new) }
            places = next < types.count ? Self.places(types[next].old, types[next].new) : []
            next += 1
        }
    }

    private mutating func pairByUse(_ oldType: InterfaceType, _ newType: InterfaceType) {
        switch (oldType, newType) {
        case (.optional(let old), .optional(let new)), (.array(let old), .array(let new)),
            (.map(let old), .map(let new)):
            pairByUse(old, new)
        case (.optional(let old), _): pairByUse(old, newType)
        case (_, .optional(let new)): pairByUse(oldType, new)
        case (.generic(let oldName, let old), .generic(let newName, let new)) where oldName == newName:
            for (old, new) in zip(old, new) { pairByUse(old, new) }
        case (.declared(let oldName), .declared(let newName)):
            guard let old = oldTypes[oldName], let new = newTypes[newName], !isPaired(old), !taken.contains(newName),
                Similarity.areAlike(old, new)
            else { return }
            pair(old, new)
        default: break
        }
    }

    private static func places(
        _ old: FunctionInterface, _ new: FunctionInterface
    ) -> [(InterfaceType, InterfaceType)] {
        var places = zip(old.parameters, new.parameters).map { ($0.type, $1.type) }
        if let old = old.result, let new = new.result { places.append((old, new)) }
        if let old = old.error, let new = new.error { places.append((old, new)) }
        return places
    }

    private static func places(_ old: TypeInterface, _ new: TypeInterface) -> [(InterfaceType, InterfaceType)] {
        let properties = MemberPairing(old.properties, new.properties).pairs.map { ($0.old.type, $0.new.type) }
        let cases = MemberPairing(old.cases, new.cases).pairs.compactMap { pair in
            pair.old.type.flatMap { old in pair.new.type.map { (old, $0) } }
        }
        let targets = old.target.flatMap { old in new.target.map { [(old, $0)] } } ?? []
        return properties + cases + targets + alternatives(old, new)
    }

    /// The types of a union's cases that are called differently, as their types may be.
    private static func alternatives(
        _ old: TypeInterface, _ new: TypeInterface
    ) -> [(InterfaceType, InterfaceType)] {
        guard old.kind == .union, new.kind == .union else { return [] }
        let pairing = MemberPairing(old.cases, new.cases)
        return pairing.removed.compactMap(\.type).flatMap { old in
            pairing.added.compactMap(\.type).map { (old, $0) }
        }
    }
}
