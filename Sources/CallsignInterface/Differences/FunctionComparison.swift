/// What is different between two functions to those who call them.
struct FunctionComparison {
    let old: FunctionInterface
    let new: FunctionInterface
    let subject: String
    let types: TypeCorrespondence

    var changes: [InterfaceChange] { parameterChanges + resultChanges + otherChanges }

    private var resultChanges: [InterfaceChange] {
        var changes: [InterfaceChange] = []
        if !types.isSame(old.result, new.result) {
            changes.append(
                .breaking(
                    .resultChanged, subject,
                    "gives \(Self.text(new.result)) instead of \(Self.text(old.result))",
                    because: "source that uses the result no longer compiles"))
        }
        if !types.isSame(old.error, new.error) {
            changes.append(
                .breaking(
                    .errorChanged, subject, "throws \(Self.text(new.error)) instead of \(Self.text(old.error))",
                    because: "source that catches its errors by their type no longer compiles"))
        }
        return changes
    }

    private static func text(_ type: InterfaceType?) -> ChangeText { type.map { .code($0.text) } ?? "nothing" }

    private var otherChanges: [InterfaceChange] {
        var changes: [InterfaceChange] = []
        if old.isDeprecated != new.isDeprecated {
            changes.append(
                new.isDeprecated
                    ? .addition(.methodDeprecated, subject, "is deprecated, so that calls give a warning")
                    : .addition(.methodRestored, subject, "is no longer deprecated"))
        }
        if old.role == .call, old.operation != new.operation {
            changes.append(
                .behavior(
                    .operationChanged, subject, "sends \(code: new.origin) instead of \(code: old.origin)"))
        }
        // The other forms of a method send the same.
        for change in old.role == .call ? SettingComparison.changes(old.settings, new.settings) : [] {
            // Another kind of answer is another result, which has been told of.
            if change.subject == WireForm.answer, !types.isSame(old.result, new.result) { continue }
            changes.append(.behavior(.requestChanged, subject, "\(change.subject): \(change.message)"))
        }
        return changes
    }

    // MARK: Parameters

    /// A parameter with what tells it from the others: its label, or which one it is of those without.
    private struct Place {
        let key: String
        let parameter: ParameterInterface
    }

    private static func places(_ parameters: [ParameterInterface]) -> [Place] {
        var unlabelled = 0
        return parameters.map { parameter in
            if let label = parameter.label { return Place(key: label, parameter: parameter) }
            unlabelled += 1
            return Place(key: "_\(unlabelled)", parameter: parameter)
        }
    }

    private var parameterChanges: [InterfaceChange] {
        let oldPlaces = Self.places(old.parameters)
        let newPlaces = Self.places(new.parameters)
        var changes: [InterfaceChange] = []
        for place in oldPlaces {
            if let found = newPlaces.first(where: { $0.key == place.key }) {
                changes += self.changes(place.parameter, found.parameter)
            } else {
                changes.append(
                    .breaking(
                        .argumentRemoved, subject, "no longer takes \(Self.name(place.parameter))",
                        because: place.parameter.hasDefault
                            ? "calls that give it no longer compile" : "calls of it no longer compile"))
            }
        }
        for place in newPlaces where !oldPlaces.contains(where: { $0.key == place.key }) {
            changes.append(addition(of: place.parameter))
        }
        let common = oldPlaces.map(\.key).filter { key in newPlaces.contains { $0.key == key } }
        let order = newPlaces.map(\.key).filter { key in common.contains(key) }
        if common != order {
            changes.append(
                .breaking(
                    .argumentsReordered, subject, "is \(code: new.signature)",
                    because: "calls that give arguments in the old order no longer compile"))
        }
        return changes
    }

    private func addition(of parameter: ParameterInterface) -> InterfaceChange {
        if parameter.hasDefault {
            return .addition(.argumentAdded, subject, "can take \(Self.name(parameter))")
        }
        return .breaking(
            .argumentRequired, subject, "needs \(Self.name(parameter))", because: "calls without it no longer compile")
    }

    private static func name(_ parameter: ParameterInterface) -> ChangeText {
        if let label = parameter.label { return "the argument \(code: label)" }
        return "an argument of \(code: parameter.type.text)"
    }

    private func changes(_ old: ParameterInterface, _ new: ParameterInterface) -> [InterfaceChange] {
        var changes: [InterfaceChange] = []
        if !types.isSame(old.type, new.type) {
            // A value stands for an optional one by itself.
            if types.isSame(.optional(old.type), new.type) {
                if !new.hasDefault || old.hasDefault {
                    changes.append(
                        .addition(.argumentNowOptional, subject, "can take \(code: "nil") for \(Self.name(old))"))
                }
            } else {
                changes.append(
                    .breaking(
                        .argumentTypeChanged, subject,
                        "takes \(code: new.type.text) instead of \(code: old.type.text)",
                        because: "calls with a value of the old type no longer compile"))
            }
        }
        if types.isSame(old.type, new.type), old.form != new.form {
            changes.append(
                .behavior(.formatChanged, subject, "\(Self.name(old)) \(ChangeText.form(old.form, new.form))"))
        }
        switch (old.hasDefault, new.hasDefault) {
        case (true, false):
            changes.append(
                .breaking(
                    .argumentRequired, subject, "needs \(Self.name(new)), which could be left out",
                    because: "calls without it no longer compile"))
        case (false, true):
            changes.append(
                .addition(.argumentNowOptional, subject, "needs \(Self.name(old)) no longer"))
        default: break
        }
        return changes
    }
}
