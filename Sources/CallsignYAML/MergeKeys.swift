import CallsignDiagnostics

/// The merge keys of a mapping (`<<`, the type `tag:yaml.org,2002:merge`).
enum MergeKeys {
    struct Problem {
        let code = "yaml-merge"
        var message: String
        var remedy: String
        var mark: SourceMark
    }

    /// Replaces a merge key by the entries of the mappings it merges, where it stands.
    ///
    /// Keys of the mapping itself win wherever they are; of several mappings, the earlier wins (the merge key's
    /// specification, which YAML 1.2 leaves as it was).
    static func expand(
        _ entries: [Mapping.Entry], isMerge: [Bool], report: (Problem) -> Void
    ) -> [Mapping.Entry] {
        var taken: Set<String> = []
        for (entry, isMerge) in zip(entries, isMerge) where !isMerge { taken.insert(entry.key) }
        var expanded: [Mapping.Entry] = []
        expanded.reserveCapacity(entries.count)
        for (entry, isMerge) in zip(entries, isMerge) {
            guard isMerge else {
                expanded.append(entry)
                continue
            }
            for mapping in merged(entry.value, report: report) {
                for inherited in mapping.entries where taken.insert(inherited.key).inserted {
                    expanded.append(inherited)
                }
            }
        }
        return expanded
    }

    /// The mappings that the value of a merge key stands for.
    private static func merged(_ value: Node, report: (Problem) -> Void) -> [Mapping] {
        switch value.content {
        case .mapping(let mapping): return [mapping]
        case .sequence(let nodes):
            return nodes.compactMap { node in
                if node.mapping == nil { report(problem(node)) }
                return node.mapping
            }
        case .scalar:
            report(problem(value))
            return []
        }
    }

    private static func problem(_ node: Node) -> Problem {
        Problem(
            message: "'<<' merges objects, and this is \(node.kind.phrase)",
            remedy: "name an object with an alias, such as '<<: *defaults', or quote the key: '\"<<\"'",
            mark: node.mark)
    }
}
