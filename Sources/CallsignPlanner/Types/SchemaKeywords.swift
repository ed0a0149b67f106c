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

    /// The value of an extension.
    func extended(_ key: String) -> Node? { extensions.value(of: key) }

    /// The text that an extension holds.
    func text(_ key: String) -> String? { extended(key)?.string }
}

extension Extensions {
    /// The value of a key. The entries of other tools, which many descriptions are full of, aren't copied to find it.
    func value(of key: String) -> Node? {
        for index in entries.indices where entries[index].key == key { return entries[index].value }
        return nil
    }
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
