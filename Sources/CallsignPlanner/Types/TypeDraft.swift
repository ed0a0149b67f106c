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
    /// The words of the place as they were given; nothing for places that follow from others.
    private let given: String?
    /// The same, split. The words of most places are needed for those within them alone, and never put together.
    private let parts: [String]

    /// The words of the place: `Call`, or `calls create request`.
    var words: String { given ?? parts.joined(separator: "_") }

    init(_ words: String) {
        given = words
        parts = NameWords.split(words)
    }

    private init(parts: [String]) {
        given = nil
        self.parts = parts
    }

    /// The place of a method's request or answer, without repeating words that the resource ends with and the method
    /// begins or ends with: `create_call` of `calls` is `calls_create`, and `registries_create` of
    /// `container_registries` is `container_registries_create`.
    init(resource: [String], method: String, part: String) {
        let own = NameWords.split(resource.last ?? "")
        var words = NameWords.split(method)
        let common = zip(words.dropFirst().reversed(), own.reversed()).prefix { NameWords.isSame($0, $1) }.count
        words.removeLast(common)
        let repeated = (1...max(1, own.count)).last { count in
            count < words.count && count <= own.count
                && zip(words.prefix(count), own.suffix(count)).allSatisfy { NameWords.isSame($0, $1) }
        }
        words.removeFirst(repeated ?? 0)
        self.init((resource + [words.joined(separator: "_"), part]).joined(separator: "_"))
    }

    /// The context of a member, without repeating words that the parent ends with and the member begins with:
    /// `call_direction` of `Call` is `Call_direction`.
    func member(_ name: String) -> TypeContext {
        var own = NameWords.split(name)
        if let last = parts.last, own.count > 1, NameWords.isSame(last, own[0]) { own.removeFirst() }
        return TypeContext(parts: parts + own)
    }

    /// The context of the elements of a list: `calls` holds `call`.
    var element: TypeContext {
        guard let last = parts.last else { return TypeContext("item") }
        let singular = NameWords.singular(last)
        var own = parts
        own[own.count - 1] = singular
        if singular == last { own.append("item") }
        return TypeContext(parts: own)
    }

    func suffixed(_ word: String) -> TypeContext {
        TypeContext(words + "_" + word)
    }
}
