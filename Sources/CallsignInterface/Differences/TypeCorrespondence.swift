/// Which types of two clients are the same to a caller.
struct TypeCorrespondence {
    private let oldAliases: [String: InterfaceType]
    private let newAliases: [String: InterfaceType]
    /// The new names of types by the old ones; those that are gone have none.
    private(set) var newNames: [String: String] = [:]

    init(_ old: ClientInterface, _ new: ClientInterface) {
        oldAliases = Self.aliases(of: old)
        newAliases = Self.aliases(of: new)
    }

    mutating func pair(_ old: String, _ new: String) { newNames[old] = new }

    /// Whether a value of the old type can stand wherever one of the new type can, and the other way round.
    func isSame(_ old: InterfaceType, _ new: InterfaceType) -> Bool { translated(old) == resolved(new) }

    func isSame(_ old: InterfaceType?, _ new: InterfaceType?) -> Bool {
        switch (old, new) {
        case (nil, nil): true
        case (let old?, let new?): isSame(old, new)
        default: false
        }
    }

    /// The old type in the new client's words, aliases resolved.
    private func translated(_ old: InterfaceType) -> InterfaceType {
        Self.resolved(old, oldAliases).mapped { name in
            // A type that is gone is like no new one, even if that has its name.
            .declared(newNames[name] ?? "\(name) as it was")
        }
    }

    func resolved(_ new: InterfaceType) -> InterfaceType { Self.resolved(new, newAliases) }

    func resolvedOld(_ old: InterfaceType) -> InterfaceType { Self.resolved(old, oldAliases) }

    private static func aliases(of client: ClientInterface) -> [String: InterfaceType] {
        var aliases: [String: InterfaceType] = [:]
        for type in client.types where type.kind == .alias { aliases[type.name] = type.target }
        return aliases
    }

    private static func resolved(
        _ type: InterfaceType, _ aliases: [String: InterfaceType], depth: Int = 0
    ) -> InterfaceType {
        // The planner makes no circles of aliases; deeper than this would be one.
        if depth > 64 { return type }
        return type.mapped { name in
            aliases[name].map { resolved($0, aliases, depth: depth + 1) } ?? .declared(name)
        }
    }
}
