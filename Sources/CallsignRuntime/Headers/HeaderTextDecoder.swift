import Foundation

/// Decodes from the text of a header in the style `simple` (OpenAPI 3.1.1, section 4.8.12.3): lists and objects are
/// taken apart at commas, and what they hold are texts, numbers and Booleans.
struct HeaderTextDecoder: Decoder, SingleValueDecodingContainer {
    private enum Source {
        /// The whole text, and whether the members of an object are written as `name=value`.
        case header(isExploded: Bool)
        /// An element of a list, or a member of an object, which holds no further ones.
        case part
        /// Texts that several headers of the same name have.
        case lines([String])
    }

    let text: String
    let codingPath: [any CodingKey]
    private let source: Source

    init(_ text: String, isExploded: Bool = false) {
        self.text = text.trimmingCharacters(in: .whitespaces)
        codingPath = []
        source = .header(isExploded: isExploded)
    }

    /// A list of the texts of several headers, or the first of them.
    init(lines: [String]) {
        text = lines.first ?? ""
        codingPath = []
        source = .lines(lines)
    }

    private init(part: String, at key: FieldKey, in path: [any CodingKey]) {
        text = part
        codingPath = path + [key]
        source = .part
    }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    // MARK: Parts

    private func elements() throws -> [HeaderTextDecoder] {
        let texts: [String]
        switch source {
        case .part: throw mismatch([Any].self, "a list")
        case .lines(let lines): texts = lines
        case .header: texts = HeaderList.elements(of: text)
        }
        return texts.enumerated().map { HeaderTextDecoder(part: $1, at: FieldKey(intValue: $0), in: codingPath) }
    }

    fileprivate func members() throws -> [(name: String, value: HeaderTextDecoder)] {
        guard case .header(let isExploded) = source else { throw mismatch([String: Any].self, "an object") }
        let parts = HeaderList.elements(of: text)
        var pairs: [(String, String)] = []
        if isExploded {
            for part in parts {
                guard let sign = part.firstIndex(of: "=") else {
                    throw mismatch([String: Any].self, "an object, whose members are written as name=value")
                }
                pairs.append((String(part[..<sign]), String(part[part.index(after: sign)...])))
            }
        } else {
            guard parts.count.isMultiple(of: 2) else {
                throw mismatch([String: Any].self, "an object, whose members are names and values in turn")
            }
            for index in stride(from: 0, to: parts.count, by: 2) { pairs.append((parts[index], parts[index + 1])) }
        }
        return pairs.map { ($0, HeaderTextDecoder(part: $1, at: FieldKey($0), in: codingPath)) }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(HeaderObjectContainer(decoder: self, members: try members()))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        HeaderListContainer(codingPath: codingPath, elements: try elements())
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    // MARK: Values

    /// The kind of value that JSON would have for the text. A list can't be told from a text that has commas.
    var jsonType: UnionReader.JSONType {
        if text == "true" || text == "false" { return .boolean }
        return DecimalText.parse(text) == nil ? .string : .number
    }

    func decodeNil() -> Bool { text.isEmpty }

    func decode(_ type: Bool.Type) throws -> Bool { try scalar(type) }
    func decode(_ type: String.Type) throws -> String { text }
    func decode(_ type: Double.Type) throws -> Double { try scalar(type) }
    func decode(_ type: Float.Type) throws -> Float { try scalar(type) }
    func decode(_ type: Int.Type) throws -> Int { try scalar(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try narrowed(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try narrowed(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try scalar(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try scalar(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try narrowed(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try narrowed(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try narrowed(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try narrowed(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar(type) }

    /// Types of Foundation that texts write in another way than they write themselves are read as in JSON.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == Decimal.self, let value = try scalar(Decimal.self) as? Value { return value }
        if type == URL.self, let value = try FieldCoding.url.requiredValue(self) as? Value { return value }
        if type == Data.self, let value = try FieldCoding.base64.requiredValue(self) as? Value { return value }
        return try Value(from: self)
    }

    private func scalar<Value: WireScalar>(_ type: Value.Type) throws -> Value {
        guard let value = Value(wireText: text) else {
            throw FieldCodingProblem.mismatch(self, Value.wireName, text)
        }
        return value
    }

    private func narrowed<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        guard let value = Integer(text) else { throw FieldCodingProblem.mismatch(self, "a whole number", text) }
        return value
    }

    private func mismatch(_ type: any Any.Type, _ expected: String) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "expected \(expected)"))
    }
}

/// The elements of a header that is a list (RFC 9110, section 5.6.1).
enum HeaderList {
    /// The texts between the commas, without blanks around them. Commas within quotes are parts of a text.
    static func elements(of text: String) -> [String] {
        if text.isEmpty { return [] }
        var elements: [String] = []
        var element = ""
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if character == ",", !isQuoted {
                elements.append(element)
                element = ""
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && character == "\\" && !isEscaped
            element.append(character)
        }
        // A quote that doesn't end is a character like others.
        if isQuoted { elements = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        if !isQuoted { elements.append(element) }
        return elements.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
