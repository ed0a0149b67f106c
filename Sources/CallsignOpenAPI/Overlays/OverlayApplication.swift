import CallsignDiagnostics
import CallsignYAML

/// Changes a description as overlays say (OpenAPI Overlay 1.0.0, section 4.4.3), action by action. What comes from an
/// overlay keeps its place there.
struct OverlayApplication {
    let sink: DiagnosticSink
    let limits: YAMLLimits

    func apply(_ actions: [OverlayAction], to root: Node) -> Node {
        var root = root
        var added = 0
        for action in actions {
            let targets = action.target.nodes(in: root)
            added += targets.count * (action.update?.value.count ?? 0)
            guard added <= limits.nodes else {
                sink.error(
                    "overlay-too-large", "the overlay adds more than \(limits.nodes) values", at: action.mark,
                    remedy: "let the target be fewer places")
                return root
            }
            if targets.isEmpty {
                reportUnmatched(action, root)
            } else {
                root = changed(root, targets.map(\.location)[...], depth: 0, action) ?? root
            }
        }
        return root
    }

    /// A node after the change of its parts, and its own where it is a target. Nothing where it is removed.
    ///
    /// - Parameter locations: where the targets within the node are, sorted.
    private func changed(
        _ node: Node, _ locations: ArraySlice<[Int]>, depth: Int, _ action: OverlayAction
    ) -> Node? {
        var rest = locations
        let isTarget = rest.first?.count == depth
        if isTarget { rest.removeFirst() }
        if isTarget, action.removes {
            if depth > 0 { return nil }
            sink.error("overlay-root", "the whole description can't be removed", at: action.mark)
            return node
        }
        var node = node
        switch node.content {
        case .scalar: break
        case .sequence(var nodes):
            for (position, part) in Self.byPosition(rest, depth).reversed() {
                if let element = changed(nodes[position], part, depth: depth + 1, action) {
                    nodes[position] = element
                } else {
                    nodes.remove(at: position)
                }
            }
            node.content = .sequence(nodes)
        case .mapping(let mapping):
            var entries = mapping.entries
            for (position, part) in Self.byPosition(rest, depth).reversed() {
                if let value = changed(entries[position].value, part, depth: depth + 1, action) {
                    entries[position].value = value
                } else {
                    entries.remove(at: position)
                }
            }
            node.content = .mapping(Mapping(entries))
        }
        guard isTarget, let update = action.update else { return node }
        return updated(node, update, action)
    }

    /// The locations by the position that they have at a depth.
    private static func byPosition(
        _ locations: ArraySlice<[Int]>, _ depth: Int
    ) -> [(position: Int, locations: ArraySlice<[Int]>)] {
        var groups: [(position: Int, locations: ArraySlice<[Int]>)] = []
        var rest = locations
        while let position = rest.first?[depth] {
            let group = rest.prefix { $0[depth] == position }
            groups.append((position, group))
            rest = rest.dropFirst(group.count)
        }
        return groups
    }

    // MARK: Updates

    private func updated(_ node: Node, _ update: Mapping.Entry, _ action: OverlayAction) -> Node {
        switch (node.content, update.value.content) {
        case (.sequence(let nodes), _): return Node(.sequence(nodes + [update.value]), at: node.mark)
        case (.mapping, .mapping): return Self.merged(node, update.value)
        case (.mapping, _):
            sink.error(
                "wrong-type", "the target is an object, into which \(update.value.kind.phrase) can't be merged",
                at: update.value.mark)
        case (.scalar, _):
            sink.error(
                "overlay-of-value",
                "the target \(Quotation(action.text)) is \(node.kind.phrase), and only objects and arrays are updated",
                at: action.mark, remedy: "let the target be the object that holds it",
                notes: [.init("the value is here", at: node.mark)])
        }
        return node
    }

    /// Objects are merged key by key, arrays one after the other; anything else takes the place of what was there.
    private static func merged(_ node: Node, _ update: Node) -> Node {
        switch (node.content, update.content) {
        case (.sequence(let first), .sequence(let second)): return Node(.sequence(first + second), at: node.mark)
        case (.mapping(let mapping), .mapping(let changes)):
            var entries = mapping.entries
            var positions: [String: Int] = [:]
            for (position, entry) in entries.enumerated() { positions[entry.key] = position }
            for change in changes.entries {
                guard let position = positions[change.key] else {
                    entries.append(change)
                    continue
                }
                let value = merged(entries[position].value, change.value)
                if value.mark == change.value.mark { entries[position].keyMark = change.keyMark }
                entries[position].value = value
            }
            return Node(.mapping(Mapping(entries)), at: node.mark)
        default: return update
        }
    }

    // MARK: Targets that aren't there

    private func reportUnmatched(_ action: OverlayAction, _ root: Node) {
        let (count, nodes) = action.target.matchedSegments(in: root)
        var remedy: String?
        if action.target.segments.indices.contains(count), case .name(let name)? = single(action.target.segments[count])
        {
            let names = nodes.flatMap { $0.node.mapping?.entries.map(\.key) ?? [] }
            remedy = NearMatch.best(for: name, among: names).map { "did you mean '\($0)'?" }
        }
        sink.error(
            "unmatched-target", "the target \(Quotation(action.text)) matches nothing", at: action.mark,
            remedy: remedy ?? "correct the target, or remove the action")
    }

    private func single(_ segment: JSONPath.Segment) -> JSONPath.Selector? {
        segment.selectors.count == 1 ? segment.selectors[0] : nil
    }
}

extension Node {
    /// How many values there are in it, itself included.
    fileprivate var count: Int {
        var count = 0
        var pending = [self]
        while let next = pending.popLast() {
            count += 1
            switch next.content {
            case .scalar: break
            case .sequence(let nodes): pending += nodes
            case .mapping(let mapping): pending += mapping.entries.map(\.value)
            }
        }
        return count
    }
}
