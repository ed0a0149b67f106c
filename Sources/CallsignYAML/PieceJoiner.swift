import CallsignDiagnostics

/// Puts pieces of a text together to the tree that the whole text is.
///
/// A piece after the first begins with a key. As YAML goes by indentation (1.2.2, section 6.1), the key belongs to the
/// collection with keys at the same column that is still open, and closes all that are in it. If there is none, the cut
/// was within a text.
struct PieceJoiner {
    /// A collection that may go on in the next piece.
    private struct Open {
        var node: Node
        /// The parts that are finished.
        var entries: [Mapping.Entry] = []
        var nodes: [Node] = []
        /// The key of the collection that comes next in the list of open ones.
        var key: (text: String, mark: SourceMark)?

        var isMapping: Bool { node.mapping != nil }
    }

    private let limits: YAMLLimits
    private var open: [Open] = []
    private var written = 0
    private var size = 0

    init(limits: YAMLLimits) {
        self.limits = limits
    }

    /// Adds the next pieces.
    ///
    /// - Parameter pieces: nothing where they couldn't be read.
    /// - Returns: whether they belong there. Otherwise nothing can be made of those so far.
    mutating func join(_ pieces: [Piece]?) -> Bool {
        guard let pieces else { return false }
        return pieces.allSatisfy { join($0) }
    }

    private mutating func join(_ piece: Piece) -> Bool {
        // The root of a later piece is no node of the whole.
        let extra = open.isEmpty ? 0 : 1
        written += piece.written - extra
        size += piece.size - extra
        guard written <= limits.nodes, size - written <= limits.aliasedNodes else { return false }
        if open.isEmpty {
            guard piece.open > 0 else { return false }
            reopen(piece.root, levels: piece.open)
            return true
        }
        guard piece.indentation != nil, let entries = piece.root.mapping?.entries else { return false }
        let column = piece.root.mark.column
        while let last = open.last, last.node.mark.column > column || !last.isMapping {
            guard close() else { return false }
        }
        guard let last = open.last, last.node.mark.column == column,
            open.count - 1 + piece.height <= limits.depth
        else { return false }
        open[open.count - 1].entries += entries
        continueInto(levels: piece.open)
        return true
    }

    /// The tree of all pieces.
    mutating func root() -> Node? {
        while open.count > 1 {
            guard close() else { return nil }
        }
        return open.popLast().flatMap { Self.closed($0) }
    }

    private mutating func reopen(_ node: Node, levels: Int) {
        open.append(Open(node: node))
        switch node.content {
        case .mapping(let mapping): open[open.count - 1].entries = mapping.entries
        case .sequence(let nodes): open[open.count - 1].nodes = nodes
        case .scalar: return
        }
        continueInto(levels: levels)
    }

    /// Opens the last part of the innermost open collection, and the last part of that, if they are open to the end.
    private mutating func continueInto(levels: Int) {
        guard levels > 1 else { return }
        let innermost = open.count - 1
        if let entry = open[innermost].isMapping ? open[innermost].entries.popLast() : nil {
            open[innermost].key = (entry.key, entry.keyMark)
            reopen(entry.value, levels: levels - 1)
        } else if let node = open[innermost].nodes.popLast() {
            reopen(node, levels: levels - 1)
        }
    }

    /// Closes the innermost open collection, which becomes the last part of the one that it is in.
    private mutating func close() -> Bool {
        guard let node = open.popLast().flatMap({ Self.closed($0) }), !open.isEmpty else { return false }
        let outer = open.count - 1
        if let key = open[outer].key.take() {
            open[outer].entries.append(Mapping.Entry(key: key.text, keyMark: key.mark, value: node))
        } else {
            open[outer].nodes.append(node)
        }
        return true
    }

    /// - Returns: nothing where two of its keys are the same, which is for the reading of the whole to report.
    private static func closed(_ open: Open) -> Node? {
        guard open.isMapping else { return Node(.sequence(open.nodes), at: open.node.mark) }
        guard let mapping = Mapping(distinct: open.entries) else { return nil }
        return Node(.mapping(mapping), at: open.node.mark)
    }
}

extension Mapping {
    /// - Returns: nothing where two keys are the same.
    fileprivate init?(distinct entries: [Entry]) {
        var isDistinct = true
        if entries.count <= Self.searched {
            isDistinct = !entries.indices.contains { later in
                entries[..<later].contains { $0.key == entries[later].key }
            }
        }
        self.init(entries) { _, _ in isDistinct = false }
        if !isDistinct { return nil }
    }
}
