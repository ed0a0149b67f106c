/// Settles which candidate of a scope gets which name, by what the candidates are and never by their order.
struct NameSettlement {
    struct Proposal {
        let wireName: String
        /// The wire name in Swift's casing, for the report.
        let plainName: String
        /// The name it would have if it were alone.
        let name: String
        var reason: NameScope.Rename.Reason
        /// Whether somebody chose the name.
        let isChosen: Bool
        var refusedOverride: String?
    }

    let proposals: [Proposal]
    /// The names, in the order of the proposals, all different once settled.
    private(set) var names: [String]
    /// Names that stand in the scope already, or near it.
    private let taken: Set<String>
    private let nearby: Set<String>
    /// The names that the proposals have or wanted.
    private var used: Set<String> = []

    init(proposals: [Proposal], taken: Set<String>, nearby: Set<String>) {
        self.proposals = proposals
        self.taken = taken
        self.nearby = nearby
        names = proposals.map(\.name)
    }

    /// - Parameter spelled: a wire name with all its symbols spelled out.
    mutating func settle(spelled: (String) -> String) {
        // Nothing to settle, which is the common case.
        if areFewAndDifferent { return }
        // Nobody gets a name in a second attempt that another one wanted, so all of them count as used.
        used.reserveCapacity(names.count)
        var contested: Set<String> = []
        for name in names where !used.insert(name).inserted || isTaken(name) { contested.insert(name) }
        if contested.isEmpty { return }
        var claims: [String: [Int]] = [:]
        for (index, name) in names.enumerated() where contested.contains(name) {
            claims[name, default: []].append(index)
        }
        var losers: [Int] = []
        for (index, name) in names.enumerated() {
            if let claimants = claims[name], keeper(of: claimants, named: name) != index { losers.append(index) }
        }
        settleBySpelling(&losers, spelled)
        settleByHash(losers)
    }

    /// Whether comparing each name with the others shows that they differ. For more, a set of them tells it sooner.
    private var areFewAndDifferent: Bool {
        if names.count > 10 { return false }
        for index in names.indices {
            if isTaken(names[index]) { return false }
            for other in 0..<index where names[index] == names[other] { return false }
        }
        return true
    }

    /// Who keeps a name that all these proposals want, if anyone does.
    private func keeper(of claimants: [Int], named name: String) -> Int? {
        if isTaken(name) { return nil }
        if claimants.count == 1 { return claimants[0] }
        let chosen = claimants.filter { proposals[$0].isChosen }
        if chosen.count == 1 { return chosen[0] }
        let exact = (chosen.isEmpty ? claimants : chosen).filter { proposals[$0].wireName == name }
        // Two with the very same wire name can't be told apart by anything but their order.
        return exact.first
    }

    private func isTaken(_ name: String) -> Bool { taken.contains(name) || nearby.contains(name) }

    private func isUsed(_ name: String) -> Bool { used.contains(name) || isTaken(name) }

    private mutating func settleBySpelling(_ losers: inout [Int], _ spelled: (String) -> String) {
        let spellings = losers.map { spelled(proposals[$0].wireName) }
        var counts: [String: Int] = [:]
        for spelling in spellings { counts[spelling, default: 0] += 1 }
        var remaining: [Int] = []
        for (index, spelling) in zip(losers, spellings) {
            if counts[spelling] == 1, !isUsed(spelling) {
                names[index] = spelling
            } else {
                remaining.append(index)
            }
        }
        for index in losers { used.insert(names[index]) }
        losers = remaining
    }

    private mutating func settleByHash(_ losers: [Int]) {
        for index in losers {
            let proposal = proposals[index]
            let hash = StableHash(proposal.wireName)
            let attempts = [6, 16].lazy.map { "\(proposal.name)_\(hash.prefix($0))" }
            if let name = attempts.first(where: { !isUsed($0) }) {
                names[index] = name
            } else {
                var ordinal = 2
                while isUsed("\(proposal.name)_\(hash.prefix(16))_\(ordinal)") { ordinal += 1 }
                names[index] = "\(proposal.name)_\(hash.prefix(16))_\(ordinal)"
            }
            used.insert(names[index])
        }
    }
}
