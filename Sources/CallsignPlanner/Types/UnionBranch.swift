import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// A branch of a union: what its schema says that tells it from the others, and the type that it becomes.
struct UnionBranch {
    /// The schema; nothing for a type out of a list of types.
    var schema: SchemaID?
    /// The words of the case's name, where the schema has any.
    var name: String?
    var type = TypeReference.json
    /// The JSON types of all its values, where they are known.
    var jsonTypes: [UnionPlan.Case.JSONType] = []
    var properties: Set<String> = []
    var requiredKeys: [String] = []
    /// Keys with the only values that they have.
    var constants: [UnionPlan.Constant] = []
    /// The only values of a scalar.
    var values: [String] = []
    var documentation = Documentation()

    func values(of property: String) -> [String]? {
        constants.first { $0.property == property }?.values
    }
}

extension UnionBranch {
    /// What a schema says before anything is planned.
    init(_ id: SchemaID, reader: SchemaReader) {
        let schema = reader.document[id]
        self.schema = id
        name = schema.text(ChosenNames.key) ?? schema.name
        documentation = Documentation(schema.description ?? schema.title)
        switch reader.resolvedShape(of: id) {
        case .object(let shape):
            properties = Set(shape.properties.map(\.name))
            requiredKeys = shape.properties.map(\.name).filter(shape.required.contains)
            constants = shape.properties.compactMap { property in
                let values = Self.texts(of: reader.document[property.schema])
                return values.isEmpty ? nil : UnionPlan.Constant(property: property.name, values: values)
            }
        case .enumeration(let shape):
            if shape.values.count == 1, !shape.allowsOthers { values = shape.values.map(\.text) }
        default: break
        }
    }

    /// The values of a schema that lists them, as texts.
    private static func texts(of schema: Schema) -> [String] {
        if let const = schema.const { return const.valueText.map { [$0] } ?? [] }
        guard let nodes = schema.enumeration else { return [] }
        var texts: [String] = []
        for index in nodes.indices {
            guard let text = nodes[index].valueText else { return [] }
            texts.append(text)
        }
        return texts
    }
}

// MARK: - Names

extension [UnionBranch] {
    /// Names the branches that have no name of their own: by the value that tells them apart, by their title, or by the
    /// key that they alone require.
    ///
    /// - Parameter tag: the key whose value tells the branches apart.
    mutating func nameInline(tag: String?, document: ResolvedDocument) {
        for index in indices where self[index].name == nil {
            let schema = self[index].schema.map { document[$0] }
            if let tag = tag ?? ownConstant(of: index), let value = self[index].values(of: tag)?.first, !value.isEmpty,
                value.utf8.count <= 40
            {
                // A number or a Boolean alone would be no name.
                let isWord = value != "true" && value != "false" && value.contains { $0.isLetter }
                self[index].name = isWord ? value : "\(tag)_\(value)"
            } else if let title = schema?.title {
                self[index].name = title
            } else {
                self[index].name = ownKey(of: index)
            }
        }
    }

    /// The key that has one value here, which no other branch has alone though others have the key.
    private func ownConstant(of index: Int) -> String? {
        self[index].constants.first { constant in
            constant.values.count == 1
                && !indices.contains { $0 != index && self[$0].values(of: constant.property) == constant.values }
                && indices.contains { other in
                    other != index && self[other].properties.contains(constant.property)
                }
        }?.property
    }

    private func ownKey(of index: Int) -> String? {
        self[index].requiredKeys.first { key in
            !indices.contains { $0 != index && self[$0].properties.contains(key) }
        }
    }
}
