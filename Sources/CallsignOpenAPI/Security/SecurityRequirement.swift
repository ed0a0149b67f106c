package import CallsignDiagnostics
import CallsignYAML

/// Alternatives are listed; the schemes within one apply together.
package struct SecurityRequirement: Sendable, Equatable {
    package var schemes: [(name: String, scopes: [String])]
    package var mark: SourceMark

    package static func == (left: Self, right: Self) -> Bool {
        left.schemes.map(\.name) == right.schemes.map(\.name)
            && left.schemes.map(\.scopes) == right.schemes.map(\.scopes)
    }
}

extension DocumentReader {
    /// Reads a list of Security Requirement Objects (OpenAPI 3.1.1, section 4.8.30). That their schemes exist is for
    /// `SecuritySchemesExist` to check.
    func readSecurity(_ nodes: [Node]) -> [SecurityRequirement] {
        nodes.compactMap { node in
            guard let reader = MappingReader(node, "a security requirement", sink: sink) else { return nil }
            let schemes = reader.mapping.entries.map { entry in
                (name: entry.key, scopes: scopes(entry.value, of: entry.key))
            }
            return SecurityRequirement(schemes: schemes, mark: node.mark)
        }
    }

    private func scopes(_ node: Node, of scheme: String) -> [String] {
        guard let nodes = node.sequence else {
            sink.error(
                "wrong-type", "expected a list of scopes for '\(scheme)', but found \(node.kind.phrase)", at: node.mark,
                remedy: "write '\(scheme): []' where there are none")
            return []
        }
        return nodes.compactMap { $0.scalar?.text }
    }
}
