/// Reads the keys of a JSON object by name. Generated models decode themselves with it: one line a property, and no
/// coding keys, which is what keeps them quick to compile.
///
/// All methods throw `DecodingError`, with the key at the end of the coding path.
public struct FieldReader {
    private let container: KeyedDecodingContainer<FieldKey>

    /// - Throws: `DecodingError.typeMismatch` where the value isn't an object.
    public init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: FieldKey.self)
    }

    /// A key that must be there and not `null`, unless the value's type has a place for `null`.
    public func required<Value: Decodable>(_ name: String) throws -> Value {
        try container.decode(Value.self, forKey: FieldKey(name))
    }

    /// A key that may be absent or `null`.
    public func optional<Value: Decodable>(_ name: String) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: FieldKey(name))
    }

    /// A key that must be there, in the form that `coding` reads.
    public func required<Value>(_ name: String, by coding: FieldCoding<Value>) throws -> Value {
        let key = FieldKey(name)
        guard container.contains(key) else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: container.codingPath, debugDescription: "no value for key \"\(name)\""))
        }
        return try coding.requiredValue(container.superDecoder(forKey: key))
    }

    /// A key that may be absent, `null` or, where its form is a text for something else, empty.
    public func optional<Value>(_ name: String, by coding: FieldCoding<Value>) throws -> Value? {
        let key = FieldKey(name)
        guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
        return try coding.read(container.superDecoder(forKey: key))
    }

    /// All keys but the ones named.
    public func rest<Value: Decodable>(besides names: [String]) throws -> [String: Value] {
        let known = Set(names)
        var rest: [String: Value] = [:]
        for key in container.allKeys where !known.contains(key.stringValue) {
            rest[key.stringValue] = try container.decode(Value.self, forKey: key)
        }
        return rest
    }

    /// All keys but the ones named, in the form that `coding` reads. Values that are empty texts are left out.
    public func rest<Value>(besides names: [String], by coding: FieldCoding<Value>) throws -> [String: Value] {
        let known = Set(names)
        var rest: [String: Value] = [:]
        for key in container.allKeys where !known.contains(key.stringValue) {
            rest[key.stringValue] = try coding.read(container.superDecoder(forKey: key))
        }
        return rest
    }
}
