/// The members of a header that is an object.
struct HeaderObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: HeaderTextDecoder
    let members: [(name: String, value: HeaderTextDecoder)]

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { members.contains { $0.name == key.stringValue } }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try value(named: "super") }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }

    private func value(_ key: Key) throws -> HeaderTextDecoder { try value(named: key.stringValue) }

    private func value(named name: String) throws -> HeaderTextDecoder {
        guard let member = members.first(where: { $0.name == name }) else {
            throw DecodingError.keyNotFound(
                FieldKey(name), .init(codingPath: codingPath, debugDescription: "no value for key \"\(name)\""))
        }
        return member.value
    }
}

/// The elements of a header that is a list.
struct HeaderListContainer: UnkeyedDecodingContainer {
    let codingPath: [any CodingKey]
    let elements: [HeaderTextDecoder]
    private(set) var currentIndex = 0

    init(codingPath: [any CodingKey], elements: [HeaderTextDecoder]) {
        self.codingPath = codingPath
        self.elements = elements
    }

    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try current().decodeNil() else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try current().decode(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try current().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try current().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try current()
        currentIndex += 1
        return decoder
    }

    private func current() throws -> HeaderTextDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                Any.self, .init(codingPath: codingPath, debugDescription: "no element \(currentIndex)"))
        }
        return elements[currentIndex]
    }
}
