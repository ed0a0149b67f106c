/// What a type has under a name, and what it stands for.
protocol InterfaceMember {
    var name: String { get }
    var origin: String { get }
}

extension PropertyInterface: InterfaceMember {}
extension CaseInterface: InterfaceMember {}

/// Finds the members of an old type in a new one: those of the same name, then those that stand for the same.
struct MemberPairing<Member: InterfaceMember> {
    private(set) var pairs: [(old: Member, new: Member)] = []
    private(set) var removed: [Member] = []
    private(set) var added: [Member] = []

    init(_ old: [Member], _ new: [Member]) {
        let oldNames = Set(old.map(\.name))
        let newNames = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        var renamed = Dictionary(new.filter { !oldNames.contains($0.name) }.map { ($0.origin, $0) }) { first, _ in first
        }
        var found: Set<String> = []
        for member in old {
            if let same = newNames[member.name] {
                pairs.append((member, same))
                found.insert(same.name)
            } else if let same = renamed.removeValue(forKey: member.origin) {
                pairs.append((member, same))
                found.insert(same.name)
            } else {
                removed.append(member)
            }
        }
        added = new.filter { !found.contains($0.name) }
    }
}
