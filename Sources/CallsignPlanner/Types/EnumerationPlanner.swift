import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

extension TypePlanner {
    mutating func declareEnumeration(
        _ shape: EnumerationShape, _ id: SchemaID, in context: @autoclosure () -> TypeContext
    ) -> TypeReference {
        let schema = document[shape.schema]
        // One value that stands inline is a constant rather than a choice: its type is the plain one.
        if shape.values.count == 1, schema.name == nil, !shape.allowsOthers {
            switch shape.rawType {
            case .string: return .scalar(ScalarType(.string))
            case .int: return .scalar(ScalarType(.int))
            case .double: return .scalar(ScalarType(.double))
            case .json: return .json
            }
        }
        let holder = document[id]
        let type = declare(
            id, in: context(),
            documentation: Documentation(holder.title ?? schema.title, holder.description ?? schema.description))
        define(type, .enumeration(enumeration(shape, schema)))
        return .named(type)
    }

    private func enumeration(_ shape: EnumerationShape, _ schema: Schema) -> EnumerationPlan {
        let names = texts(schema.extended("x-callsign-enum-names"))
        let descriptions = texts(schema.extended("x-callsign-enum-descriptions"))
        let vendorNames = schema.extended("x-enum-varnames")?.sequence?.map { $0.scalar?.text }
        let candidates = shape.values.enumerated().map { index, value in
            var override = names[value.text]
            if override == nil, let vendorNames, vendorNames.count == shape.values.count,
                let name = vendorNames[index]
            {
                return NameScope.Candidate(name)
            }
            if override?.isEmpty == true { override = nil }
            return NameScope.Candidate(value.text, override: override)
        }
        let identifiers = scope(.enumerationCase).names(for: candidates).names
        let cases = zip(shape.values, identifiers).map { value, name in
            EnumerationPlan.Case(
                name: name,
                value: value.literal,
                documentation: Documentation(descriptions[value.text]))
        }
        let isClosed = schema.extended("x-callsign-closed")?.bool ?? settings.closedEnumerations
        return EnumerationPlan(
            rawType: shape.rawType, cases: cases,
            // A closed one is an enumeration of Swift, which has no raw values of several types.
            isOpen: !isClosed || shape.allowsOthers || shape.rawType == .json)
    }

    private func texts(_ node: Node?) -> [String: String] {
        guard let entries = node?.mapping?.entries else { return [:] }
        return Dictionary(
            entries.compactMap { entry in entry.value.scalar.map { (entry.key, $0.text) } },
            uniquingKeysWith: { first, _ in first })
    }
}
