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
        case .structure(let plan):
            guard case .object(let members) = json else { return false }
            let areThere = plan.members.allSatisfy { member in
                guard let value = json[member.wireName], value != .null else { return member.isOptional }
                return fits(value, member.type, depth: depth)
            }
            guard areThere, let rest = plan.additional else { return areThere }
            let declared = Set(plan.members.map(\.wireName))
            return members.allSatisfy { declared.contains($0.name) || fits($0.value, rest.valueType, depth: depth) }
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
        guard case .object(let members) = json else { return nil }
        var arguments: [SampleArgument] = []
        var written: [JSONSample.Member] = []
        for member in plan.members {
            if let fixed = member.fixedValue {
                written.append(JSONSample.Member(name: member.wireName, value: JSONSample(fixed)))
                continue
            }
            guard let given = json[member.wireName], let value = typed(given, member.type, depth: depth) else {
                // An optional member whose example is of another type is left out.
                if member.isOptional { continue }
                return nil
            }
            arguments.append(SampleArgument(label: member.name, value: value.value))
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

    // MARK: Choices

    private func enumeration(_ json: JSONSample, _ plan: EnumerationPlan) -> SampleValue? {
        let value: LiteralValue
        switch (plan.rawType, json) {
        case (.string, .string(let text)): value = .string(text)
        case (.int, .number(let text)):
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
            guard let tag = json[property]?.plainText, let choice = values.first(where: { $0.value == tag }),
                plan.cases.indices.contains(choice.caseIndex)
            else { return [] }
            return [plan.cases[choice.caseIndex]]
        }
        return plan.cases.filter { choice in
            if let own = choice.jsonType, own != json.jsonType { return false }
            return choice.requiredKeys.allSatisfy { json[$0] != nil }
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
