/// What became of methods and of the ways to make a client.
struct FunctionSetComparison {
    let pairing: DeclarationPairing
    private let oldPaths: CallPaths
    private let newPaths: CallPaths

    init(pairing: DeclarationPairing) {
        self.pairing = pairing
        oldPaths = CallPaths(pairing.old)
        newPaths = CallPaths(pairing.new)
    }

    var changes: [InterfaceChange] {
        pairing.functions.flatMap(changes) + pairing.removedFunctions.map(removal)
            + pairing.addedFunctions.map(addition)
    }

    private func changes(_ old: DeclarationPairing.Member, _ new: DeclarationPairing.Member) -> [InterfaceChange] {
        let subject = oldPaths.path(to: old)
        var changes: [InterfaceChange] = []
        let isMoved = pairing.correspondence.newNames[old.owner.name] != new.owner.name
        if isMoved || old.function.name != new.function.name {
            changes.append(
                .breaking(
                    .methodRenamed, subject, "is called \(code: newPaths.path(to: new))",
                    because: "calls by the old name no longer compile"))
        }
        return changes
            + FunctionComparison(
                old: old.function, new: new.function, subject: subject, types: pairing.correspondence
            ).changes
    }

    private func removal(_ member: DeclarationPairing.Member) -> InterfaceChange {
        .breaking(
            member.function.name == "init" ? .initializerRemoved : .methodRemoved, oldPaths.path(to: member), "is gone",
            because: "calls of it no longer compile")
    }

    private func addition(_ member: DeclarationPairing.Member) -> InterfaceChange {
        let origin = member.function.origin
        return .addition(
            member.function.name == "init" ? .initializerAdded : .methodAdded, newPaths.path(to: member),
            member.function.role == .call && !origin.isEmpty ? "is new: \(code: origin)" : "is new")
    }
}
