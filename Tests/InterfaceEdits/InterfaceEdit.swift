/// An edit of the Zoo's description or configuration, and what it means for callers of the client.
package struct InterfaceEdit: Sendable, CustomStringConvertible {
    /// A text and what takes its place, everywhere it stands.
    package struct Replacement: Sendable {
        let text: String
        let other: String

        package init(_ text: String, _ other: String) {
            self.text = text
            self.other = other
        }
    }

    package let name: String
    package let isBreaking: Bool
    /// The codes of the changes with their subjects, in any order; nothing where only the verdict counts.
    package let changes: [String]?
    /// Source within a function that has a `client`: it compiles with the old client, and with the new one unless the
    /// edit is breaking.
    package let caller: String?
    private let edit: [Replacement]
    /// What is different about the description before the edit, which is the Zoo's otherwise.
    private let before: [Replacement]
    private let configuration: [Replacement]
    /// What the configuration says beside the rest, before and after.
    private let settings: String
    /// Whether the edit is undone instead of done.
    private let isReversed: Bool

    package init(
        _ name: String, breaking: Bool, _ changes: [String]?, edit: [Replacement] = [],
        before: [Replacement] = [], configuration: [Replacement] = [], settings: String = "", isReversed: Bool = false,
        caller: String? = nil
    ) {
        self.name = name
        isBreaking = breaking
        self.changes = changes
        self.caller = caller
        self.edit = edit
        self.before = before
        self.configuration = configuration
        self.settings = settings
        self.isReversed = isReversed
    }

    package var description: String { name }

    /// The two files of the API before or after.
    package struct Files: Sendable {
        package let description: String
        package let configuration: String
    }

    package var old: Files { isReversed ? edited : base }
    package var new: Files { isReversed ? base : edited }

    private var base: Files {
        Files(
            description: Self.edited(Zoo.description, before), configuration: Zoo.configuration + settings)
    }

    private var edited: Files {
        Files(
            description: Self.edited(Zoo.description, edit),
            configuration: Self.edited(Zoo.configuration + settings, configuration))
    }

    /// Whether each replacement found something to replace.
    package var isComplete: Bool {
        (edit + before).allSatisfy { Zoo.description.contains($0.text) }
            && configuration.allSatisfy { base.configuration.contains($0.text) }
    }

    private static func edited(_ text: String, _ replacements: [Replacement]) -> String {
        replacements.reduce(text) { $0.replacing($1.text, with: $1.other) }
    }
}
