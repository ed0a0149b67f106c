import CallsignPlan

/// Fits JSON to the types of the plan: whether it decodes as one of them, and the value in Swift's terms that is
/// written as that JSON.
struct SampleTyper {
    /// A value in Swift's terms, and the JSON that the client writes of it.
    struct Typed {
        var value: SampleValue
        var json: JSONSample
    }

    let types: [TypePlan]

    private static let deepest = 96
    /// The case of the runtime's `Nullable` that holds a value.
    private static let valueOfNullable = NameScope(.enumerationCase, settings: NamingSettings()).name("value")

    // MARK: What is received

    /// Whether a response that holds the value decodes, into cases that the description names.
    func fits(_ json: JSONSample, _ type: TypeReference) -> Bool { fits(json, type, depth: 0) }

    private func fits(_ json: JSONSample, _ type: TypeReference, depth: Int) -> Bool {
        guard depth < Self.deepest else { return false }
        switch (type, json) {
        case (.json, _): return true
        case (.optional, .null): return true
        case (.optional(let wrapped), _): return fits(json, wrapped, depth: depth + 1)
        case (.array(let element), .array(let values)):
            return values.allSatisfy { fits($0, element, depth: depth + 1) }
        case (.map(let value), .object(let members)):
            return members.allSatisfy { fits($0.value, value, depth: depth + 1) }
        case (.scalar(let scalar), _): return ScalarTyper.fits(json, scalar)
        case (.named(let id), _): return fits(json, types[id.index].kind, depth: depth + 1)
        default: return false
        }
    }

    private func fits(_ json: JSONSample, _ kind: TypePlan.Kind, depth: Int) -> Bool {
        switch kind {
        case .alias(let target): return fits(json, target, depth: depth)
        case .enumeration(let plan): return enumeration(json, plan) != nil
        case .union(let plan): return candidates(json, plan).contains { fits(json, $0.type, depth: depth) }
        // Nobody receives one, and as a part of a form it is no JSON.
        case .partChoice: return false
        case .structure(let plan):
            if plan.form == .array { return fitsPlaces(json, plan, depth: depth) }
            guard case .object(let members) = json else { return false }
            let areThere = plan.members.allSatisfy { member in
                if member.direction == .sent { return true }
                guard let value = json[member.wireName], value != .null else { return member.isOptional }
                return fits(value, member.type, depth: depth)
            }
            guard areThere, let rest = plan.additional else { return areThere }
            let declared = Set(plan.members.map(\.wireName))
            return members.allSatisfy { declared.contains($0.name) || fits($0.value, rest.valueType, depth: depth) }
        }
    }

    /// Whether each element of a list is what its place says.
    private func fitsPlaces(_ json: JSONSample, _ plan: StructurePlan, depth: Int) -> Bool {
        guard case .array(let values) = json else { return false }
        for (index, member) in plan.members.enumerated() {
            guard index < values.count, values[index] != .null else {
                if member.isOptional { continue }
                return false
            }
            if !fits(values[index], member.type, depth: depth) { return false }
        }
        return values.dropFirst(plan.members.count).allSatisfy { value in
            plan.additional.map { fits(value, $0.valueType, depth: depth) } ?? true
        }
    }

    // MARK: What is sent

    /// The value that is sent as the JSON, as far as the type has room for it.
    ///
    /// - Returns: nothing where the JSON isn't of the type.
    func typed(_ json: JSONSample, _ type: TypeReference) -> Typed? { typed(json, type, depth: 0) }

    private func typed(_ json: JSONSample, _ type: TypeReference, depth: Int) -> Typed? {
        guard depth < Self.deepest else { return nil }
        switch (type, json) {
        case (.json, _): return Typed(value: .text(json.text), json: json)
        // A list of values that may be `null` is sent without.
        case (.optional, .null): return nil
        case (.optional(let wrapped), _): return typed(json, wrapped, depth: depth + 1)
        case (.array(let element), .array(let values)):
            let elements = values.compactMap { typed($0, element, depth: depth + 1) }
            guard elements.count == values.count else { return nil }
            return Typed(value: .list(elements.map(\.value)), json: .array(elements.map(\.json)))
        case (.map(let value), .object(let members)): return map(members, value, depth: depth + 1)
        case (.scalar(let scalar), _): return ScalarTyper.typed(json, scalar)
        case (.named(let id), _): return typed(json, types[id.index].kind, depth: depth + 1)
        default: return nil
        }
    }

    private func map(_ members: [JSONSample.Member], _ type: TypeReference, depth: Int) -> Typed? {
        var values: [(key: String, value: SampleValue)] = []
        var written: [JSONSample.Member] = []
        for member in members {
            guard let value = typed(member.value, type, depth: depth) else { return nil }
            // A key twice would end the program that the literal stands in.
            if values.contains(where: { $0.key == member.name }) { continue }
            values.append((member.name, value.value))
            written.append(JSONSample.Member(name: member.name, value: value.json))
        }
        return Typed(value: .map(values), json: .object(written))
    }

