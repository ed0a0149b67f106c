import CallsignPlan

/// What views ask most often of the types that a plan declares: made once, so that nobody takes a whole type out of the
/// plan for its name.
struct TypeTable: Sendable {
    enum Form: Sendable {
        case structure, enumeration, union, partChoice
        case alias(TypeReference)
    }

    private let names: [SafeText]
    private let forms: [Form]

    init(_ types: [TypePlan]) {
        // By their numbers, so that no type is copied.
        names = types.indices.map { .identifier(types[$0].name) }
        forms = types.indices.map { index in
            switch types[index].kind {
            case .structure: .structure
            case .enumeration: .enumeration
            case .union: .union
            case .partChoice: .partChoice
            case .alias(let target): .alias(target)
            }
        }
    }

    func name(of id: TypeID) -> SafeText { names[id.index] }

    func form(of id: TypeID) -> Form { forms[id.index] }

    /// The type behind any names for it.
    func resolved(_ reference: TypeReference) -> TypeReference {
        var reference = reference
        // More steps than types would be a circle, which the planner doesn't make.
        for _ in 0...forms.count {
            guard case .named(let id) = reference, case .alias(let target) = forms[id.index] else { break }
            reference = target
        }
        return reference
    }
}
