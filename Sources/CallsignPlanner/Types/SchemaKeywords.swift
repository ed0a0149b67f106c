import CallsignOpenAPI
import CallsignYAML

extension Schema {
    /// The types that values have beside `null`.
    var valueTypes: [SchemaType] {
        let types = types
        return types.contains { $0 == .null } ? types.filter { !($0 == .null) } : types
    }

    /// Whether other schemas are alternatives or parts of this one.
    var isComposed: Bool { !oneOf.isEmpty || !anyOf.isEmpty || !allOf.isEmpty }

    /// The value of an extension. Most schemas have none, and those of other tools needn't be copied to see that.
    func extended(_ key: String) -> Node? {
        let entries = extensions.entries
        for index in entries.indices where entries[index].key == key { return entries[index].value }
        return nil
    }

    /// The text that an extension holds.
    func text(_ key: String) -> String? { extended(key)?.string }
}

extension Node {
    /// The text of a scalar other than `null`.
    var valueText: String? {
        guard case .scalar(let scalar) = content, !scalar.isNull else { return nil }
        return scalar.text
    }
}

extension Scalar {
    /// Whether it means `null`, which has no more than four letters: most texts needn't be looked into.
    var isNull: Bool {
        guard isPlain, text.utf8.count <= 4, case .null = value else { return false }
        return true
    }
}
