import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// A type that is planned but for its name and what follows from how it is used.
struct TypeDraft {
    /// The words that the name is made of.
    var nameCandidate: String
    /// A name that the description or the configuration chose.
    var nameOverride: String?
    /// Filled in once its members are planned; a structure may refer to itself before that.
    var kind: TypePlan.Kind?
    var documentation: Documentation
    var isDeprecated: Bool
    var mark: SourceMark
    var pointer: String
}

/// Where an inline type stands, from which it is named.
struct TypeContext {
    /// The words of the place: `Call`, or `calls create request`.
    var words: String

    init(_ words: String) {
        self.words = words
    }

    /// The context of a member, without repeating words that the parent ends with and the member begins with:
    /// `call_direction` of `Call` is `Call_direction`.
    func member(_ name: String) -> TypeContext {
        let parent = NameWords.split(words)
        var own = NameWords.split(name)
        if let last = parent.last, own.count > 1, NameWords.isSame(last, own[0]) { own.removeFirst() }
        return TypeContext((parent + own).joined(separator: "_"))
    }

    /// The context of the elements of a list: `calls` holds `call`.
    var element: TypeContext {
        var parts = NameWords.split(words)
        guard let last = parts.popLast() else { return TypeContext("item") }
        let singular = NameWords.singular(last)
        parts.append(singular)
        if singular == last { parts.append("item") }
        return TypeContext(parts.joined(separator: "_"))
    }

    func suffixed(_ word: String) -> TypeContext {
        TypeContext(words + "_" + word)
    }
}
