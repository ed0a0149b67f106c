/// Writes the value of a union's case: the counterpart of ``UnionReader``.
public struct UnionWriter {
    private let encoder: any Encoder

    public init(_ encoder: any Encoder) {
        self.encoder = encoder
    }

    /// The whole value.
    public func value<Value: Encodable>(_ value: Value) throws {
        // Through a container, since JSONEncoder treats some types, such as Decimal, by itself there.
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    /// The whole value, in the form that `coding` gives it.
    public func value<Value>(_ value: Value, by coding: FieldCoding<Value>) throws {
        try self.value(coding.write(value))
    }
}
