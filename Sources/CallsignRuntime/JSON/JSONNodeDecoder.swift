import Foundation

/// Decodes from one value of a JSON text. Two words, so that it is passed as `any Decoder` without being allocated.
struct JSONNodeDecoder: Decoder, SingleValueDecodingContainer {
    let document: JSONDocument
    let index: Int

    var kind: JSONDocument.Kind { document.nodes[index].kind }
    var codingPath: [any CodingKey] { document.path(to: index) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func at(_ index: Int) -> JSONNodeDecoder { JSONNodeDecoder(document: document, index: index) }

    func member(_ name: String) -> JSONNodeDecoder? { document.member(name, of: index).map(at) }
    func member(_ name: StaticString) -> JSONNodeDecoder? { document.member(name, of: index).map(at) }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard kind == .object else { throw mismatch([String: Any].self, "an object") }
        return KeyedDecodingContainer(JSONObjectContainer(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard kind == .array else { throw mismatch([Any].self, "an array") }
        return JSONArrayContainer(decoder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    // MARK: - Values

    func decodeNil() -> Bool { kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch kind {
        case .true: true
        case .false: false
        default: throw mismatch(type, "true or false")
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard kind == .string else { throw mismatch(type, "text") }
        return document.text(index)
    }

    func decode(_ type: Double.Type) throws -> Double {
        let text = try number(type)
        guard let value = Double(text), value.isFinite else { throw outOfRange(text, type) }
        return value
    }

    func decode(_ type: Float.Type) throws -> Float {
        let text = try number(type)
        guard let value = Float(text), value.isFinite else { throw outOfRange(text, type) }
        return value
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    /// Types of Foundation that JSON writes in another way than they write themselves are read as `JSONDecoder` does, and
    /// dates as `date-time` has them: a body may be one.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == Decimal.self, let value = try decimal() as? Value { return value }
        if type == URL.self {
            let text = try decode(String.self)
            if let value = URL(string: text) as? Value { return value }
            throw FieldCodingProblem.mismatch(self, "a URL", text)
        }
        if type == Data.self, let value = try FieldCoding.base64.requiredValue(self) as? Value { return value }
        if type == Date.self, let value = try FieldCoding.dateTime.requiredValue(self) as? Value { return value }
        if let report = document.report, let list = type as? any ElementwiseDecodable.Type,
            let value = try list.init(leavingOut: self, report: report) as? Value
        {
            return value
        }
        return try Value(from: self)
    }

    func decimal() throws -> Decimal {
        let text = try number(Decimal.self)
        guard let value = DecimalText.parse(text) else { throw outOfRange(text, Decimal.self) }
        return value
    }

    /// A text, number or Boolean as text; nothing for other values.
    var scalarText: String? {
        switch kind {
        case .string, .number: document.text(index)
        case .true: "true"
        case .false: "false"
        case .null, .array, .object: nil
        }
    }

    private func number(_ type: any Any.Type) throws -> String {
        guard kind == .number else { throw mismatch(type, "a number") }
        return document.text(index)
    }

    private func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        guard kind == .number else { throw mismatch(type, "a number") }
        let text = document.text(index)
        if let value = Integer(text) { return value }
        // 3.0 and 1e3 are integers too.
        if let decimal = DecimalText.parse(text), let value = Integer(decimal.description) { return value }
        throw outOfRange(text, type)
    }

    // MARK: - Problems

    func mismatch(_ type: any Any.Type, _ expected: String) -> DecodingError {
        let description = "expected \(expected), found \(kind.description)"
        if kind == .null {
            return .valueNotFound(type, .init(codingPath: codingPath, debugDescription: description))
        }
        return .typeMismatch(type, .init(codingPath: codingPath, debugDescription: description))
    }

    private func outOfRange(_ text: String, _ type: any Any.Type) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: "\(text.prefix(80)) is no value of \(type)"))
    }
}

extension JSONDocument.Kind: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: "null"
        case .true: "true"
        case .false: "false"
        case .number: "a number"
        case .string: "text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
