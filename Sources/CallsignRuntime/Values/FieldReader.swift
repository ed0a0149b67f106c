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
        if let object = try Self.object(decoder) {
            source = .object(object)
        } else {
            source = .container(try ForeignFields(decoder, collector: nil))
        }
    }

    /// Reads a model that keeps how its values were written, as ``originals``.
    ///
    /// - Throws: `DecodingError.typeMismatch` where the value isn't an object.
    public init(keepingOriginals decoder: any Decoder) throws {
        if let object = try Self.object(decoder) {
            source = .object(object)
        } else {
            source = .container(try ForeignFields(decoder, collector: OriginalFormsCollector()))
        }
    }

    /// How the values were written, for a model that keeps that.
    public var originals: OriginalForms {
        switch source {
        case .object(let object): OriginalForms(of: object)
        case .container(let fields): OriginalForms(fields.collector?.forms ?? [:])
        }
    }

    private static func object(_ decoder: any Decoder) throws -> JSONNodeDecoder? {
        guard let node = decoder as? JSONNodeDecoder else { return nil }
        guard node.kind == .object else { throw node.mismatch([String: Any].self, "an object") }
        return node
    }

    /// A key that must be there and not `null`, unless the value's type has a place for `null`.
    public func required<Value: Decodable>(_ name: StaticString) throws -> Value {
        switch source {
        case .object(let object): try Self.required(name, of: object)
        case .container(let fields): try fields.container.decode(Value.self, forKey: FieldKey(name))
        }
    }

    private static func required<Value: Decodable>(
        _ name: StaticString, of object: JSONNodeDecoder
    ) throws -> Value {
        guard let member = object.member(name) else { throw object.missing(name.description) }
        return try member.decode(Value.self)
    }

    /// A key that may be absent or `null`.
    public func optional<Value: Decodable>(_ name: StaticString) throws -> Value? {
        switch source {
        case .object(let object): try Self.optional(name, of: object)
        case .container(let fields): try fields.container.decodeIfPresent(Value.self, forKey: FieldKey(name))
        }
    }

    private static func optional<Value: Decodable>(
        _ name: StaticString, of object: JSONNodeDecoder
    ) throws -> Value? {
        guard let member = object.member(name), !member.decodeNil() else { return nil }
        return try member.decode(Value.self)
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
            let decoder = try container.superDecoder(forKey: key)
            let value = try coding.requiredValue(decoder)
            try fields.collector?.note(name, value, coding, from: decoder)
            return value
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
            let decoder = try container.superDecoder(forKey: key)
            let value = try coding.read(decoder)
            try fields.collector?.note(name, value, coding, from: decoder)
            return value
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
        switch source {
        case .object(let object): return try Self.rest(of: object, besides: known, read)
        case .container(let fields):
            var rest: [String: Value] = [:]
            for key in fields.container.allKeys where !known.contains(key.stringValue) {
                rest[key.stringValue] = try read(fields.container.superDecoder(forKey: key))
            }
            return rest
        }
    }

    private static func rest<Value>(
        of object: JSONNodeDecoder, besides known: Set<String>, _ read: (any Decoder) throws -> Value?
    ) throws -> [String: Value] {
        var rest: [String: Value] = [:]
        for key in object.document.children(of: object.index) {
            let name = object.document.text(key)
            if !known.contains(name), rest[name] == nil { rest[name] = try read(object.at(key + 1)) }
        }
        return rest
    }
}

/// The keys of a decoder that isn't the runtime's own.
private final class ForeignFields {
    let container: KeyedDecodingContainer<FieldKey>
    /// Nothing where the model doesn't keep how its values were written.
    let collector: OriginalFormsCollector?

    init(_ decoder: any Decoder, collector: OriginalFormsCollector?) throws {
        container = try decoder.container(keyedBy: FieldKey.self)
        self.collector = collector
    }
}
