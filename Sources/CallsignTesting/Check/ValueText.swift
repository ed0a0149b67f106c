/// What a value holds as text: equal for equal values, whatever the order of dictionaries and sets.
enum ValueText {
    private static let deepest = 64

    static func text(of value: Any) -> String { text(of: value, depth: 0) }

    private static func text(of value: Any, depth: Int) -> String {
        let mirror = Mirror(reflecting: value)
        guard depth < deepest, !mirror.children.isEmpty else { return String(reflecting: value) }
        if mirror.displayStyle == .optional, let wrapped = mirror.children.first {
            return text(of: wrapped.value, depth: depth + 1)
        }
        let children = mirror.children.map { child in
            (child.label.map { "\($0): " } ?? "") + text(of: child.value, depth: depth + 1)
        }
        switch mirror.displayStyle {
        case .dictionary, .set: return "[\(children.sorted().joined(separator: ", "))]"
        case .collection: return "[\(children.joined(separator: ", "))]"
        case .tuple: return "(\(children.joined(separator: ", ")))"
        default: return "\(type(of: value))(\(children.joined(separator: ", ")))"
        }
    }
}
