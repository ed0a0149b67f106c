/// Reads the elements of a JSON array by their places: the counterpart of ``FieldReader`` for arrays in which each place
/// has a meaning of its own.
///
/// All methods throw `DecodingError`, with the place at the end of the coding path.
public struct ElementReader {
    private let elements: [any Decoder]
    private let codingPath: [any CodingKey]

    /// - Throws: `DecodingError.typeMismatch` where the value isn't an array.
    public init(_ decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var elements: [any Decoder] = []
        while !container.isAtEnd { elements.append(try container.superDecoder()) }
        self.elements = elements
        codingPath = decoder.codingPath
    }

    /// An element that must be there and not `null`, unless the value's type has a place for `null`.
    public func required<Value: Decodable>(_ index: Int) throws -> Value {
        try element(index).singleValueContainer().decode(Value.self)
    }

    /// An element that may be absent or `null`.
    public func optional<Value: Decodable>(_ index: Int) throws -> Value? {
        guard let element = try present(index) else { return nil }
        return try element.singleValueContainer().decode(Value.self)
    }

    /// An element that must be there, in the form that `coding` reads.
    public func required<Value>(_ index: Int, by coding: FieldCoding<Value>) throws -> Value {
        try coding.requiredValue(element(index))
    }

    /// An element that may be absent or `null`, in the form that `coding` reads.
    public func optional<Value>(_ index: Int, by coding: FieldCoding<Value>) throws -> Value? {
        try present(index).flatMap { try coding.read($0) }
    }

    /// All elements from a place on.
    public func rest<Value: Decodable>(from index: Int) throws -> [Value] {
        try elements.dropFirst(index).map { try $0.singleValueContainer().decode(Value.self) }
    }

    /// All elements from a place on, in the form that `coding` reads.
    public func rest<Value>(from index: Int, by coding: FieldCoding<Value>) throws -> [Value] {
        try elements.dropFirst(index).map { try coding.requiredValue($0) }
    }

    private func element(_ index: Int) throws -> any Decoder {
        guard elements.indices.contains(index) else {
            throw DecodingError.valueNotFound(
                Any.self,
                .init(
                    codingPath: codingPath + [FieldKey(intValue: index)],
                    debugDescription: "the array has only \(elements.count) elements"))
        }
        return elements[index]
    }

    private func present(_ index: Int) throws -> (any Decoder)? {
        guard elements.indices.contains(index), try !elements[index].singleValueContainer().decodeNil() else {
            return nil
        }
        return elements[index]
    }
}

/// Writes the elements of a JSON array one after the other: the counterpart of ``ElementReader``.
public struct ElementWriter {
    private var container: any UnkeyedEncodingContainer
    /// Elements that are absent, written as `null` if others follow.
    private var pending = 0

    public init(_ encoder: any Encoder) {
        container = encoder.unkeyedContainer()
    }

    /// Writes the next element; a value that is `nil` is written as `null`.
    public mutating func required<Value: Encodable>(_ value: Value) throws {
        while pending > 0 {
            try container.encodeNil()
            pending -= 1
        }
        try container.encode(value)
    }

    /// Writes the next element, if it is there or another behind it is.
    public mutating func optional<Value: Encodable>(_ value: Value?) throws {
        if let value { try required(value) } else { pending += 1 }
    }

    /// Writes the next element in the form that `coding` gives it.
    public mutating func required<Value>(_ value: Value, by coding: FieldCoding<Value>) throws {
        try required(coding.write(value))
    }

    /// Writes the next element in the form that `coding` gives it, if it is there or another behind it is.
    public mutating func optional<Value>(_ value: Value?, by coding: FieldCoding<Value>) throws {
        try optional(value.map(coding.write))
    }

    /// Writes the elements behind those that have a meaning of their own.
    public mutating func rest<Value: Encodable>(_ values: [Value]) throws {
        for value in values { try required(value) }
    }

    /// The same, in the form that `coding` gives them.
    public mutating func rest<Value>(_ values: [Value], by coding: FieldCoding<Value>) throws {
        for value in values { try required(value, by: coding) }
    }
}
