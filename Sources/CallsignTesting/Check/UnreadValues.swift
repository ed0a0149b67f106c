import CallsignRuntime

/// Finds the unions in a value that were read as none of their types, and so hold raw JSON.
enum UnreadValues {
    private static let deepest = 64

    /// Where they are, such as `items[0].source`.
    static func paths(in value: Any) -> [String] {
        var paths: [String] = []
        find(in: value, at: "", depth: 0, &paths)
        return paths
    }

    private static func find(in value: Any, at path: String, depth: Int, _ paths: inout [String]) {
        guard depth < deepest, !(value is JSONValue) else { return }
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .enum, let child = mirror.children.first, child.value is JSONValue,
            child.label?.hasPrefix("unknown") == true
        {
            paths.append(path.isEmpty ? "the value" : path)
            return
        }
        for (index, child) in mirror.children.enumerated() {
            let step: String =
                switch mirror.displayStyle {
                case .collection: "\(path)[\(index)]"
                case .optional, .enum, .tuple, .dictionary: path
                default: child.label.map { path.isEmpty ? $0 : "\(path).\($0)" } ?? path
                }
            find(in: child.value, at: step, depth: depth + 1, &paths)
        }
    }
}
