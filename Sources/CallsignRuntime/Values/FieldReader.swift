/// Reads the keys of a JSON object by name. Generated models decode themselves with it: one line a property, and no
/// coding keys, which is what keeps them quick to compile.
///
/// Names are literals, which costs generated code less than texts that have to be let go of.
///
/// All methods throw `DecodingError`, with the key at the end of the coding path.
public struct FieldReader {
    private enum Source {
        /// The runtime's own decoder, whose keys are found without anything being allocated.
        case object(JSONNodeDecoder)
        /// Any other decoder, such as the app's own `JSONDecoder`. Held by reference, so that a reader has a size that
        /// generated code knows.
        case container(ForeignFields)
    }

    private let source: Source

    /// - Throws: `DecodingError.typeMismatch` where the value isn't an object.
    public init(_ decoder: any Decoder) throws {
        if let node = decoder as? JSONNodeDecoder {
            guard node.kind == .object else { throw node.mismatch([String: Any].self, "an object") }
            source = .object(node)
        } else {
            source = .container(ForeignFields(try decoder.container(keyedBy: FieldKey.self)))
        }
    }

    /// A key that must be there and not `null`, unless the value's type has a place for `null`.
    public func required<Value: Decodable>(_ name: StaticString) throws -> Value {
        switch source {
        case .object(let object):
            guard let member = object.member(name) else { throw object.missing(name.description) }
            return try member.decode(Value.self)
        case .container(let fields): return try fields.container.decode(Value.self, forKey: FieldKey(name))
        }
    }

    /// A key that may be absent or `null`.
    public func optional<Value: Decodable>(_ name: StaticString) throws -> Value? {
        switch source {
        case .object(let object):
            guard let member = object.member(name), !member.decodeNil() else { return nil }
            return try member.decode(Value.self)
        case .container(let fields): return try fields.container.decodeIfPresent(Value.self, forKey: FieldKey(name))
        }
    }

    /// A key that must be there, in the form that `coding` reads.
    public func required<Value>(_ name: StaticString, by coding: FieldCoding<Value>) throws -> Value {
        switch source {
        case .object(let object):
            guard let member = object.member(name) else { throw object.missing(name.description) }
            return try coding.requiredValue(member)
        case .container(let fields):
            let container = fields.container
            let key = FieldKey(name)
            guard container.contains(key) else {
                throw DecodingError.keyNotFound(
                    key, .init(codingPath: container.codingPath, debugDescription: "no value for key \"\(name)\""))
            }
            return try coding.requiredValue(container.superDecoder(forKey: key))
        }
    }

    /// A key that may be absent, `null` or, where its form is a text for something else, empty.
    public func optional<Value>(_ name: StaticString, by coding: FieldCoding<Value>) throws -> Value? {
        switch source {
        case .object(let object):
            guard let member = object.member(name), !member.decodeNil() else { return nil }
            return try coding.read(member)
        case .container(let fields):
            let container = fields.container
            let key = FieldKey(name)
            guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
            return try coding.read(container.superDecoder(forKey: key))
        }
    }

    /// All keys but the ones named.
    public func rest<Value: Decodable>(besides names: [String]) throws -> [String: Value] {
        try rest(besides: names) { try $0.singleValueContainer().decode(Value.self) }
    }

    /// All keys but the ones named, in the form that `coding` reads. Values that are empty texts are left out.
    public func rest<Value>(besides names: [String], by coding: FieldCoding<Value>) throws -> [String: Value] {
        try rest(besides: names) { try coding.read($0) }
    }

    private func rest<Value>(
        besides names: [String], _ read: (any Decoder) throws -> Value?
    ) throws -> [String: Value] {
        let known = Set(names)
        var rest: [String: Value] = [:]
        switch source {
        case .object(let object):
            for key in object.document.children(of: object.index) {
                let name = object.document.text(key)
                if !known.contains(name), rest[name] == nil { rest[name] = try read(object.at(key + 1)) }
            }
        case .container(let fields):
            for key in fields.container.allKeys where !known.contains(key.stringValue) {
                rest[key.stringValue] = try read(fields.container.superDecoder(forKey: key))
            }
        }
        return rest
    }
}

/// The keys of a decoder that isn't the runtime's own.
private final class ForeignFields {
    let container: KeyedDecodingContainer<FieldKey>

    init(_ container: KeyedDecodingContainer<FieldKey>) {
        self.container = container
    }
}
