import CallsignDiagnostics
import CallsignYAML

extension SchemaArena {
    /// Reads `discriminator` (OpenAPI 3.1.1, section 4.8.25), the schemas of its mapping found.
    mutating func discriminator(_ node: Node) -> Schema.Discriminator? {
        guard var reader = MappingReader(node, "a discriminator", sink: sink) else { return nil }
        let propertyName = reader.requiredString("propertyName")
        var mapping: [(value: String, schema: SchemaID)] = []
        for entry in reader.mapping("mapping")?.entries ?? [] {
            if let id = discriminated(entry.value) { mapping.append((entry.key, id)) }
        }
        var defaultMapping: SchemaID?
        if let node = reader.node("defaultMapping") { defaultMapping = discriminated(node) }
        reader.finishObject()
        guard let propertyName else { return nil }
        var discriminator = Schema.Discriminator(propertyName: propertyName, mapping: mapping, mark: node.mark)
        discriminator.defaultMapping = defaultMapping
        return discriminator
    }

    /// The schema that a value of the mapping means: the name of a component before a reference.
    private mutating func discriminated(_ node: Node) -> SchemaID? {
        guard let text = node.string else {
            sink.error(
                "wrong-type", "expected the name of a schema or a reference to one, but found \(node.kind.phrase)",
                at: node.mark)
            return nil
        }
        let own = resolver.files.position(of: node.mark)
        for position in own == 0 ? [0] : [0, own] {
            let components = resolver.files[position].root["components"]?["schemas"]?.mapping
            guard let component = components?[text] else { continue }
            let pointer = JSONPointer.appending(text, to: resolver.files[position].name + "#/components/schemas")
            if position == 0 { resolver.markUsed(pointer) }
            return identifier(of: component, at: pointer, name: text)
        }
        if text.utf8.contains(where: { "#/.".utf8.contains($0) }) { return follow(text, at: node.mark) }
        let names = resolver.files[0].root["components"]?["schemas"]?.mapping?.entries.map(\.key) ?? []
        sink.error(
            "dangling-discriminator", "there is no schema '\(text)' under 'components/schemas'", at: node.mark,
            remedy: NearMatch.best(for: text, among: names).map { "did you mean '\($0)'?" })
        return nil
    }
}
