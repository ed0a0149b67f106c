import CallsignYAML

/// A node of a document, with the way to it: the positions of entries and elements, from the root on.
struct LocatedNode {
    var node: Node
    var location: [Int] = []
}

extension JSONPath {
    /// The nodes that a path leads to, each once, in the order of the text.
    func nodes(in root: Node) -> [LocatedNode] {
        var nodes = evaluate(from: LocatedNode(node: root), root: root)
        nodes.sort { $0.location.lexicographicallyPrecedes($1.location) }
        var last: [Int]?
        nodes.removeAll { node in
            defer { last = node.location }
            return node.location == last
        }
        return nodes
    }

    /// How many segments from the first on lead to anything.
    func matchedSegments(in root: Node) -> (count: Int, nodes: [LocatedNode]) {
        var nodes = [LocatedNode(node: root)]
        for (index, segment) in segments.enumerated() {
            let next = segment.nodes(from: nodes, root: root)
            if next.isEmpty { return (index, nodes) }
            nodes = next
        }
        return (segments.count, nodes)
    }

    private func evaluate(from current: LocatedNode, root: Node) -> [LocatedNode] {
        var nodes = [isAbsolute ? LocatedNode(node: root) : current]
        for segment in segments {
            nodes = segment.nodes(from: nodes, root: root)
            if nodes.isEmpty { break }
        }
        return nodes
    }

    fileprivate func value(from current: Node, root: Node) -> Node? {
        evaluate(from: LocatedNode(node: current), root: root).first?.node
    }

    fileprivate func exists(from current: Node, root: Node) -> Bool {
        !evaluate(from: LocatedNode(node: current), root: root).isEmpty
    }
}

extension JSONPath.Segment {
    fileprivate func nodes(from nodes: [LocatedNode], root: Node) -> [LocatedNode] {
        var found: [LocatedNode] = []
        for node in isDescendant ? nodes.flatMap(\.andDescendants) : nodes {
            for selector in selectors { found += selector.nodes(of: node, root: root) }
        }
        return found
    }
}

extension LocatedNode {
    fileprivate func child(_ node: Node, at position: Int) -> LocatedNode {
        LocatedNode(node: node, location: location + [position])
    }

    fileprivate var children: [LocatedNode] {
        switch node.content {
        case .scalar: []
        case .sequence(let nodes): nodes.enumerated().map { child($1, at: $0) }
        case .mapping(let mapping): mapping.entries.enumerated().map { child($1.value, at: $0) }
        }
    }

    /// The node and all below it, in the order of the text.
    fileprivate var andDescendants: [LocatedNode] {
        var found: [LocatedNode] = []
        var pending = [self]
        while let next = pending.popLast() {
            found.append(next)
            pending += next.children.reversed()
        }
        return found
    }
}

extension JSONPath.Selector {
    fileprivate func nodes(of parent: LocatedNode, root: Node) -> [LocatedNode] {
        switch self {
        case .wildcard: return parent.children
        case .filter(let condition): return parent.children.filter { condition.holds(for: $0.node, root: root) }
        case .name(let name):
            guard let entries = parent.node.mapping?.entries,
                let position = entries.firstIndex(where: { $0.key == name })
            else { return [] }
            return [parent.child(entries[position].value, at: position)]
        case .index(let index):
            guard let nodes = parent.node.sequence else { return [] }
            let position = index < 0 ? nodes.count + index : index
            return nodes.indices.contains(position) ? [parent.child(nodes[position], at: position)] : []
        case .slice(let start, let end, let step):
            guard let nodes = parent.node.sequence else { return [] }
            return Self.positions(start, end, step, count: nodes.count).map { parent.child(nodes[$0], at: $0) }
        }
    }

    /// The positions of a slice (RFC 9535, section 2.3.4.2.2).
    private static func positions(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        func normalized(_ index: Int) -> Int { index < 0 ? count + index : index }
        if step > 0 {
            let lower = min(max(normalized(start ?? 0), 0), count)
            let upper = min(max(normalized(end ?? count), 0), count)
            return Array(stride(from: lower, to: upper, by: step))
        }
        if step == 0 { return [] }
        let upper = min(max(start.map(normalized) ?? count - 1, -1), count - 1)
        let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
        return Array(stride(from: upper, to: lower, by: step))
    }
}

extension JSONPath.Condition {
    fileprivate func holds(for node: Node, root: Node) -> Bool {
        switch self {
        case .any(let parts): parts.contains { $0.holds(for: node, root: root) }
        case .all(let parts): parts.allSatisfy { $0.holds(for: node, root: root) }
        case .not(let condition): !condition.holds(for: node, root: root)
        case .exists(let query): query.exists(from: node, root: root)
        case .comparison(let left, let sign, let right):
            sign.holds(left.value(from: node, root: root), right.value(from: node, root: root))
        }
    }
}

extension JSONPath.Operand {
    /// Nothing where a query leads nowhere, which is a value of its own in comparisons.
    fileprivate func value(from node: Node, root: Node) -> Node? {
        switch self {
        case .query(let query): query.value(from: node, root: root)
        case .literal(let literal):
            switch literal {
            case .null: Node(.scalar(Scalar("null", isPlain: true)), at: root.mark)
            case .bool(let value): .flag(value, at: root.mark)
            case .number(let value): Node(.scalar(Scalar(value.description, isPlain: true)), at: root.mark)
            case .string(let text): .text(text, at: root.mark)
            }
        }
    }
}

extension JSONPath.Operator {
    /// RFC 9535, section 2.3.5.2.2.
    fileprivate func holds(_ left: Node?, _ right: Node?) -> Bool {
        switch self {
        case .equal: Self.areEqual(left, right)
        case .unequal: !Self.areEqual(left, right)
        case .less: Self.isLess(left, right)
        case .greater: Self.isLess(right, left)
        case .atMost: Self.isLess(left, right) || Self.areEqual(left, right)
        case .atLeast: Self.isLess(right, left) || Self.areEqual(left, right)
        }
    }

    private static func areEqual(_ left: Node?, _ right: Node?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        switch (left.content, right.content) {
        case (.scalar(let first), .scalar(let second)):
            if let first = number(first), let second = number(second) { return first == second }
            return first.value == second.value && (first.value != .string || first.text == second.text)
        case (.sequence(let first), .sequence(let second)):
            return first.count == second.count && zip(first, second).allSatisfy { areEqual($0, $1) }
        case (.mapping(let first), .mapping(let second)):
            return first.entries.count == second.entries.count
                && first.entries.allSatisfy { entry in
                    second[entry.key].map { areEqual(entry.value, $0) } ?? false
                }
        default: return false
        }
    }

    private static func isLess(_ left: Node?, _ right: Node?) -> Bool {
        guard let left = left?.scalar, let right = right?.scalar else { return false }
        if let first = number(left), let second = number(right) { return first < second }
        guard left.value == .string, right.value == .string else { return false }
        return left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }

    private static func number(_ scalar: Scalar) -> Double? {
        switch scalar.value {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .null, .bool, .string: nil
        }
    }
}
