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
    /// As they were given, or one by one for places that follow from others: either form is made of the other where it
    /// is needed, as for most places it isn't.
    private enum Form {
        case given(String)
        case split([String])
    }

    private let form: Form

    /// The words of the place: `Call`, or `calls create request`.
    var words: String {
        switch form {
        case .given(let words): words
        case .split(let parts): parts.joined(separator: "_")
        }
    }

    private var parts: [String] {
        switch form {
        case .given(let words): NameWords.split(words)
        case .split(let parts): parts
        }
    }

    init(_ words: String) {
        form = .given(words)
    }

    private init(parts: [String]) {
        form = .split(parts)
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
        let parts = parts
        if let last = parts.last, own.count > 1, NameWords.isSame(last, own[0]) { own.removeFirst() }
        return TypeContext(parts: parts + own)
    }

    /// The context of the elements of a list: `calls` holds `call`.
    var element: TypeContext {
        var own = parts
        guard let last = own.last else { return TypeContext("item") }
        let singular = NameWords.singular(last)
        own[own.count - 1] = singular
        if singular == last { own.append("item") }
        return TypeContext(parts: own)
    }

    func suffixed(_ word: String) -> TypeContext {
        TypeContext(words + "_" + word)
    }
}
