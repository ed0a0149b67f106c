/// Finds out which case of a union a JSON value belongs to. Generated unions decode themselves with it.
public struct UnionReader {
    /// The kinds of value that JSON has.
    public enum JSONType: Sendable, Hashable {
        case null, boolean, number, string, array, object

        init(_ kind: JSONDocument.Kind) {
            self =
                switch kind {
                case .null: .null
                case .true, .false: .boolean
                case .number: .number
                case .string: .string
                case .array: .array
                case .object: .object
                }
        }
    }

    private let decoder: any Decoder

    public init(_ decoder: any Decoder) throws {
        self.decoder = decoder
    }

    public var jsonType: JSONType {
        if let node = decoder as? JSONNodeDecoder { return JSONType(node.kind) }
        if let header = decoder as? HeaderTextDecoder { return header.jsonType }
        if (try? decoder.container(keyedBy: FieldKey.self)) != nil { return .object }
        if (try? decoder.unkeyedContainer()) != nil { return .array }
        guard let single = try? decoder.singleValueContainer(), !single.decodeNil() else { return .null }
        if (try? single.decode(String.self)) != nil { return .string }
        if (try? single.decode(Bool.self)) != nil { return .boolean }
        return .number
    }

    /// The text (or number, or Boolean, as text) of an object's key; `nil` where there is none.
    public func tag(_ name: StaticString) -> String? {
        guard let fields = try? FieldReader(decoder) else { return nil }
        return try? fields.optional(name, by: .lenientText)
    }

    /// The whole value.
    public func value<Value: Decodable>() throws -> Value {
        // Through a container, since JSONDecoder treats some types, such as Decimal, by itself there.
        try decoder.singleValueContainer().decode(Value.self)
    }

    /// The whole value, in the form that `coding` reads.
    public func value<Value>(by coding: FieldCoding<Value>) throws -> Value {
        try coding.requiredValue(decoder)
    }

    /// The whole value as one of the candidates: `nil` where an object lacks a key that the candidate requires, a key
    /// says something else than the candidate's does, or the value doesn't fit it.
    ///
    /// - Parameter constants: the texts of which a key, if it is there, has one.
    public func candidate<Value: Decodable>(
        _ type: Value.Type = Value.self, requiring names: [String] = [],
        where constants: KeyValuePairs<StaticString, [String]> = [:]
    ) -> Value? {
        guard has(names) else { return nil }
        for (name, values) in constants {
            if let tag = tag(name), !values.contains(tag) { return nil }
        }
        return trial()
    }

    /// The same of an enumeration, of which only the values that the description names are candidates: an open one
    /// would else take all that is meant for the candidates behind it.
    public func candidate<Value: OpenEnumeration>(_ type: Value.Type = Value.self) -> Value? {
        guard let value: Value = trial(), value.isKnown else { return nil }
        return value
    }

    /// The same of a list of an enumeration's values.
    public func candidate<Value: OpenEnumeration>(_ type: [Value].Type = [Value].self) -> [Value]? {
        guard let values: [Value] = trial(), values.allSatisfy(\.isKnown) else { return nil }
        return values
    }

    /// The same of a scalar that has one of these texts.
    public func candidate<Value: Decodable>(_ type: Value.Type = Value.self, among values: [String]) -> Value? {
        guard let text = try? FieldCoding.lenientText.requiredValue(decoder), values.contains(text) else { return nil }
        return trial()
    }

    /// The same, in the form that `coding` reads.
    public func candidate<Value>(_ type: Value.Type = Value.self, by coding: FieldCoding<Value>) -> Value? {
        (try? coding.read(strict)) ?? nil
    }

    /// A list isn't shortened until it fits.
    private var strict: any Decoder { (decoder as? JSONNodeDecoder)?.strict ?? decoder }

    private func trial<Value: Decodable>() -> Value? {
        try? strict.singleValueContainer().decode(Value.self)
    }

    private func has(_ names: [String]) -> Bool {
        if names.isEmpty { return true }
        if let node = decoder as? JSONNodeDecoder {
            return node.kind == .object && names.allSatisfy { node.member($0) != nil }
        }
        guard let container = try? decoder.container(keyedBy: FieldKey.self) else { return false }
        return names.allSatisfy { container.contains(FieldKey($0)) }
    }
}
