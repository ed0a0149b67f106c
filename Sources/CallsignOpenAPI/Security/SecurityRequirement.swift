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
    mutating func readSecurity(_ nodes: [Node]) -> [SecurityRequirement] {
        var requirements: [SecurityRequirement] = []
        for node in nodes {
            guard let reader = MappingReader(node, "a security requirement", sink: sink) else { continue }
            var schemes: [(name: String, scopes: [String])] = []
            for entry in reader.mapping.entries {
                schemes.append((schemeName(entry), scopes(entry.value, of: entry.key)))
            }
            requirements.append(SecurityRequirement(schemes: schemes, mark: node.mark))
        }
        return requirements
    }

    /// The name of the scheme that a requirement means: a component's, or in OpenAPI 3.2 that of the scheme to which the
    /// key is a reference (3.2.0, section 4.30).
    private mutating func schemeName(_ entry: Mapping.Entry) -> String {
        let key = entry.key
        guard version(at: entry.keyMark) >= .v32, key.utf8.contains(where: { "#/".utf8.contains($0) }),
            arena.resolver.files[0].root["components"]?["securitySchemes"]?[key] == nil
        else { return key }
        if let known = referredSchemes[key] { return known.name }
        let reference = Node(.scalar(Scalar(key, isPlain: false)), at: entry.keyMark)
        let target = arena.resolver.resolve(reference, as: .securitySchemes)
        guard let target else {
            referredSchemes[key] = (key, nil)
            return key
        }
        let own = arena.resolver.files[0].name + "#/components/securitySchemes/"
        if target.pointer.utf8.starts(with: own.utf8), let name = target.name { return name }
        let name = target.name ?? key
        let read = readSecurityScheme(.init(key: name, keyMark: entry.keyMark, value: target.node), at: target.pointer)
        referredSchemes[key] = (name, read)
        return name
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
