import CallsignDiagnostics
import CallsignYAML

/// The parent of a tag is described, and no tag is within itself (OpenAPI 3.2.0, section 4.22).
struct TagsNest: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let names = document.tags.map(\.name)
        let parents = Dictionary(
            document.tags.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
        let circular = circular(parents)
        for tag in document.tags {
            guard let parent = tag.parent else { continue }
            if parents[parent] == nil {
                sink.error(
                    "unknown-parent-tag", "there is no tag '\(parent)' for '\(tag.name)' to be nested in",
                    at: tag.parentMark,
                    remedy: NearMatch.best(for: parent, among: names).map { "did you mean '\($0)'?" }
                        ?? "describe it under 'tags'")
            } else if circular.contains(tag.name) {
                sink.error(
                    "nested-tag-cycle", "the tag '\(tag.name)' is nested in itself", at: tag.parentMark,
                    remedy: "leave out the 'parent' of one of the tags in the circle")
            }
        }
    }

    /// The tags that are within themselves. Each is walked over once, however deep they are.
    private func circular(_ parents: [String: String?]) -> Set<String> {
        var found: Set<String> = []
        /// The walk that came by each tag first.
        var walks: [String: Int] = [:]
        for (walk, start) in parents.keys.enumerated() {
            var next: String? = start
            while let name = next, walks[name] == nil {
                walks[name] = walk
                next = parents[name] ?? nil
            }
            // Where a walk comes back to itself, a circle begins.
            while let name = next, walks[name] == walk, found.insert(name).inserted { next = parents[name] ?? nil }
        }
        return found
    }
}
