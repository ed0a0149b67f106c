/// Which types there are: new ones, those that are gone, and those that have another name or are of another kind.
struct TypeSetComparison {
    let pairing: DeclarationPairing

    var changes: [InterfaceChange] {
        pairing.types.flatMap(changes) + pairing.removedTypes.compactMap(removal)
            + pairing.addedTypes.filter { $0.kind == .resource }.compactMap(addition)
    }

    /// New types beside resources, which come along with what uses them.
    var additions: [InterfaceChange] {
        pairing.addedTypes.filter { $0.kind != .resource }.compactMap(addition)
    }

    private func changes(_ old: TypeInterface, _ new: TypeInterface) -> [InterfaceChange] {
        if old.kind == .resource { return resourceChanges(old, new) }
        var changes: [InterfaceChange] = []
        // What it is nested in may be called differently, and is told of there.
        let parent = old.parent.flatMap { pairing.correspondence.newNames[$0] }
        if old.ownName != new.ownName || parent != new.parent {
            changes.append(
                .breaking(
                    .typeRenamed, old.name, "is called \(code: new.name)",
                    because: "source that names the type no longer compiles"))
        }
        if old.kind != new.kind {
            changes.append(
                .breaking(
                    .typeKindChanged, old.name,
                    "is \(Self.phrase(new.kind)), and was \(Self.phrase(old.kind))",
                    because: "what source does with its values no longer compiles"))
        }
        return changes
    }

    private func resourceChanges(_ old: TypeInterface, _ new: TypeInterface) -> [InterfaceChange] {
        let oldPath = CallPaths(pairing.old).path(to: old)
        let newPath = CallPaths(pairing.new).path(to: new)
        let oldName = oldPath.split(separator: ".").last
        let parent = old.parent.flatMap { pairing.correspondence.newNames[$0] }
        if oldName == newPath.split(separator: ".").last, parent == new.parent, old.ownName == new.ownName { return [] }
        if oldPath == newPath {
            return [
                .breaking(
                    .typeRenamed, old.name, "is called \(code: new.name)",
                    because: "source that names the type no longer compiles")
            ]
        }
        return [
            .breaking(
                .resourceRenamed, oldPath, "is called \(code: newPath)",
                because: "calls of its methods by the old name no longer compile")
        ]
    }

    private func removal(_ type: TypeInterface) -> InterfaceChange? {
        switch type.kind {
        case .client: return nil
        // The methods that they belong to are told of.
        case .request, .response, .headers:
            let isOwnersFault = pairing.removedFunctions.contains { $0.function.origin == type.origin }
            if isOwnersFault { return nil }
        case .resource:
            let isEmptied = !type.functions.isEmpty && pairing.functions.contains { $0.old.owner.name == type.name }
            if isEmptied { return nil }
            return .breaking(
                .resourceRemoved, CallPaths(pairing.old).path(to: type), "is gone",
                because: "calls of its methods no longer compile")
        default: break
        }
        return .breaking(
            .typeRemoved, type.name, "is gone", because: "source that names the type no longer compiles")
    }

    private func addition(_ type: TypeInterface) -> InterfaceChange? {
        switch type.kind {
        case .client: return nil
        case .request, .response, .headers:
            let isOwnersWork = pairing.addedFunctions.contains { $0.function.origin == type.origin }
            if isOwnersWork { return nil }
        case .resource:
            return .addition(.resourceAdded, CallPaths(pairing.new).path(to: type), "is new")
        default: break
        }
        return .addition(.typeAdded, type.name, "is new, \(Self.phrase(type.kind))")
    }

    private static func phrase(_ kind: TypeInterface.Kind) -> ChangeText {
        switch kind {
        case .client: "a client"
        case .resource: "a resource"
        case .request, .structure, .headers: "a structure"
        case .response, .union: "an enumeration with values"
        case .error: "an error"
        case .alias: "a name for another type"
        case .webhooks: "a list of webhooks"
        case .openEnumeration: "an open enumeration"
        case .closedEnumeration: "a closed enumeration"
        }
    }
}
