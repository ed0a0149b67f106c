/// Writes the keys of a JSON object by name: the counterpart of ``FieldReader``.
public struct FieldWriter {
    private var container: KeyedEncodingContainer<FieldKey>

    public init(_ encoder: any Encoder) {
        container = encoder.container(keyedBy: FieldKey.self)
    }

    /// Writes the key always; a value that is `nil` is written as `null`.
    public mutating func required<Value: Encodable>(_ name: String, _ value: Value) throws {
        try container.encode(value, forKey: FieldKey(name))
    }

    /// Writes the key unless the value is `nil`.
    public mutating func optional<Value: Encodable>(_ name: String, _ value: Value?) throws {
        try container.encodeIfPresent(value, forKey: FieldKey(name))
    }

    /// Writes the key always, in the form that `coding` gives the value.
    public mutating func required<Value>(_ name: String, _ value: Value, by coding: FieldCoding<Value>) throws {
        try container.encode(coding.write(value), forKey: FieldKey(name))
    }

    /// Writes the key unless the value is `nil`, in the form that `coding` gives it.
    public mutating func optional<Value>(_ name: String, _ value: Value?, by coding: FieldCoding<Value>) throws {
        guard let value else { return }
        try container.encode(coding.write(value), forKey: FieldKey(name))
    }

    /// Writes further keys beside the declared ones.
    public mutating func rest<Value: Encodable>(_ values: [String: Value]?) throws {
        for (name, value) in values ?? [:] {
            try container.encode(value, forKey: FieldKey(name))
        }
    }

    /// Writes further keys beside the declared ones, in the form that `coding` gives their values.
    public mutating func rest<Value>(_ values: [String: Value]?, by coding: FieldCoding<Value>) throws {
        for (name, value) in values ?? [:] {
            try container.encode(coding.write(value), forKey: FieldKey(name))
        }
    }
}
