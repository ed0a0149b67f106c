/// Types whose values are static properties: open enumerations, and the names of webhooks.
struct StaticComparison {
    let old: TypeInterface
    let new: TypeInterface
    let types: TypeCorrespondence

    var changes: [InterfaceChange] {
        let pairing = MemberPairing(old.properties, new.properties)
        return pairing.pairs.flatMap(changes)
            + pairing.removed.map { property in
                .breaking(
                    .caseRemoved, subject(property), "is gone", because: "source that names it no longer compiles")
            } + pairing.added.map { .addition(.caseAdded, "\(new.name).\($0.name)", "is new") }
    }

    private func subject(_ property: PropertyInterface) -> String { "\(old.name).\(property.name)" }

    private func changes(_ old: PropertyInterface, _ new: PropertyInterface) -> [InterfaceChange] {
        var changes: [InterfaceChange] = []
        if old.name != new.name {
            changes.append(
                .breaking(
                    .caseRenamed, subject(old), "is called \(code: new.name)",
                    because: "source that names it no longer compiles"))
        }
        if !types.isSame(old.type, new.type) {
            changes.append(
                .breaking(
                    .caseTypeChanged, subject(old), "is \(code: new.type.text) instead of \(code: old.type.text)",
                    because: "source that uses it no longer compiles"))
        } else if old.origin != new.origin {
            changes.append(
                .behavior(.valueChanged, subject(old), "stands for \(code: new.origin) instead of \(code: old.origin)"))
        }
        return changes
    }
}
