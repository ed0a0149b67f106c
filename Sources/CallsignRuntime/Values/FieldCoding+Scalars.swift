public import Foundation

extension FieldCoding where Value == Int {
    /// A whole number, read from a number or text, written as a number.
    public static var lenientInteger: FieldCoding<Int> { ScalarForms.lenientInteger }
    /// A whole number written as text, read from either.
    public static var textInteger: FieldCoding<Int> { ScalarForms.textInteger }
}

extension FieldCoding where Value == Int32 {
    /// A whole number, read from a number or text, written as a number.
    public static var lenientInt32: FieldCoding<Int32> { ScalarForms.lenientInt32 }
    /// A whole number written as text, read from either.
    public static var textInt32: FieldCoding<Int32> { ScalarForms.textInt32 }
}

extension FieldCoding where Value == Int64 {
    /// A whole number, read from a number or text, written as a number.
    public static var lenientInt64: FieldCoding<Int64> { ScalarForms.lenientInt64 }
    /// A whole number written as text, read from either.
    public static var textInt64: FieldCoding<Int64> { ScalarForms.textInt64 }
}

extension FieldCoding where Value == UInt64 {
    /// A whole number that isn't negative, read from a number or text, written as a number.
    public static var lenientUInt64: FieldCoding<UInt64> { ScalarForms.lenientUInt64 }
    /// A whole number that isn't negative, written as text, read from either.
    public static var textUInt64: FieldCoding<UInt64> { ScalarForms.textUInt64 }
}

extension FieldCoding where Value == Double {
    /// A number, read from a number or text, written as a number.
    public static var lenientDouble: FieldCoding<Double> { ScalarForms.lenientDouble }
    /// A number written as text, read from either.
    public static var textDouble: FieldCoding<Double> { ScalarForms.textDouble }
}

extension FieldCoding where Value == Float {
    /// A number, read from a number or text, written as a number.
    public static var lenientFloat: FieldCoding<Float> { ScalarForms.lenientFloat }
    /// A number written as text, read from either.
    public static var textFloat: FieldCoding<Float> { ScalarForms.textFloat }
}

extension FieldCoding where Value == Decimal {
    /// A decimal number that JSON writes as a number.
    public static var decimal: FieldCoding<Decimal> { ScalarForms.decimal }
    /// A decimal number, read from a number or text, written as a number.
    public static var lenientDecimal: FieldCoding<Decimal> { ScalarForms.lenientDecimal }
    /// A decimal number written as text, read from either.
    public static var textDecimal: FieldCoding<Decimal> { ScalarForms.textDecimal }
}

extension FieldCoding where Value == Bool {
    /// A Boolean, read from `true`, `"true"`, `1` or `"1"` and their opposites, written as a Boolean.
    public static var lenientBool: FieldCoding<Bool> { ScalarForms.lenientBool }
    /// A Boolean written as the text `true` or `false`, read from either.
    public static var textBool: FieldCoding<Bool> { ScalarForms.textBool }
}

private enum ScalarForms {
    static let decimal = FieldCoding<Decimal>(
        read: { try $0.singleValueContainer().decode(Decimal.self) }, write: { $0.jsonValue })
    static let lenientInteger = FieldCoding<Int>.lenient()
    static let textInteger = FieldCoding<Int>.textual()
    static let lenientInt32 = FieldCoding<Int32>.lenient()
    static let textInt32 = FieldCoding<Int32>.textual()
    static let lenientInt64 = FieldCoding<Int64>.lenient()
    static let textInt64 = FieldCoding<Int64>.textual()
    static let lenientUInt64 = FieldCoding<UInt64>.lenient()
    static let textUInt64 = FieldCoding<UInt64>.textual()
    static let lenientDouble = FieldCoding<Double>.lenient()
    static let textDouble = FieldCoding<Double>.textual()
    static let lenientFloat = FieldCoding<Float>.lenient()
    static let textFloat = FieldCoding<Float>.textual()
    static let lenientDecimal = FieldCoding<Decimal>.lenient()
    static let textDecimal = FieldCoding<Decimal>.textual()
    static let lenientBool = FieldCoding<Bool>.lenient()
    static let textBool = FieldCoding<Bool>.textual()
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
        FieldCoding(read: { try readEither($0) }, write: { $0.jsonValue })
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
    var jsonValue: JSONValue {
        // Beyond 64 bits with a sign a decimal holds it, which has 38 digits.
        Int64(exactly: self).map(JSONValue.integer) ?? DecimalText.parse(wireText).map(JSONValue.decimal) ?? .null
    }
}

extension Int: WireScalar {}
extension Int32: WireScalar {}
extension Int64: WireScalar {}
extension UInt64: WireScalar {}

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
