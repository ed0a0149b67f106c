import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

extension SchemaReader {
    /// The enumeration of listed values; nothing where the type alone says as much.
    func enumeration(_ nodes: [Node], _ schema: Schema, _ id: SchemaID) -> SchemaShape? {
        let types = schema.valueTypes
        // `enum: [true]` of a Boolean: there are no others worth naming.
        if types == [.boolean] { return nil }
        let isText = types == [.string]
        var values: [EnumerationShape.Value] = []
        values.reserveCapacity(nodes.count)
        var kinds: Set<LiteralKind> = []
        // Of few values, comparing each with those before tells sooner whether it is there already.
        var seen: Set<LiteralValue> = []
        let isLong = nodes.count > 16
        for index in nodes.indices {
            guard case .scalar(let scalar) = nodes[index].content else { return .any(reason: .structuredValues) }
            if scalar.isNull { continue }
            guard let literal = isText ? .string(scalar.text) : literal(scalar, types) else {
                return .any(reason: .structuredValues)
            }
            let isNew = isLong ? seen.insert(literal).inserted : !values.contains { $0.literal == literal }
            if isNew { values.append(.init(text: scalar.text, literal: literal)) }
            if !isText { kinds.insert(LiteralKind(literal)) }
        }
        if values.isEmpty { return nil }
        if isText { kinds = [.string] }
        if kinds == [.bool], types.isEmpty { return .scalar(scalar(schema, [.boolean])) }
        return .enumeration(
            EnumerationShape(
                rawType: rawType(kinds, isNumber: types == [.number]), values: values, schema: id,
                allowsOthers: false))
    }

    private enum LiteralKind {
        case string, bool, integer, double

        init(_ value: LiteralValue) {
            switch value {
            case .string: self = .string
            case .bool: self = .bool
            case .integer: self = .integer
            case .double: self = .double
            }
        }
    }

    /// A value as it is meant: what isn't quoted as text where text alone is allowed, and the other way round.
    private func literal(_ scalar: Scalar, _ types: [SchemaType]) -> LiteralValue? {
        switch scalar.value {
        case .string:
            if types == [.integer], let value = Int64(scalar.text) { return .integer(value) }
            return .string(scalar.text)
        case .bool(let value): return .bool(value)
        case .integer(let value): return .integer(value)
        case .number(let value): return value.isFinite ? .double(value) : nil
        case .null: return nil
        }
    }

    private func rawType(_ kinds: Set<LiteralKind>, isNumber: Bool) -> EnumerationPlan.RawType {
        if kinds == [.string] { return .string }
        if kinds == [.integer] { return isNumber ? .double : .int }
        return kinds.isSubset(of: [.integer, .double]) ? .double : .json
    }
}
