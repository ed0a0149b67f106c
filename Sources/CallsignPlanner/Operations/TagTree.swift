import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// The tags of a description as places of resources, nested as they are (OpenAPI 3.2.0, section 4.22).
struct TagTree {
    /// Kinds of tags that say something else than where an operation belongs, by OpenAPI's registry of kinds.
    private static let otherKinds: Set<String> = ["audience", "badge"]

    private let tags: [String: Tag]
    /// Names of resources by tag, as the configuration chose them.
    private let chosen: [String: String]

    init(document: ResolvedDocument, settings: PlanSettings) {
        tags = Dictionary(document.tags.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        chosen = Dictionary(
            settings.resources.map { ($0.key.value, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The tag whose resource an operation belongs to: its first that sorts operations.
    func resourceTag(of operation: Operation) -> String? {
        operation.tags.first { tag in
            // Without a letter it names nothing.
            guard tag.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
            guard let kind = tags[tag]?.kind else { return true }
            return !Self.otherKinds.contains(kind)
        }
    }

    /// The path of a tag's resource from the client, as words.
    func path(of tag: String) -> [String] {
        var inner: [String] = []
        var seen: Set<String> = []
        var next: String? = tag
        while let name = next, seen.insert(name).inserted {
            // A name that somebody chose says the whole path.
            if let chosen = chosen[name] ?? tags[name]?.extensions["x-callsign-name"]?.string {
                return chosen.split(separator: ".").map(String.init) + inner.reversed()
            }
            inner.append(name)
            next = tags[name]?.parent
        }
        return inner.reversed()
    }
}
