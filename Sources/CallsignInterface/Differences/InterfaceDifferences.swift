/// What is different for a caller between two clients.
///
/// A change is breaking if source which calls methods, makes values, reads and sets properties, switches over
/// enumerations or names types can stop compiling. References to functions that aren't called, extensions and
/// conformances that callers declare, and names that happen to be theirs as well, don't count.
package struct InterfaceDifferences: Sendable {
    /// All changes in the order of the clients' declarations.
    package let changes: [InterfaceChange]

    package init(from old: ClientInterface, to new: ClientInterface) {
        let pairing = DeclarationPairing(old, new)
        var changes = AccessComparison.changes(old.access, new.access)
        let typeSet = TypeSetComparison(pairing: pairing)
        changes += typeSet.changes
        changes += FunctionSetComparison(pairing: pairing).changes
        for (oldType, newType) in pairing.types where oldType.kind == newType.kind {
            changes += TypeComparison(old: oldType, new: newType, types: pairing.correspondence).changes
        }
        changes += typeSet.additions
        changes += SettingComparison.changes(old.settings, new.settings)
        self.changes = changes
    }

    package var breaking: [InterfaceChange] { changes.filter(\.isBreaking) }
    package var isBreaking: Bool { changes.contains(where: \.isBreaking) }

    /// The step that the version has to take. Without any change that callers see, there is still the release itself.
    package var step: InterfaceChange.Step { changes.map(\.step).max() ?? .patch }
}
