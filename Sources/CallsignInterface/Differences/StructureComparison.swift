/// Structures: their properties, and the initialiser that takes those which can be set.
struct StructureComparison {
    let old: TypeInterface
    let new: TypeInterface
    let types: TypeCorrespondence

    /// Whether callers could make values, and still can.
    private var isMade: Bool { !old.initializers.isEmpty && !new.initializers.isEmpty }

    var changes: [InterfaceChange] {
        let pairing = MemberPairing(old.properties, new.properties)
        return initializerChanges + pairing.pairs.flatMap(changes)
            + pairing.removed.map { property in
                .breaking(
                    .propertyRemoved, subject(property), "is gone",
                    because: isMade
                        ? "source that gives, reads or sets it no longer compiles"
                        : "source that reads it no longer compiles")
            } + pairing.added.map(addition) + orderChanges(pairing)
    }

    private func subject(_ property: PropertyInterface) -> String { "\(old.name).\(property.name)" }

    private var initializerChanges: [InterfaceChange] {
        switch (old.initializers.first, new.initializers.first) {
        case (let initializer?, nil):
            [
                .breaking(
                    .initializerRemoved, "\(old.name).\(initializer.signature)",
                    "is gone, and properties can't be set any more",
                    because: "source that makes or changes values no longer compiles")
            ]
        case (nil, let initializer?):
            [.addition(.initializerAdded, "\(new.name).\(initializer.signature)", "is new")]
        default: []
        }
    }

    private func parameter(_ property: PropertyInterface, of type: TypeInterface) -> ParameterInterface? {
        type.initializers.first?.parameters.first { $0.label == property.name }
    }

    private func addition(_ property: PropertyInterface) -> InterfaceChange {
        let subject = "\(new.name).\(property.name)"
        if isMade, let parameter = parameter(property, of: new), !parameter.hasDefault {
            return .breaking(
                .argumentRequired, subject, "is new, and has to be given",
                because: "calls of the initialiser without it no longer compile")
        }
        return .addition(.propertyAdded, subject, "is new: \(code: property.type.text)")
    }

    private func orderChanges(_ pairing: MemberPairing<PropertyInterface>) -> [InterfaceChange] {
        guard isMade, let oldInitializer = old.initializers.first, let newInitializer = new.initializers.first else {
            return []
        }
        let labels = Set(newInitializer.parameters.map(\.label))
        let common = oldInitializer.parameters.map(\.label).filter(labels.contains)
        let known = Set(common)
        if common == newInitializer.parameters.map(\.label).filter(known.contains) { return [] }
        return [
            .breaking(
                .argumentsReordered, "\(old.name).\(oldInitializer.signature)",
                "is \(code: newInitializer.signature)",
                because: "calls that give arguments in the old order no longer compile")
        ]
    }

    // MARK: Properties

    private func changes(_ old: PropertyInterface, _ new: PropertyInterface) -> [InterfaceChange] {
        var changes: [InterfaceChange] = []
        let subject = subject(old)
        if old.name != new.name {
            changes.append(
                .breaking(
                    .propertyRenamed, subject, "is called \(code: new.name)",
                    because: "source that names it no longer compiles"))
        } else if old.origin != new.origin {
            changes.append(
                .behavior(
                    .keyChanged, subject,
                    "is \(code: new.origin) in requests and responses, and was \(code: old.origin)"))
        }
        changes += settingChanges(old, new, subject)
        // What can't be given any more needs no type to be told of.
        if !isMade || !old.isSettable || new.isSettable { changes += typeChanges(old, new, subject) }
        if old.isDeprecated != new.isDeprecated {
            changes.append(
                new.isDeprecated
                    ? .addition(.propertyDeprecated, subject, "is deprecated, so that its use gives a warning")
                    : .addition(.propertyRestored, subject, "is no longer deprecated"))
        }
        return changes
    }

    private func typeChanges(
        _ old: PropertyInterface, _ new: PropertyInterface, _ subject: String
    ) -> [InterfaceChange] {
        if types.isSame(old.type, new.type) {
            if old.form == new.form { return [] }
            return [.behavior(.formatChanged, subject, ChangeText.form(old.form, new.form))]
        }
        if types.isSame(.optional(old.type), new.type) {
            return [
                .breaking(
                    .propertyNowOptional, subject, "is optional: \(code: new.type.text)",
                    because: isMade
                        ? "source that reads it gets an optional value; source that only gives it still compiles"
                        : "source that reads it gets an optional value")
            ]
        }
        if types.isSame(old.type, .optional(new.type)) {
            return [
                .breaking(
                    .propertyNowRequired, subject, "is no longer optional: \(code: new.type.text)",
                    because: isMade
                        ? "source that leaves it out, gives \(code: "nil") or unwraps it no longer compiles"
                        : "source that unwraps it no longer compiles")
            ]
        }
        return [
            .breaking(
                .propertyTypeChanged, subject, "is \(code: new.type.text) instead of \(code: old.type.text)",
                because: isMade
                    ? "source that gives, reads or sets it no longer compiles"
                    : "source that reads it no longer compiles")
        ]
    }

    private func settingChanges(
        _ old: PropertyInterface, _ new: PropertyInterface, _ subject: String
    ) -> [InterfaceChange] {
        guard isMade else { return [] }
        switch (old.isSettable, new.isSettable) {
        case (true, false):
            return [
                .breaking(
                    .propertyReadOnly, subject, "always has the same value, and can't be given",
                    because: "source that gives or sets it no longer compiles")
            ]
        case (false, true):
            if parameter(new, of: self.new)?.hasDefault == false {
                return [
                    .breaking(
                        .argumentRequired, subject, "has to be given, and always had the same value",
                        because: "calls of the initialiser without it no longer compile")
                ]
            }
            return [.addition(.propertySettable, subject, "can be set")]
        case (false, false) where old.value != new.value:
            return [
                .behavior(
                    .valueChanged, subject, "is \(code: new.value ?? "") instead of \(code: old.value ?? "")")
            ]
        default: return []
        }
    }
}
