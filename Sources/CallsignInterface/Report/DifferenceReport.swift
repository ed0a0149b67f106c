import CallsignDiagnostics

/// What is different between two clients, as somebody reads it.
package struct DifferenceReport: Sendable {
    package enum Form: String, Sendable, CaseIterable {
        case text, markdown, json
    }

    private let differences: InterfaceDifferences

    package init(_ differences: InterfaceDifferences) {
        self.differences = differences
    }

    package func text(_ form: Form) -> String {
        switch form {
        case .text: plainText
        case .markdown: markdown
        case .json: json
        }
    }

    /// The step that the version takes, and why, on one line.
    package var summary: String {
        let changes = differences.changes
        if changes.isEmpty { return "patch: nothing is different for callers" }
        let counts = [
            (changes.count(where: \.isBreaking), "breaking change", "breaking changes"),
            (changes.count { $0.step == .minor }, "addition", "additions"),
            (changes.count { $0.step == .patch }, "change that no source sees", "changes that no source sees"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return "\(differences.step.rawValue): \(parts.joined(separator: ", "))"
    }

    private static let sections: [(step: InterfaceChange.Step, title: String)] = [
        (.major, "Breaking"), (.minor, "Added"), (.patch, "Changed"),
    ]

    private func sections() -> [(title: String, changes: [InterfaceChange])] {
        Self.sections.map { section in (section.title, differences.changes.filter { $0.step == section.step }) }
            .filter { !$0.changes.isEmpty }
    }

    // MARK: Text

    private var plainText: String {
        let sections = sections().map { section in
            "\(section.title):\n\(Self.lines(section.changes))\n"
        }
        return sections.joined() + summary + "\n"
    }

    /// New types are of interest only together: what uses them is told of by itself.
    private static func split(_ changes: [InterfaceChange]) -> (told: [InterfaceChange], types: [String]) {
        (changes.filter { $0.code != .typeAdded }, changes.filter { $0.code == .typeAdded }.map(\.subject))
    }

    private static func lines(_ changes: [InterfaceChange]) -> String {
        let (told, types) = split(changes)
        let last = types.isEmpty ? "" : "  new types: \(types.joined(separator: ", "))\n"
        return told.map(lines).joined() + last
    }

    private static func lines(_ change: InterfaceChange) -> String {
        let line = "  \(PrintableText.line("\(change.subject) \(change.message.plain)"))\n"
        guard let consequence = change.consequence else { return line }
        return line + "      \(PrintableText.line(consequence.plain))\n"
    }

    // MARK: Markdown

    private var markdown: String {
        let sections = sections().map { section in
            "### \(section.title)\n\n\(Self.items(section.changes))\n"
        }
        let end = "This asks for a **\(differences.step.rawValue)** version.\n"
        return (sections.isEmpty ? "Nothing is different for callers.\n\n" : sections.joined()) + end
    }

    private static func items(_ changes: [InterfaceChange]) -> String {
        let (told, types) = split(changes)
        let names = types.map(MarkdownText.code).joined(separator: ", ")
        return told.map(item).joined() + (types.isEmpty ? "" : "- New types: \(names).\n")
    }

    private static func item(_ change: InterfaceChange) -> String {
        let item = "- \(MarkdownText.code(change.subject)) \(MarkdownText.text(change.message))"
        return change.consequence.map { "\(item): \(MarkdownText.text($0)).\n" } ?? "\(item).\n"
    }

    // MARK: JSON

    /// An object with `step`, `breaking` and `changes`, each on a line of its own.
    private var json: String {
        let changes = differences.changes.map { change in
            JSONText.object([
                ("code", .string(change.code.rawValue)), ("breaking", .bool(change.isBreaking)),
                ("step", .string(change.step.rawValue)), ("subject", .string(change.subject)),
                ("message", .string(change.message.plain)), ("consequence", .optional(change.consequence?.plain)),
            ]).text
        }
        let list = changes.isEmpty ? "[]" : "[\n\(changes.joined(separator: ",\n"))\n]"
        return "{\"step\":\"\(differences.step.rawValue)\",\"breaking\":\(differences.isBreaking),"
            + "\"changes\":\(list)}\n"
    }
}
