/// Enumerations whose values callers switch over.
struct CaseComparison {
    let old: TypeInterface
    let new: TypeInterface
    let types: TypeCorrespondence

    var changes: [InterfaceChange] {
        // A union's cases have nothing to be known by but their names and types.
        let pairing = MemberPairing(old.cases.map(identified), new.cases.map { named($0, by: types.resolved) })
        return pairing.pairs.flatMap(changes)
            + pairing.removed.map { element in
                .breaking(
                    .caseRemoved, subject(element), "is gone", because: "source that names the case no longer compiles")
            }
            + pairing.added.map { element in
                .breaking(
                    .caseAdded, "\(new.name).\(element.name)", "is new",
                    because: "a \(code: "switch") over \(code: old.name) without \(code: "default") no longer compiles")
            }
    }

    private func identified(_ element: CaseInterface) -> CaseInterface {
        named(element) { type in
            types.resolvedOld(type).mapped { .declared(types.newNames[$0] ?? "\($0) as it was") }
        }
    }

    private func named(_ element: CaseInterface, by text: (InterfaceType) -> InterfaceType) -> CaseInterface {
        guard old.kind == .union, let type = element.type else { return element }
        var element = element
        element.origin = text(type).text
        return element
    }

    private static func text(_ type: InterfaceType?) -> ChangeText { type.map { .code($0.text) } ?? "no value" }

    private func subject(_ element: CaseInterface) -> String { "\(old.name).\(element.name)" }

    private func changes(_ old: CaseInterface, _ new: CaseInterface) -> [InterfaceChange] {
        var changes: [InterfaceChange] = []
        if old.name != new.name {
            changes.append(
                .breaking(
                    .caseRenamed, subject(old), "is called \(code: new.name)",
                    because: "source that names the case no longer compiles"))
        }
        if !types.isSame(old.type, new.type) {
            changes.append(
                .breaking(
                    .caseTypeChanged, subject(old),
                    "has \(Self.text(new.type)) instead of \(Self.text(old.type))",
                    because: "source that makes the case or uses its value no longer compiles"))
        } else if self.old.kind != .union, old.origin != new.origin {
            changes.append(
                .behavior(.valueChanged, subject(old), "stands for \(code: new.origin) instead of \(code: old.origin)"))
        }
        return changes
    }
}
