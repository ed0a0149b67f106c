import CallsignPlan

/// Makes several elements of one: of a list, or of a stream.
struct ElementSampler {
    let typer: SampleTyper

    /// So many elements, each as much like the first as can be without being it.
    func elements(_ count: Int, like first: JSONSample, _ type: TypeReference) -> [JSONSample] {
        (0..<count).map { number in
            guard number > 0, let changed = changed(first, type, by: number), typer.fits(changed, type) else {
                return first
            }
            return changed
        }
    }

    /// Whether an element's JSON alone says which value it is. Dates and other scalars in forms of their own are read by
    /// what they stand in.
    func isReadAlone(_ type: TypeReference) -> Bool {
        switch resolved(type) {
        case .named, .json: return true
        case .scalar(let scalar): return scalar.wire == .native && Self.plain.contains(scalar.value)
        case .array(let inner), .map(let inner), .optional(let inner): return isReadAlone(inner)
        }
    }

    private static let plain: Set<ScalarType.Value> = [.string, .int, .int32, .int64, .double, .bool]

    /// The value with another text or number in the first place that is free to have one.
    private func changed(_ json: JSONSample, _ type: TypeReference, by number: Int) -> JSONSample? {
        switch (resolved(type), json) {
        case (.optional(let inner), _): return changed(json, inner, by: number)
        case (.scalar(let scalar), .string):
            return scalar.value == .string && scalar.wire == .native ? json.changed(by: number) : nil
        case (.scalar(let scalar), .number):
            return [.int, .int32, .int64].contains(scalar.value) && scalar.wire == .native
                ? json.changed(by: number) : nil
        case (.named(let id), _):
            switch typer.types[id.index].kind {
            case .structure(let plan): return changed(json, plan, by: number)
            case .union(let plan):
                return plan.cases.lazy.filter { typer.fits(json, $0.type) }
                    .compactMap { changed(json, $0.type, by: number) }.first { typer.fits($0, type) }
            case .alias, .enumeration, .partChoice: return nil
            }
        default: return nil
        }
    }

    private func changed(_ json: JSONSample, _ plan: StructurePlan, by number: Int) -> JSONSample? {
        guard case .object(let members) = json else { return nil }
        for member in plan.members where member.fixedValue == nil && member.direction != .sent {
            guard let index = members.firstIndex(where: { $0.name == member.wireName }),
                let value = changed(members[index].value, member.type, by: number)
            else { continue }
            var changed = members
            changed[index].value = value
            return .object(changed)
        }
        return nil
    }

    private func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        for _ in 0...typer.types.count {
            guard case .named(let id) = type, case .alias(let target) = typer.types[id.index].kind else { break }
            type = target
        }
        return type
    }
}
