/// An object, for types that decode themselves by coding keys.
struct JSONObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: JSONNodeDecoder
    /// Where values are, so that reading all of a large object takes no more time than it has keys.
    private let members: [String: Int]

    init(decoder: JSONNodeDecoder) {
        self.decoder = decoder
        let document = decoder.document
        members = Dictionary(
            document.children(of: decoder.index).map { (document.text($0), $0 + 1) },
            uniquingKeysWith: { first, _ in first })
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] {
        // In the order of the text, each once.
        var seen: Set<Int> = []
        return decoder.document.children(of: decoder.index).compactMap { index in
            let name = decoder.document.text(index)
            guard let value = members[name], seen.insert(value).inserted else { return nil }
            return Key(stringValue: name)
        }
    }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let super_ = members["super"] else { throw missing("super") }
        return decoder.at(super_)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }

    private func value(_ key: Key) throws -> JSONNodeDecoder {
        guard let index = members[key.stringValue] else { throw missing(key.stringValue) }
        return decoder.at(index)
    }

    private func missing(_ name: String) -> DecodingError { decoder.missing(name) }
}

extension JSONNodeDecoder {
    func missing(_ name: String) -> DecodingError {
        .keyNotFound(
            FieldKey(name), .init(codingPath: codingPath, debugDescription: "no value for key \"\(name)\""))
    }
}

/// An array.
struct JSONArrayContainer: UnkeyedDecodingContainer {
    private let decoder: JSONNodeDecoder
    private let end: Int
    private var next: Int
    private(set) var currentIndex = 0

    init(decoder: JSONNodeDecoder) {
        self.decoder = decoder
        next = decoder.index + 1
        end = Int(decoder.document.nodes[decoder.index].next)
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    // Elements lie behind each other, each as long as it is: their number is found by counting.
    var count: Int? {
        var count = currentIndex
        var index = next
        while index < end {
            index = Int(decoder.document.nodes[index].next)
            count += 1
        }
        return count
    }
    var isAtEnd: Bool { next >= end }

    mutating func decodeNil() throws -> Bool {
        guard try value().decodeNil() else { return false }
        advance()
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try take { try $0.decode(type) } }
    mutating func decode(_ type: String.Type) throws -> String { try take { try $0.decode(type) } }
    mutating func decode(_ type: Double.Type) throws -> Double { try take { try $0.decode(type) } }
    mutating func decode(_ type: Float.Type) throws -> Float { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try take { try $0.decode(type) } }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try take { try $0.decode(type) } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try take { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try take { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try take { $0 } }

    private mutating func take<Value>(_ read: (JSONNodeDecoder) throws -> Value) throws -> Value {
        let value = try read(value())
        advance()
        return value
    }

    private func value() throws -> JSONNodeDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                Any.self,
                .init(
                    codingPath: codingPath + [FieldKey(intValue: currentIndex)],
                    debugDescription: "the array has only \(currentIndex) elements"))
        }
        return decoder.at(next)
    }

    private mutating func advance() {
        next = Int(decoder.document.nodes[next].next)
        currentIndex += 1
    }
}
