/// A text with names in braces, as paths and the addresses of servers are (OpenAPI 3.1.1, section 4.8.8.2).
struct PathTemplate {
    /// The names in braces, in order.
    private(set) var names: [String] = []
    /// The text with all names left out: what decides whether two paths are the same.
    private(set) var shape = ""
    /// What is wrong with the braces, if anything.
    private(set) var problem: String?

    init(_ text: String) {
        var rest = text[...]
        while let brace = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
            shape += rest[..<brace]
            guard rest.utf8[brace] == UInt8(ascii: "{") else {
                problem = "a '}' closes nothing"
                return
            }
            rest = rest[brace...].dropFirst()
            guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")) else {
                problem = "a '{' is never closed"
                return
            }
            let name = rest[..<end]
            guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "{")) else {
                problem = name.isEmpty ? "a name is missing between '{' and '}'" : "a '{' stands within braces"
                return
            }
            names.append(String(name))
            shape += "{}"
            rest = rest[end...].dropFirst()
        }
        shape += rest
    }
}
