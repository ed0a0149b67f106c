import CallsignPlan

/// What a change of the access level does.
enum AccessComparison {
    static func changes(_ old: ClientPlan.Access, _ new: ClientPlan.Access) -> [InterfaceChange] {
        let order: [ClientPlan.Access] = [.internal, .package, .public]
        guard let oldIndex = order.firstIndex(of: old), let newIndex = order.firstIndex(of: new), old != new else {
            return []
        }
        if newIndex > oldIndex {
            return [
                .addition(
                    .accessWidened, "all declarations",
                    "are \(code: new.rawValue), and were \(code: old.rawValue)")
            ]
        }
        return [
            .breaking(
                .accessNarrowed, "all declarations",
                "are only \(code: new.rawValue), and were \(code: old.rawValue)",
                because: new == .package ? "other packages no longer see them" : "other modules no longer see them")
        ]
    }
}
