import CallsignOpenAPI
import CallsignPlan

/// Names methods, so that no two of a resource collide.
struct MethodNames {
    let settings: PlanSettings

    /// The name of each method, by its index.
    func names(of drafts: [MethodDraft], in tree: [ResourcePlanner.Node]) -> [Identifier] {
        var names: [Identifier?] = Array(repeating: nil, count: drafts.count)
        for node in tree { assign(node, drafts, to: &names) }
        let scope = NameScope(.method, settings: settings.naming)
        return zip(names, drafts).map { $0 ?? scope.name($1.words) }
    }

    private func assign(_ node: ResourcePlanner.Node, _ drafts: [MethodDraft], to names: inout [Identifier?]) {
        var seen: Set<String> = []
        var counts: [String: Int] = [:]
        for index in node.methods { counts[drafts[index].words, default: 0] += 1 }
        let candidates = node.methods.map { index in
            let draft = drafts[index]
            let path = draft.operation.path
            // Paths may differ by nothing but a slash at the end.
            if counts[draft.words] ?? 0 > 1, draft.operation.operationID == nil, path != "/", path.hasSuffix("/") {
                let words = draft.words + "_slash"
                if seen.insert(words).inserted {
                    return NameScope.Candidate(words, override: draft.nameOverride)
                }
            }
            let isNew = seen.insert(draft.words).inserted
            // Two operations may come to the same words without their resource's: then each says all of its own.
            let words =
                isNew ? draft.words : draft.operation.operationID ?? draft.operation.method + draft.operation.path
            return NameScope.Candidate(words, override: draft.nameOverride)
        }
        let taken = Set(
            ["core"] + node.children.map { NameScope(.member, settings: settings.naming).name($0.word).text })
        let own = NameScope(.method, settings: settings.naming, taken: taken).names(for: candidates).names
        for (index, name) in zip(node.methods, own) { names[index] = name }
        for child in node.children { assign(child, drafts, to: &names) }
    }
}
