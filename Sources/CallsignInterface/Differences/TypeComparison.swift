/// What is different between two types of the same kind to those who use their values.
struct TypeComparison {
    let old: TypeInterface
    let new: TypeInterface
    let types: TypeCorrespondence

    var changes: [InterfaceChange] {
        let own: [InterfaceChange] =
            switch old.kind {
            // Their functions and resources are compared as those of the whole client.
            case .client, .resource: []
            case .request, .structure, .headers: StructureComparison(old: old, new: new, types: types).changes
            case .response, .error, .union, .closedEnumeration:
                CaseComparison(old: old, new: new, types: types).changes
            case .openEnumeration, .webhooks: StaticComparison(old: old, new: new, types: types).changes
            case .alias: []
            }
        return targetChanges + own + conformanceChanges
    }

    private var targetChanges: [InterfaceChange] {
        if old.form != new.form, types.isSame(old.target, new.target) {
            return [.behavior(.formatChanged, old.name, ChangeText.form(old.form, new.form))]
        }
        guard !types.isSame(old.target, new.target), let oldTarget = old.target, let newTarget = new.target else {
            return []
        }
        return [
            .breaking(
                old.kind == .alias ? .aliasChanged : .rawTypeChanged, old.name,
                old.kind == .alias
                    ? "is a name for \(code: newTarget.text) instead of \(code: oldTarget.text)"
                    : "has raw values of \(code: newTarget.text) instead of \(code: oldTarget.text)",
                because: "what source does with its values no longer compiles")
        ]
    }

    private var conformanceChanges: [InterfaceChange] {
        let removed = old.conformances.filter { !new.conformances.contains($0) }.map { name in
            InterfaceChange.breaking(
                .conformanceRemoved, old.name, "is no longer \(code: name)",
                because: "source that needs it to be \(code: name) no longer compiles")
        }
        let added = new.conformances.filter { !old.conformances.contains($0) }.map { name in
            InterfaceChange.addition(.conformanceAdded, old.name, "is \(code: name)")
        }
        return removed + added
    }
}
