import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

extension TypePlanner {
    /// The type of arrays in which each place has a meaning: a list where that makes no difference, else a structure
    /// whose members are the places.
    mutating func declareTuple(_ shape: TupleShape, _ id: SchemaID, in context: TypeContext) -> TypeReference {
        let schema = document[id]
        let drafted = drafts.count
        let words = shape.elements.enumerated().map { index, element in
            document[element].title ?? Self.ordinal(index)
        }
        let elements = zip(shape.elements, words).map { element($0, in: context.member($1)) }
        let rest = shape.rest.map { element($0, in: context.element) }
        if Set(elements + (rest.map { [$0] } ?? [])).count == 1, let element = elements.first {
            if rest != nil || !shape.allowsMore || drafted == drafts.count { return .array(element) }
        }
        let candidates = words.map { NameScope.Candidate($0) } + [NameScope.Candidate("others")]
        let names = scope(.member).names(for: candidates).names
        let members = shape.elements.indices.map { index in
            let type = elements[index]
            let isOptional = index >= shape.required
            return MemberPlan(
                name: names[index], wireName: String(index), type: isOptional ? type.unwrapped : type,
                isOptional: isOptional,
                documentation: MemberDocumentation(document: document).text(of: shape.elements[index]),
                isDeprecated: document[shape.elements[index]].deprecated, mark: document[shape.elements[index]].mark)
        }
        let type = declare(id, in: context, documentation: Documentation(schema.title, schema.description))
        var plan = StructurePlan(members: members, additional: nil, hasMemberwiseInitializer: false)
        plan.form = .array
        if shape.allowsMore, let name = names.last {
            plan.additional = StructurePlan.AdditionalMember(name: name, valueType: rest ?? .json)
        }
        define(type, .structure(plan))
        return .named(type)
    }

    static func ordinal(_ index: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        return words.indices.contains(index) ? words[index] : "element_\(index + 1)"
    }
}

extension TypeReference {
    /// The type of values other than `null`.
    var unwrapped: TypeReference {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }
}
