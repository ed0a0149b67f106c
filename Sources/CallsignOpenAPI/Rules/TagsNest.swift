import CallsignDiagnostics
import CallsignYAML

/// The parent of a tag is described, and no tag is within itself (OpenAPI 3.2.0, section 4.22).
struct TagsNest: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let names = document.tags.map(\.name)
        let parents = Dictionary(
            document.tags.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for tag in document.tags {
            guard let parent = tag.parent else { continue }
            if parents[parent] == nil {
                sink.error(
                    "unknown-parent-tag", "there is no tag '\(parent)' for '\(tag.name)' to be nested in",
                    at: tag.parentMark,
                    remedy: NearMatch.best(for: parent, among: names).map { "did you mean '\($0)'?" }
                        ?? "describe it under 'tags'")
            } else if isWithinItself(tag.name, parents) {
                sink.error(
                    "nested-tag-cycle", "the tag '\(tag.name)' is nested in itself", at: tag.parentMark,
                    remedy: "leave out the 'parent' of one of the tags in the circle")
            }
        }
    }

    private func isWithinItself(_ name: String, _ parents: [String: String?]) -> Bool {
        var seen: Set<String> = []
        var next = parents[name] ?? nil
        while let current = next, seen.insert(current).inserted {
            if current == name { return true }
            next = parents[current] ?? nil
        }
        return false
    }
}
