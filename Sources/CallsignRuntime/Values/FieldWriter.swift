/// Writes the keys of a JSON object by name: the counterpart of ``FieldReader``.
public struct FieldWriter {
    /// Held by reference, so that a writer has a size that generated code knows.
    private final class Fields {
        var container: KeyedEncodingContainer<FieldKey>
        let originals: OriginalForms

        init(_ container: KeyedEncodingContainer<FieldKey>, _ originals: OriginalForms) {
            self.container = container
            self.originals = originals
        }
    }

    private let fields: Fields

    public init(_ encoder: any Encoder) {
        self.init(encoder, OriginalForms())
    }

    /// Writes a model that keeps how its values were written: those that are still the same are written like that.
    public init(_ encoder: any Encoder, _ originals: OriginalForms) {
        fields = Fields(encoder.container(keyedBy: FieldKey.self), originals)
    }

    /// Writes the key always; a value that is `nil` is written as `null`.
    public mutating func required<Value: Encodable>(_ name: StaticString, _ value: Value) throws {
        try fields.container.encode(value, forKey: FieldKey(name))
    }

    /// Writes the key unless the value is `nil`.
    public mutating func optional<Value: Encodable>(_ name: StaticString, _ value: Value?) throws {
        try fields.container.encodeIfPresent(value, forKey: FieldKey(name))
    }

    /// Writes the key always, in the form that `coding` gives the value.
    public mutating func required<Value>(_ name: StaticString, _ value: Value, by coding: FieldCoding<Value>) throws {
        let written = coding.write(value)
        let form = fields.originals.form(name, written: written, by: coding)
        try fields.container.encode(form ?? written, forKey: FieldKey(name))
    }

    /// Writes the key unless the value is `nil`, in the form that `coding` gives it.
    public mutating func optional<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) throws {
        guard let form = fields.originals.form(name, written: value.map(coding.write), by: coding) else { return }
        try fields.container.encode(form, forKey: FieldKey(name))
    }

    /// Writes further keys beside the declared ones.
    public mutating func rest<Value: Encodable>(_ values: [String: Value]?) throws {
        for (name, value) in values ?? [:] {
            try fields.container.encode(value, forKey: FieldKey(name))
        }
    }

    /// Writes further keys beside the declared ones, in the form that `coding` gives their values.
    public mutating func rest<Value>(_ values: [String: Value]?, by coding: FieldCoding<Value>) throws {
        for (name, value) in values ?? [:] {
            try fields.container.encode(coding.write(value), forKey: FieldKey(name))
        }
    }
}
