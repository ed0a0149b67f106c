import CallsignDiagnostics
import CallsignYAML

/// What is kept of the Components Object of the root: the rest is read where it is referred to.
struct Components {
    var schemas: [SchemaID] = []
    var securitySchemes: [SecurityScheme] = []
}

extension DocumentReader {
    /// Numbers the schemas among the components before anything refers to them, so that they come first, in order.
    mutating func reserveSchemas(of components: Node?, at pointer: String) {
        for entry in components?["schemas"]?.mapping?.entries ?? [] {
            let place = JSONPointer.appending(entry.key, to: pointer + "/schemas")
            _ = arena.reserve(entry.value, at: place, name: entry.key)
        }
    }

    /// Reads the Components Object (OpenAPI 3.1.1, section 4.8.7): everything in it, used or not, so that all problems
    /// are found.
    mutating func readComponents(_ node: Node?, at pointer: String) -> Components {
        guard let node, var reader = MappingReader(node, "the components", sink: sink) else { return Components() }
        warnOfNewer(ComponentKind.allCases.map { ($0.rawValue, $0.since) }, in: reader)
        var components = Components()
        for kind in ComponentKind.allCases {
            guard let mapping = reader.mapping(kind.rawValue) else { continue }
            let pointer = pointer + "/" + kind.rawValue
            for entry in mapping.entries { checkName(entry) }
            if kind == .schemas {
                components.schemas = readSchemas(mapping, at: pointer)
            } else {
                for entry in mapping.entries {
                    read(entry, as: kind, at: JSONPointer.appending(entry.key, to: pointer), into: &components)
                }
            }
        }
        reader.finishObject()
        return components
    }

    private func checkName(_ entry: Mapping.Entry) {
        let isValid = entry.key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        if isValid && !entry.key.isEmpty { return }
        sink.warning(
            "component-name", "the name '\(entry.key)' should have letters, digits, '.', '-' and '_' only",
            at: entry.keyMark)
    }

    private mutating func readSchemas(_ mapping: Mapping, at pointer: String) -> [SchemaID] {
        var identifiers: [SchemaID] = []
        var aliases: [(id: SchemaID, name: String)] = []
        var known: Set<SchemaID> = []
        for entry in mapping.entries {
            let place = JSONPointer.appending(entry.key, to: pointer)
            let id = arena.identifier(of: entry.value, at: place, name: entry.key)
            if arena.schemas[id.index].pointer != place { aliases.append((id, entry.key)) }
            if known.insert(id).inserted { identifiers.append(id) }
        }
        // A component that is a reference into another file lends its name to what it refers to.
        var named: Set<SchemaID> = []
        for alias in aliases where !arena.schemas[alias.id.index].pointer.hasPrefix(pointer + "/") {
            if named.insert(alias.id).inserted { arena.rename(alias.id, alias.name) }
        }
        return identifiers
    }

    private mutating func read(
        _ entry: Mapping.Entry, as kind: ComponentKind, at pointer: String, into components: inout Components
    ) {
        switch kind {
        case .schemas: break
        case .responses: _ = readResponse(entry.value, at: pointer)
        case .parameters: _ = readParameter(entry.value, at: pointer)
        case .requestBodies: _ = readRequestBody(entry.value, at: pointer)
        case .headers: _ = readHeader(entry, at: pointer)
        case .links: _ = readLink(entry.value, at: pointer)
        case .callbacks: _ = readCallback(entry, at: pointer, Operation.Defaults())
        case .pathItems: _ = readPathItem(entry, at: pointer, Operation.Defaults())
        case .mediaTypes: _ = readMediaType(entry.value, at: pointer)
        case .examples: sink.toleratingAll { _ = readExample(entry.value, at: pointer) }
        case .securitySchemes:
            if let scheme = readSecurityScheme(entry, at: pointer) { components.securitySchemes.append(scheme) }
        }
    }

    /// The components of the root that nothing refers to, in the order of the text.
    func unusedComponents(of root: Node, at pointer: String) -> [UnusedComponent] {
        var unused: [UnusedComponent] = []
        for section in root["components"]?.mapping?.entries ?? [] {
            guard ComponentKind(rawValue: section.key) != nil else { continue }
            for entry in section.value.mapping?.entries ?? [] {
                let place = JSONPointer.appending(entry.key, to: pointer + "/" + section.key)
                if !arena.resolver.used.contains(place) {
                    unused.append(UnusedComponent(kind: section.key, name: entry.key, mark: entry.keyMark))
                }
            }
        }
        return unused
    }
}
