public import Foundation

extension FieldCoding where Value == Int {
    /// A whole number, read from a number or text, written as a number.
    public static var lenientInteger: FieldCoding<Int> { .lenient() }
    /// A whole number written as text, read from either.
    public static var textInteger: FieldCoding<Int> { .textual() }
}

extension FieldCoding where Value == Int32 {
    /// A whole number, read from a number or text, written as a number.
    public static var lenientInt32: FieldCoding<Int32> { .lenient() }
    /// A whole number written as text, read from either.
    public static var textInt32: FieldCoding<Int32> { .textual() }
}

extension FieldCoding where Value == Int64 {
    /// A whole number, read from a number or text, written as a number.
    public static var lenientInt64: FieldCoding<Int64> { .lenient() }
    /// A whole number written as text, read from either.
    public static var textInt64: FieldCoding<Int64> { .textual() }
}

extension FieldCoding where Value == Double {
    /// A number, read from a number or text, written as a number.
    public static var lenientDouble: FieldCoding<Double> { .lenient() }
    /// A number written as text, read from either.
    public static var textDouble: FieldCoding<Double> { .textual() }
}

extension FieldCoding where Value == Float {
    /// A number, read from a number or text, written as a number.
    public static var lenientFloat: FieldCoding<Float> { .lenient() }
    /// A number written as text, read from either.
    public static var textFloat: FieldCoding<Float> { .textual() }
}

extension FieldCoding where Value == Decimal {
    /// A decimal number that JSON writes as a number.
    public static var decimal: FieldCoding<Decimal> {
        FieldCoding(
            read: { try $0.singleValueContainer().decode(Decimal.self) }, write: \.jsonValue)
    }
    /// A decimal number, read from a number or text, written as a number.
    public static var lenientDecimal: FieldCoding<Decimal> { .lenient() }
    /// A decimal number written as text, read from either.
    public static var textDecimal: FieldCoding<Decimal> { .textual() }
}

extension FieldCoding where Value == Bool {
    /// A Boolean, read from `true`, `"true"`, `1` or `"1"` and their opposites, written as a Boolean.
    public static var lenientBool: FieldCoding<Bool> { .lenient() }
    /// A Boolean written as the text `true` or `false`, read from either.
    public static var textBool: FieldCoding<Bool> { .textual() }
}

// MARK: - Numbers and Booleans in two forms

/// A number or Boolean that JSON may write as itself or as text.
protocol WireScalar: Decodable, Sendable {
    /// What error messages call it.
    static var wireName: String { get }
    init?(wireText: String)
    var wireText: String { get }
    var jsonValue: JSONValue { get }
}

extension FieldCoding where Value: WireScalar {
    fileprivate static func lenient() -> FieldCoding {
        FieldCoding(read: { try readEither($0) }, write: \.jsonValue)
    }

    fileprivate static func textual() -> FieldCoding {
        FieldCoding(read: { try readEither($0) }, write: { .string($0.wireText) })
    }

    private static func readEither(_ decoder: any Decoder) throws -> Value? {
        if let node = decoder as? JSONNodeDecoder, let text = node.scalarText {
            if text.isEmpty { return nil }
            guard let value = Value(wireText: text) else {
                throw FieldCodingProblem.mismatch(decoder, Value.wireName, text)
            }
            return value
        }
        let container = try decoder.singleValueContainer()
        guard let text = try? container.decode(String.self) else {
            if let value = try? container.decode(Value.self) { return value }
            // `1` for true, and 3.0 for an integer.
            let json = try container.decode(JSONValue.self)
            if let value = Value(wireText: json.description) { return value }
            throw FieldCodingProblem.mismatch(decoder, Value.wireName, json.description)
        }
        if text.isEmpty { return nil }
        guard let value = Value(wireText: text) else {
            throw FieldCodingProblem.mismatch(decoder, Value.wireName, text)
        }
        return value
    }
}

extension WireScalar where Self: FixedWidthInteger {
    static var wireName: String { "a whole number" }

    init?(wireText: String) {
        if let value = Self(wireText) {
            self = value
        } else if let decimal = DecimalText.parse(wireText), let value = Self(decimal.description) {
            self = value
        } else {
            return nil
        }
    }

    var wireText: String { String(self) }
    var jsonValue: JSONValue { Int64(exactly: self).map(JSONValue.integer) ?? .string(wireText) }
}

extension Int: WireScalar {}
extension Int32: WireScalar {}
extension Int64: WireScalar {}

extension Double: WireScalar {
    static var wireName: String { "a number" }

    init?(wireText: String) {
        // The decimal check keeps out what Swift reads but JSON doesn't write, such as `nan` and `0x1p3`.
        guard DecimalText.parse(wireText) != nil, let value = Double(wireText), value.isFinite else { return nil }
        self = value
    }

    var wireText: String { JSONValue.number(self).description }
    var jsonValue: JSONValue { .number(self) }
}

extension Float: WireScalar {
    static var wireName: String { "a number" }

    init?(wireText: String) {
        guard let double = Double(wireText: wireText) else { return nil }
        self = Float(double)
    }

    var wireText: String { jsonValue.description }
    // The shortest text of the float itself: 0.1 must not become 0.10000000149011612.
    var jsonValue: JSONValue { DecimalText.parse(description).map(JSONValue.number) ?? .double(Double(self)) }
}

extension Decimal: WireScalar {
    static var wireName: String { "a decimal number" }

    init?(wireText: String) {
        guard let value = DecimalText.parse(wireText) else { return nil }
        self = value
    }

    var wireText: String { description }
    var jsonValue: JSONValue { .number(self) }
}

extension Bool: WireScalar {
    static var wireName: String { "true or false" }

    init?(wireText: String) {
        switch wireText.lowercased() {
        case "true", "1": self = true
        case "false", "0": self = false
        default: return nil
        }
    }

    var wireText: String { self ? "true" : "false" }
    var jsonValue: JSONValue { .bool(self) }
}
