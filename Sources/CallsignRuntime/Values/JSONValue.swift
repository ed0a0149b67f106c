public import Foundation

/// Any JSON value.
///
/// Numbers keep what JSON wrote: whole numbers that fit are ``integer(_:)``, others are ``decimal(_:)`` as long as a
/// `Decimal` holds them (38 digits), and ``double(_:)`` beyond that. Values made by decoding, by literals and by
/// ``number(_:)-(Double)`` always have the first of these forms that fits, so that they compare equal.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case decimal(Decimal)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The number in the first form that fits.
    public static func number(_ value: Double) -> JSONValue {
        if let integer = Int64(exactly: value) { return .integer(integer) }
        // The shortest text of the number, so that 0.1 is one tenth and not what the bits stand for.
        if value.isFinite, let decimal = DecimalText.parse(value.description) { return .decimal(decimal) }
        return .double(value)
    }

    /// The number in the first form that fits.
    public static func number(_ value: Decimal) -> JSONValue {
        if value.exponent >= 0, let integer = Int64(value.description) { return .integer(integer) }
        return .decimal(value)
    }
}

// MARK: - Reading

extension JSONValue {
    /// The text of a string.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, where it is whole and fits.
    public var intValue: Int? {
        if case .integer(let value) = self { Int(exactly: value) } else { nil }
    }

    /// The number, with the precision of a `Double`.
    public var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): Double(value.description)
        case .double(let value): value
        default: nil
        }
    }

    /// The number, exactly, where a `Decimal` can hold it.
    public var decimalValue: Decimal? {
        switch self {
        case .integer(let value): Decimal(value)
        case .decimal(let value): value
        default: nil
        }
    }

    public var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    public var objectValue: [String: JSONValue]? {
        if case .object(let value) = self { value } else { nil }
    }

    public var isNull: Bool { self == .null }

    /// The value of an object's key; `nil` where this is no object or has no such key.
    public subscript(key: String) -> JSONValue? { objectValue?[key] }

    /// An array's element; `nil` where this is no array or it is shorter.
    public subscript(index: Int) -> JSONValue? {
        guard let values = arrayValue, values.indices.contains(index) else { return nil }
        return values[index]
    }

    /// What a JSON pointer (RFC 6901) leads to, such as `/error/message`; the empty pointer is the value itself.
    public subscript(pointer pointer: String) -> JSONValue? {
        var value = self
        for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let key = step.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
            guard let next = value[key] ?? Int(key).flatMap({ value[$0] }) else { return nil }
            value = next
        }
        return value
    }
}

// MARK: - Literals and text

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(nilLiteral: ()) { self = .null }

    /// Of keys given twice the last one counts, as in JSON.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON text, keys sorted.
    public var description: String {
        // Only numbers that JSON cannot write, such as infinity, fail to encode.
        (try? JSONText.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
