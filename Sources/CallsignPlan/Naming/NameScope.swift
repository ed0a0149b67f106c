/// Makes the identifiers of one scope, all of them at once, so that none collides with another.
///
/// Names don't depend on the order in which candidates were added: a clash is settled by what the candidates are.
package struct NameScope: Sendable {
    /// Where the names will stand, which decides their casing and which words are reserved.
    package enum Position: Sendable {
        case type, member, enumerationCase, method, argument, module
    }

    package struct Candidate: Sendable {
        /// The words to name it by, such as `call_uuid`; may be anything at all.
        package var wireName: String
        /// A name that somebody chose: taken as it is where it is an identifier.
        package var override: String?

        package init(_ wireName: String, override: String? = nil) {
            self.wireName = wireName
            self.override = override
        }
    }

    /// A name that had to differ from the plain one, for the report.
    package struct Rename: Sendable, Equatable {
        package enum Reason: Sendable, Equatable {
            /// Swift, or the code around it, needs the plain name for something else.
            case reserved
            /// Another candidate, or the scope, has the plain name too.
            case clash
            /// The name that somebody chose is no identifier, or can't stand here: `plainName` is that name.
            case unusableOverride
            /// The plain name would be too long to read.
            case tooLong
        }

        package var wireName: String
        package var plainName: String
        package var name: String
        package var reason: Reason
    }

    package let position: Position
    package let settings: NamingSettings
    /// Names that stand in the scope already, or that names of this scope would shadow.
    private let taken: Set<String>
    /// Names of the same kind that stand around the scope only: many scopes share the others.
    private let nearby: Set<String>
    /// What is added to a name that is reserved or taken.
    private let suffix: String

    /// - Parameters:
    ///   - taken: names that the scope's names must differ from, and so must they from those that are `nearby`.
    ///   - suffix: what is added to a name that is reserved or taken: `Model` for types and `Value` elsewhere, if nothing
    ///     else says better what is named.
    package init(
        _ position: Position, settings: NamingSettings, taken: Set<String> = [], nearby: Set<String> = [],
        suffix: String? = nil
    ) {
        self.position = position
        self.settings = settings
        self.taken = taken
        self.nearby = nearby
        self.suffix = suffix ?? (Self.isCapitalized(position) ? "Model" : "Value")
    }

    /// The identifiers of all candidates, in the order of the candidates, all different.
    ///
    /// Each candidate gets its wire name in Swift's casing. A reserved word gets a suffix. Where several want one name, the one whose wire name is that name keeps it; the others spell out
    /// their symbols (`fooDashBar`) or, if that doesn't tell them apart, bear a hash of their wire name.
    package func names(for candidates: [Candidate]) -> (names: [Identifier], renames: [Rename]) {
        var casing = casing
        var proposals: [NameSettlement.Proposal] = []
        proposals.reserveCapacity(candidates.count)
        for candidate in candidates { proposals.append(proposal(candidate, &casing)) }
        return names(for: proposals, &casing)
    }

    /// The identifiers of what is named by the same words with several endings, such as a method's request and response:
    /// `create_call_request` and so on.
    ///
    /// - Parameter endings: plain words.
    /// - Returns: all names of the first words, then those of the next ones.
    package func names(for words: [String], endings: [String]) -> [Identifier] {
        var casing = casing
        let written = endings.map { casing.name($0, symbols: .meaningful).text }
        var proposals: [NameSettlement.Proposal] = []
        proposals.reserveCapacity(words.count * endings.count)
        for words in words {
            // Letters and digits are split and written once for all endings.
            let isPlain = isCapitalized && Casing.isPlain(words)
            let (stem, isCut) = isPlain ? casing.name(words, symbols: .meaningful) : ("", true)
            for (ending, text) in zip(endings, written) {
                let candidate = Candidate(words + "_" + ending)
                let isWhole = !isCut && stem.utf8.count + text.utf8.count <= Casing.maximumLength
                proposals.append(
                    isWhole
                        ? proposal(candidate, plain: stem + text, isCut: false) : proposal(candidate, &casing))
            }
        }
        return names(for: proposals, &casing).names
    }

    private func names(
        for proposals: [NameSettlement.Proposal], _ casing: inout Casing
    ) -> (names: [Identifier], renames: [Rename]) {
        var settlement = NameSettlement(proposals: proposals, taken: taken, nearby: nearby)
        settlement.settle { usable(cased($0, symbols: .all, &casing).text) }
        return (settlement.names.map { Identifier(unchecked: $0) }, renames(settlement))
    }

    private func renames(_ settlement: NameSettlement) -> [Rename] {
        var renames: [Rename] = []
        for (proposal, name) in zip(settlement.proposals, settlement.names) {
            if let refused = proposal.refusedOverride {
                renames.append(
                    Rename(wireName: proposal.wireName, plainName: refused, name: name, reason: .unusableOverride))
            } else if name != proposal.plainName {
                let reason: Rename.Reason = name != proposal.name ? .clash : proposal.reason
                renames.append(
                    Rename(wireName: proposal.wireName, plainName: proposal.plainName, name: name, reason: reason))
            }
        }
        return renames
    }

    /// The identifier of a single candidate that nothing else in the scope can clash with.
    package func name(_ wireName: String, override: String? = nil) -> Identifier {
        var casing = casing
        let proposal = proposal(Candidate(wireName, override: override), &casing)
        if !isTaken(proposal.name) { return Identifier(unchecked: proposal.name) }
        return names(for: [Candidate(wireName, override: override)]).names[0]
    }

    private func proposal(_ candidate: Candidate, _ casing: inout Casing) -> NameSettlement.Proposal {
        if let override = candidate.override, accepts(override) {
            return NameSettlement.Proposal(
                wireName: candidate.wireName, plainName: override, name: override, reason: .clash, isChosen: true)
        }
        let (plain, isCut) = cased(candidate.wireName, symbols: .meaningful, &casing)
        return proposal(candidate, plain: plain, isCut: isCut)
    }

    private func proposal(_ candidate: Candidate, plain: String, isCut: Bool) -> NameSettlement.Proposal {
        let name = isCut ? "\(plain)_\(StableHash(candidate.wireName).prefix(6))" : plain
        return NameSettlement.Proposal(
            wireName: candidate.wireName, plainName: plain, name: usable(name),
            reason: isTaken(name) ? .clash : isCut ? .tooLong : .reserved, isChosen: false,
            refusedOverride: candidate.override)
    }

    /// Whether a name that somebody chose can stand here, apart from clashes. `.none` can, for those who know what they
    /// do.
    package func accepts(_ name: String) -> Bool {
        guard IdentifierGrammar.isIdentifier(name) else { return false }
        return switch ReservedWords.reason(name, at: position) {
        case nil, .optional: true
        case .language, .type, .local, .member: false
        }
    }

    private var casing: Casing {
        Casing(style: isCapitalized ? .upperCamel : .lowerCamel, acronyms: settings.table)
    }

    /// The name in Swift's casing, beginning with a letter.
    private func cased(
        _ wireName: String, symbols: WordSplitter.Symbols, _ casing: inout Casing
    ) -> (text: String, isCut: Bool) {
        let (text, isCut) = casing.name(wireName, symbols: symbols)
        guard let first = text.unicodeScalars.first else {
            return (position == .enumerationCase ? "empty" : isCapitalized ? "Value" : "value", false)
        }
        return (IdentifierGrammar.isHead(first) ? text : (isCapitalized ? "Value" : "value") + text, isCut)
    }

    /// The name, told from the reserved word that it is or from the name that the scope has already.
    private func usable(_ name: String) -> String {
        guard ReservedWords.reason(name, at: position) != nil || isTaken(name) else { return name }
        return name + suffix
    }

    private func isTaken(_ name: String) -> Bool { taken.contains(name) || nearby.contains(name) }

    private var isCapitalized: Bool { Self.isCapitalized(position) }

    private static func isCapitalized(_ position: Position) -> Bool {
        switch position {
        case .type, .module: true
        case .member, .enumerationCase, .method, .argument: false
        }
    }
}
