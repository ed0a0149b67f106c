import CallsignPlan

/// Which declared types hold which others, through lists, dictionaries and optionals.
struct TypeGraph {
    struct Edge {
        /// The type that is held.
        var target: Int
        /// Where the API has the member that holds it.
        var direction: MemberPlan.Direction
        /// Whether a value holds it in itself, rather than in a list or dictionary.
        var isDirect: Bool
    }

    /// All edges, those of one type behind those of the one before.
    private var edges: [Edge] = []
    /// Where the edges of each type begin, and where the last ones end.
    private var starts: [Int] = [0]

    init(_ drafts: [TypeDraft]) {
        starts.reserveCapacity(drafts.count + 1)
        for index in drafts.indices {
            add(drafts[index].kind)
            starts.append(edges.count)
        }
    }

    /// The number of types.
    var count: Int { starts.count - 1 }

    /// The edges of a type, as numbers for the subscript: a slice would be counted for each type that is visited.
    func edges(of type: Int) -> Range<Int> { starts[type]..<starts[type + 1] }

    subscript(_ edge: Int) -> Edge { edges[edge] }

    /// For each type those that it holds in itself.
    var direct: [[Int]] {
        (0..<count).map { type in
            edges(of: type).compactMap { edges[$0].isDirect ? edges[$0].target : nil }
        }
    }

    private mutating func add(_ kind: TypePlan.Kind?) {
        switch kind {
        case .structure(let plan):
            // By index, as members are large and only two of their fields are of interest.
            for index in plan.members.indices { add(plan.members[index].type, plan.members[index].direction) }
            if let additional = plan.additional { add(additional.valueType) }
        case .union(let plan): for index in plan.cases.indices { add(plan.cases[index].type) }
        case .partChoice(let plan): for index in plan.cases.indices { add(plan.cases[index].type) }
        case .alias(let type): add(type)
        case .enumeration, nil: break
        }
    }

    private mutating func add(_ reference: TypeReference, _ direction: MemberPlan.Direction = .both) {
        guard let id = reference.declared else { return }
        edges.append(Edge(target: id.index, direction: direction, isDirect: reference.directID != nil))
    }
}

extension TypeReference {
    /// The declared type that a value is or holds.
    var declared: TypeID? {
        switch self {
        case .named(let id): id
        case .array(let inner), .map(let inner), .optional(let inner): inner.declared
        case .scalar, .json: nil
        }
    }

    /// The declared type that a value is or holds in itself, rather than in a list or dictionary.
    var directID: TypeID? {
        switch self {
        case .named(let id): id
        case .optional(let wrapped): wrapped.directID
        case .scalar, .json, .array, .map: nil
        }
    }
}
