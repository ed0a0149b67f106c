extension Scalar {
    /// What the scalar means by the core schema of YAML 1.2.2, section 10.3.2.
    ///
    /// `yes`, `on` and dates are strings, `0o17` and `0x1F` are integers, `1e3` is a number. Quoted and block scalars
    /// are strings whatever they contain.
    package var value: ScalarValue {
        isPlain ? CoreSchema.value(of: text) : .string
    }
}

/// The core schema's rules for plain scalars.
enum CoreSchema {
    static func value(of text: String) -> ScalarValue {
        var text = text
        // Strings are stored as contiguous UTF-8 here, so this never copies.
        return text.withUTF8 { bytes in value(of: bytes) } ?? number(text)
    }

    /// The meaning of a text, or nothing for a number that isn't a 64-bit integer.
    private static func value(of bytes: UnsafeBufferPointer<UInt8>) -> ScalarValue? {
        guard let first = bytes.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            return numeric(bytes)
        case UInt8(ascii: "~"):
            return bytes.count == 1 ? .null : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return matches(bytes, "null", "Null", "NULL") ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return matches(bytes, "true", "True", "TRUE") ? .bool(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return matches(bytes, "false", "False", "FALSE") ? .bool(false) : .string
        default:
            return .string
        }
    }

    private static func matches(
        _ bytes: UnsafeBufferPointer<UInt8>, _ first: StaticString, _ second: StaticString, _ third: StaticString
    ) -> Bool {
        equals(bytes, first) || equals(bytes, second) || equals(bytes, third)
    }

    private static func equals(_ bytes: some Collection<UInt8>, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount
            && bytes.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private static func numeric(_ bytes: UnsafeBufferPointer<UInt8>) -> ScalarValue? {
        if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
            if bytes[1] == UInt8(ascii: "x") { return prefixed(bytes, radix: 16) }
            if bytes[1] == UInt8(ascii: "o") { return prefixed(bytes, radix: 8) }
        }
        let signed = bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+")
        let unsigned = bytes[(signed ? 1 : 0)...]
        if equals(unsigned, ".inf") || equals(unsigned, ".Inf") || equals(unsigned, ".INF") {
            return .number(bytes[0] == UInt8(ascii: "-") ? -.infinity : .infinity)
        }
        if equals(bytes, ".nan") || equals(bytes, ".NaN") || equals(bytes, ".NAN") { return .number(.nan) }
        switch form(unsigned) {
        case .none: return .string
        case .decimal: return nil
        case .integer: return integer(unsigned, isNegative: bytes[0] == UInt8(ascii: "-"))
        }
    }

    private enum Form { case none, integer, decimal }

    /// Which of the schema's two regular expressions for decimal numbers a text without its sign matches.
    private static func form(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Form {
        var rest = bytes
        let whole = dropDigits(&rest)
        if rest.isEmpty { return whole > 0 ? .integer : .none }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let fraction = dropDigits(&rest)
            if whole == 0, fraction == 0 { return .none }
        } else if whole == 0 {
            return .none
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            if dropDigits(&rest) == 0 { return .none }
        }
        return rest.isEmpty ? .decimal : .none
    }

    /// Removes the digits that a text starts with and returns how many there were.
    private static func dropDigits(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var count = 0
        while let byte = bytes.first, byte &- UInt8(ascii: "0") < 10 {
            bytes.removeFirst()
            count += 1
        }
        return count
    }

    /// The value of decimal digits, or nothing where it needs more than 64 bits.
    private static func integer(_ digits: Slice<UnsafeBufferPointer<UInt8>>, isNegative: Bool) -> ScalarValue? {
        var value: Int64 = 0
        for digit in digits {
            let (tenfold, tooBig) = value.multipliedReportingOverflow(by: 10)
            let digit = Int64(digit &- UInt8(ascii: "0"))
            let (sum, overflow) =
                isNegative ? tenfold.subtractingReportingOverflow(digit) : tenfold.addingReportingOverflow(digit)
            if tooBig || overflow { return nil }
            value = sum
        }
        return .integer(value)
    }

    /// The value of `0x1F` or `0o17`; a string where a digit isn't one.
    private static func prefixed(_ bytes: UnsafeBufferPointer<UInt8>, radix: UInt8) -> ScalarValue {
        var exact: Int64? = 0
        var nearest = 0.0
        for byte in bytes.dropFirst(2) {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return .string
            }
            guard digit < radix else { return .string }
            nearest = nearest * Double(radix) + Double(digit)
            exact = exact.flatMap { value in
                let (product, tooBig) = value.multipliedReportingOverflow(by: Int64(radix))
                let (sum, overflow) = product.addingReportingOverflow(Int64(digit))
                return tooBig || overflow ? nil : sum
            }
        }
        return exact.map(ScalarValue.integer) ?? .number(nearest)
    }

    /// The double nearest to a decimal number that matches the schema.
    private static func number(_ text: String) -> ScalarValue {
        Double(text).map(ScalarValue.number) ?? .number(.nan)
    }
}
