import CallsignOpenAPI
import CallsignPlan

/// How a value's branch is found: by a key's value, by the JSON type, or by trying.
struct UnionSelection {
    private(set) var branches: [UnionBranch]
    private(set) var selection = UnionPlan.Selection.inOrder
    private(set) var defaultCase: Int?

    init(_ branches: [UnionBranch], discriminator: Schema.Discriminator?, document: ResolvedDocument) {
        self.branches = branches
        if let discriminator, discriminate(discriminator, document) {
            forgetConditions()
        } else if Self.differInType(branches) {
            selection = .jsonType
            forgetConditions()
        } else if let tag = Self.tag(of: branches) {
            selection = .discriminator(property: tag, values: Self.values(of: tag, branches))
            forgetConditions()
        } else {
            keepTellingConstants()
        }
    }

    /// Where the branch is known without trying, its value may say what it likes.
    private mutating func forgetConditions() {
        for index in branches.indices {
            branches[index].constants = []
            branches[index].values = []
        }
    }

    /// A key that every branch requires, and to which each gives other values.
    static func tag(of branches: [UnionBranch]) -> String? {
        guard branches.count > 1, let first = branches.first else { return nil }
        return first.constants.map(\.property).first { property in
            var values: [String] = []
            for index in branches.indices {
                guard branches[index].requiredKeys.contains(property), let own = branches[index].values(of: property)
                else { return false }
                values += own
            }
            return Set(values).count == values.count
        }
    }

    private static func values(of tag: String, _ branches: [UnionBranch]) -> [(value: String, caseIndex: Int)] {
        branches.enumerated().flatMap { index, branch in
            (branch.values(of: tag) ?? []).map { (value: $0, caseIndex: index) }
        }
    }

    private static func differInType(_ branches: [UnionBranch]) -> Bool {
        let types = branches.map(\.jsonTypes)
        let all = types.joined().map(\.rawValue)
        return types.allSatisfy { !$0.isEmpty } && Set(all).count == all.count
    }

    // MARK: Discriminators

    /// Takes the discriminator's word where it knows all branches.
    private mutating func discriminate(_ discriminator: Schema.Discriminator, _ document: ResolvedDocument) -> Bool {
        let property = discriminator.propertyName
        var values: [(value: String, caseIndex: Int)] = []
        for (value, schema) in discriminator.mapping {
            guard let index = branches.firstIndex(where: { $0.schema == schema }) else { continue }
            values.append((value, index))
        }
        defaultCase = (discriminator.defaultMapping ?? discriminator.members).flatMap { schema in
            branches.firstIndex { $0.schema == schema }
        }
        for (index, branch) in branches.enumerated() where !values.contains(where: { $0.caseIndex == index }) {
            // Without a mapping the branch's own constant says which value is meant, and failing that its name.
            var own = branch.values(of: property) ?? []
            if own.isEmpty, let name = branch.schema.flatMap({ document[$0].name }), index != defaultCase {
                own = [name]
            }
            for value in own where !values.contains(where: { $0.value == value }) { values.append((value, index)) }
        }
        let isObject = branches.allSatisfy { $0.jsonTypes.isEmpty || $0.jsonTypes == [.object] }
        let known = Set(values.map(\.caseIndex)).union(defaultCase.map { [$0] } ?? [])
        if isObject, !values.isEmpty, known.count == branches.count {
            selection = .discriminator(property: property, values: values)
            return true
        }
        defaultCase = nil
        // What is known of some helps when they are tried.
        for (value, index) in values where branches[index].values(of: property) == nil {
            let all = values.filter { $0.caseIndex == index }.map(\.value)
            if all.first == value { branches[index].constants.append(.init(property: property, values: all)) }
        }
        return false
    }

    // MARK: Trying

    /// Leaves only as many constants as it takes to tell a branch from others that have the key too. What all have in
    /// common, and lists of values that only happen to be there, may grow.
    private mutating func keepTellingConstants() {
        let kept = branches.indices.map(tellingConstants)
        for index in branches.indices where !branches[index].constants.isEmpty {
            branches[index].constants = kept[index]
        }
    }

    private func tellingConstants(of index: Int) -> [UnionPlan.Constant] {
        let constants = branches[index].constants
        if constants.isEmpty { return [] }
        // Which others each of the constants tells the branch from.
        let told = constants.map { constant in
            branches.indices.map { $0 != index && tells(constant, from: $0) }
        }
        var isTold = Array(repeating: false, count: branches.count)
        var kept: [UnionPlan.Constant] = []
        while true {
            let counts = told.map { row in row.indices.count { row[$0] && !isTold[$0] } }
            // The one that tells most, and of several the one with fewest values.
            let best = constants.indices.max { left, right in
                (counts[left], -constants[left].values.count, -left)
                    < (counts[right], -constants[right].values.count, -right)
            }
            guard let best, counts[best] > 0 else { break }
            kept.append(constants[best])
            for other in branches.indices where told[best][other] { isTold[other] = true }
        }
        return kept
    }

    /// Whether a key with these values is another branch's only by mistake.
    private func tells(_ constant: UnionPlan.Constant, from other: Int) -> Bool {
        guard let values = branches[other].values(of: constant.property) else {
            return branches[other].properties.contains(constant.property)
        }
        if values.count + constant.values.count < 16 { return !values.contains(where: constant.values.contains) }
        return Set(values).isDisjoint(with: constant.values)
    }

    /// What fits few values goes before what fits many.
    var trial: [Int] {
        let ranks = branches.indices.map { rank(branches[$0]) }
        return branches.indices.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
    }

    private func rank(_ branch: UnionBranch) -> (Int, Int) {
        if !branch.values.isEmpty { return (0, 0) }
        if branch.jsonTypes == [.object] {
            return (4, -(branch.constants.count * 1000 + branch.requiredKeys.count))
        }
        return rank(branch.type)
    }

    private func rank(_ type: TypeReference) -> (Int, Int) {
        switch type {
        case .named: (1, 0)
        case .scalar(let scalar): Self.rank(scalar)
        case .optional(let wrapped): rank(wrapped)
        case .array(let element): (3, rank(element).0 * 10 + rank(element).1)
        case .map: (5, 0)
        case .json: (9, 0)
        }
    }

    private static func rank(_ scalar: ScalarType) -> (Int, Int) {
        if scalar.wire == .lenientText { return (8, 1) }
        return switch scalar.value {
        case .bool: (2, 0)
        case .int, .int32, .int64, .uint64: (2, 1)
        case .uuid: (2, 2)
        case .date, .calendarDate: (2, 3)
        case .decimal, .double, .float: (2, 4)
        case .base64, .binary, .file, .part: (7, 0)
        case .url: (7, 1)
        case .string: (8, 0)
        }
    }
}
