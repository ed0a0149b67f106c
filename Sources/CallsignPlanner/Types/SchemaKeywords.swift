import CallsignOpenAPI
import CallsignYAML

extension Schema {
    /// The types that values have beside `null`.
    var valueTypes: [SchemaType] {
        for type in types where type == .null { return types.filter { !($0 == .null) } }
        return types
    }

    /// Whether other schemas are alternatives or parts of this one.
    var isComposed: Bool { !oneOf.isEmpty || !anyOf.isEmpty || !allOf.isEmpty }

    /// The text that an extension holds.
    func text(_ key: String) -> String? {
        extensions.entries.isEmpty ? nil : extensions[key]?.string
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