    private func typed(_ json: JSONSample, _ kind: TypePlan.Kind, depth: Int) -> Typed? {
        switch kind {
        case .alias(let target): return typed(json, target, depth: depth)
        case .enumeration(let plan): return enumeration(json, plan).map { Typed(value: $0, json: json) }
        case .union(let plan):
            for choice in candidates(json, plan) {
                guard let typed = typed(json, choice.type, depth: depth) else { continue }
                return Typed(value: .union(choice.name, typed.value), json: typed.json)
            }
            return nil
        case .partChoice: return nil
        case .structure(let plan): return structure(json, plan, depth: depth)
        }
    }

    /// The arguments of a structure's initialiser, and the JSON of it.
    func structure(_ json: JSONSample, _ plan: StructurePlan) -> (arguments: [SampleArgument], json: JSONSample)? {
        guard let typed = structure(json, plan, depth: 0), case .structure(let arguments) = typed.value else {
            return nil
        }
        return (arguments, typed.json)
    }

    private func structure(_ json: JSONSample, _ plan: StructurePlan, depth: Int) -> Typed? {
        if plan.form == .array { return places(json, plan, depth: depth) }
        guard case .object(let members) = json else { return nil }
        var arguments: [SampleArgument] = []
        var written: [JSONSample.Member] = []
        for member in plan.members {
            if member.direction == .received { continue }
            if let fixed = member.fixedValue {
                written.append(JSONSample.Member(name: member.wireName, value: JSONSample(fixed)))
                continue
            }
            guard let given = json[member.wireName], let value = typed(given, member.type, depth: depth) else {
                // An optional member whose example is of another type is left out.
                if member.isOptional { continue }
                return nil
            }
            let argument = member.tellsNull ? SampleValue.union(Self.valueOfNullable, value.value) : value.value
            arguments.append(SampleArgument(label: member.name, value: argument))
            written.append(JSONSample.Member(name: member.wireName, value: value.json))
        }
        if let rest = plan.additional {
            let declared = Set(plan.members.map(\.wireName))
            let further = members.filter { !declared.contains($0.name) }
            if !further.isEmpty, let value = map(further, rest.valueType, depth: depth),
                case .object(let members) = value.json
            {
                arguments.append(SampleArgument(label: rest.name, value: value.value))
                written += members
            }
        }
        return Typed(value: .structure(arguments), json: .object(written))
    }

    /// A list with a meaning for each place, as the structure that holds it.
    private func places(_ json: JSONSample, _ plan: StructurePlan, depth: Int) -> Typed? {
        guard case .array(let values) = json else { return nil }
        var arguments: [SampleArgument] = []
        var written: [JSONSample] = []
        for (index, member) in plan.members.enumerated() {
            if let fixed = member.fixedValue {
                written.append(JSONSample(fixed))
                continue
            }
            guard index < values.count, let value = typed(values[index], member.type, depth: depth) else {
                // What follows a place that is left out has no place of its own.
                return member.isOptional ? Typed(value: .structure(arguments), json: .array(written)) : nil
            }
            arguments.append(SampleArgument(label: member.name, value: value.value))
            written.append(value.json)
        }
        return Typed(value: .structure(arguments), json: .array(written))
    }

    // MARK: Choices

    private func enumeration(_ json: JSONSample, _ plan: EnumerationPlan) -> SampleValue? {
        let value: LiteralValue
        switch (plan.rawType, json) {
        case (.string, .string(let text)): value = .string(text)
        case (.int, .number(let text)):
            guard let number = Int64(text) else { return nil }
            value = .integer(number)
        case (.double, .number(let text)):
            guard let number = Double(text) else { return nil }
            value = .double(number)
        case (.json, .string(let text)): value = .string(text)
        case (.json, .bool(let flag)): value = .bool(flag)
        case (.json, .number(let text)):
            guard let number = Int64(text) else { return nil }
            value = .integer(number)
        default: return nil
        }
        if let known = plan.cases.first(where: { $0.value == value }) { return .named(known.name) }
        return plan.isOpen ? .raw(value) : nil
    }

    /// The cases that a value can be of, the likeliest first.
    private func candidates(_ json: JSONSample, _ plan: UnionPlan) -> [UnionPlan.Case] {
        if case .discriminator(let property, let values) = plan.selection {
            let tag = json[property]?.plainText
            let index = values.first { $0.value == tag }?.caseIndex ?? plan.defaultCase
            guard let index, plan.cases.indices.contains(index) else { return [] }
            return [plan.cases[index]]
        }
        return plan.trial.filter(plan.cases.indices.contains).map { plan.cases[$0] }.filter { isPossible(json, $0) }
    }

    private func isPossible(_ json: JSONSample, _ choice: UnionPlan.Case) -> Bool {
        if !choice.jsonTypes.isEmpty, json.jsonType.map(choice.jsonTypes.contains) != true { return false }
        if !choice.values.isEmpty, json.plainText.map(choice.values.contains) != true { return false }
        return choice.requiredKeys.allSatisfy { json[$0] != nil }
            && choice.constants.allSatisfy { constant in
                json[constant.property]?.plainText.map(constant.values.contains) == true
            }
    }
}

extension JSONSample {
    init(_ literal: LiteralValue) {
        switch literal {
        case .string(let text): self = .string(text)
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .number(String(value))
        case .double(let value): self = .number(value.description)
        }
    }

    var jsonType: UnionPlan.Case.JSONType? {
        switch self {
        case .null: nil
        case .bool: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}
