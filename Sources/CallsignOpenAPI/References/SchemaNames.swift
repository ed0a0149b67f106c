import CallsignDiagnostics
import CallsignYAML

/// The places that schemas of one file give names: by `$anchor` and `$dynamicAnchor` (JSON Schema Core 2020-12,
/// section 8.2.2), and by `$id` (section 8.2.1).
struct SchemaNames {
    /// The tokens of the pointers to the schemas, by `#` and the anchor, or by the identifier.
    private var places: [String: [String]] = [:]
    /// All names, sorted, for suggestions.
    var all: [String] { places.keys.sorted() }
    /// Whether any schema says where it lies, to which references in it may be relative.
    private(set) var hasIdentifiers = false
    /// What relative references mean that stand in schemas with an identifier, by where they stand.
    private var references: [SourceMark: String] = [:]

    init(of root: Node) {
        // Documents nest as deep as their reader allows, so this keeps its own stack.
        var pending: [(node: Node, place: [String], base: String?)] = [(root, [], nil)]
        while let (node, place, outer) = pending.popLast() {
            switch node.content {
            case .scalar: break
            case .sequence(let nodes):
                for (index, element) in nodes.enumerated() where element.scalar == nil {
                    pending.append((element, place + [String(index)], outer))
                }
            case .mapping(let mapping):
                let base = mapping["$id"]?.string.map { Self.resolved($0[...], against: outer) } ?? outer
                for entry in mapping.entries {
                    if let text = entry.value.string {
                        note(entry.key, text, at: place, base: base, entry.value.mark)
                    } else if entry.value.scalar == nil, !entry.key.hasPrefix("x-") {
                        pending.append((entry.value, place + [entry.key], base))
                    }
                }
            }
        }
    }

    private mutating func note(_ keyword: String, _ text: String, at place: [String], base: String?, _ mark: SourceMark)
    {
        switch keyword {
        case "$anchor", "$dynamicAnchor": places["#" + text] = place
        case "$id":
            places[text] = place
            if let base { places[base] = place }
            hasIdentifiers = true
        case "$ref":
            guard let base, text.utf8.first != UInt8(ascii: "#") else { break }
            references[mark] = Self.resolved(text.prefix { $0 != "#" }, against: base)
        default: break
        }
    }

    /// A reference as an address (RFC 3986, section 5.2), where it is relative and the base isn't.
    private static func resolved(_ reference: Substring, against base: String?) -> String {
        guard let base, !reference.contains(":"), let scheme = base.firstRange(of: "://") else {
            return String(reference)
        }
        let host = base[scheme.upperBound...].prefix { $0 != "/" }
        let origin = String(base[..<host.endIndex])
        if reference.hasPrefix("/") { return origin + reference }
        var segments = base[host.endIndex...].split(separator: "/").dropLast(base.hasSuffix("/") ? 0 : 1)
        for segment in reference.split(separator: "/") where segment != "." {
            if segment == ".." { segments = segments.dropLast() } else { segments.append(segment) }
        }
        return origin + segments.map { "/" + $0 }.joined()
    }

    func place(ofAnchor name: String) -> [String]? { places["#" + name] }

    func place(ofIdentifier text: Substring) -> [String]? { places[String(text)] }

    /// The place of the schema that a relative reference means by its identifier.
    func place(ofReferenceAt mark: SourceMark) -> [String]? { references[mark].flatMap { places[$0] } }
}
