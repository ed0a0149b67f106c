import CallsignYAML

/// The places that schemas of one file give names: by `$anchor` and `$dynamicAnchor` (JSON Schema Core 2020-12,
/// section 8.2.2), and by `$id` (section 8.2.1).
struct SchemaNames {
    /// The tokens of the pointers to the schemas, by `#` and the anchor, or by the identifier.
    private var places: [String: [String]] = [:]
    /// All names, sorted, for suggestions.
    var all: [String] { places.keys.sorted() }

    init(of root: Node) {
        // Documents nest as deep as their reader allows, so this keeps its own stack.
        var pending: [(node: Node, place: [String])] = [(root, [])]
        while let (node, place) = pending.popLast() {
            switch node.content {
            case .scalar: break
            case .sequence(let nodes):
                for (index, element) in nodes.enumerated() where element.scalar == nil {
                    pending.append((element, place + [String(index)]))
                }
            case .mapping(let mapping):
                for entry in mapping.entries {
                    if let text = entry.value.string {
                        note(entry.key, text, at: place)
                    } else if entry.value.scalar == nil, !entry.key.hasPrefix("x-") {
                        pending.append((entry.value, place + [entry.key]))
                    }
                }
            }
        }
    }

    private mutating func note(_ keyword: String, _ text: String, at place: [String]) {
        switch keyword {
        case "$anchor", "$dynamicAnchor": places["#" + text] = place
        case "$id": places[text] = place
        default: break
        }
    }

    func place(ofAnchor name: String) -> [String]? { places["#" + name] }

    func place(ofIdentifier text: Substring) -> [String]? { places[String(text)] }
}
