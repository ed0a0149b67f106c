import CallsignDiagnostics
import CallsignYAML

/// An object that isn't a schema, after the references that led to it.
struct Dereferenced {
    var node: Node
    /// File and JSON pointer of the object itself.
    var pointer: String
    /// The name of the component that it is, where it was reached by reference.
    var name: String?
    /// Whether a reference led to it, so that it may be met again.
    var isShared: Bool
    /// What the Reference Object says instead of the object (OpenAPI 3.1.1, section 4.8.23).
    var description: Node?
}

extension DocumentReader {
    /// Follows an object that may be a reference to where the object is.
    ///
    /// - Parameter kind: what a reference is expected to name; nothing for what is no component.
    /// - Returns: nothing where there is none, which has been reported.
    mutating func dereference(_ node: Node, at pointer: String, as kind: ComponentKind?) -> Dereferenced? {
        var result = Dereferenced(node: node, pointer: pointer, isShared: false)
        var chain: [ReferenceChain.Link] = []
        while let mapping = result.node.mapping, let reference = mapping["$ref"] {
            readSiblings(of: mapping, kind, into: &result)
            guard let target = arena.resolver.resolve(reference, as: kind) else { return nil }
            chain.append(.init(pointer: result.pointer, mark: reference.mark))
            if let cycle = ReferenceChain.cycle(in: chain, closedBy: target.pointer) {
                ReferenceChain.report(cycle, sink)
                return nil
            }
            if chain.count > limits.references {
                ReferenceChain.reportLength(limits.references, at: node.mark, sink)
                return nil
            }
            result.node = target.node
            result.pointer = target.pointer
            result.name = target.name
            result.isShared = true
        }
        if result.isShared { result.node = upgraded(result.node, as: kind) }
        return result
    }

    /// An object of a file that is a part of a description in Swagger 2.0, as it is in OpenAPI 3.
    private mutating func upgraded(_ node: Node, as kind: ComponentKind?) -> Node {
        guard arena.resolver.files.isSwaggerPart(at: node.mark) else { return node }
        return arena.resolver.files.converting { converter in
            switch kind {
            case .pathItems: converter.pathItem(node, at: [])
            case .parameters: converter.parameter(node)
            case .responses: converter.response(node, nil, at: [])
            default: node
            }
        }
    }

    private func readSiblings(of mapping: Mapping, _ kind: ComponentKind?, into result: inout Dereferenced) {
        for entry in mapping.entries where entry.key != "$ref" {
            let version = version(at: entry.keyMark)
            if version >= .v31, kind != .pathItems, entry.key == "description" || entry.key == "summary" {
                // The outermost reference has the last word.
                if entry.key == "description", result.description == nil { result.description = entry.value }
            } else {
                sink.warning(
                    "ignored-ref-sibling", "'\(entry.key)' beside '$ref' is ignored in \(version.name)",
                    at: entry.keyMark)
            }
        }
    }
}
