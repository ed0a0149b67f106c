/// Whether two types can be one under two names.
enum Similarity {
    /// Whether they are of a kind, and at least half of what they have is called the same.
    static func areAlike(_ old: TypeInterface, _ new: TypeInterface) -> Bool {
        guard old.kind == new.kind else { return false }
        let oldNames = names(old)
        let newNames = names(new)
        if oldNames.isEmpty || newNames.isEmpty { return oldNames.isEmpty && newNames.isEmpty }
        return oldNames.intersection(newNames).count * 2 >= max(oldNames.count, newNames.count)
    }

    private static func names(_ type: TypeInterface) -> Set<String> {
        Set(type.properties.map(\.name) + type.cases.map(\.name))
    }
}
