/// Percent-encoding by RFC 3986, and how much of it a place needs.
enum PercentEncoding {
    /// All but the unreserved characters is encoded: the default of parameters.
    case unreserved
    /// Reserved characters and whole percent triples pass too (`allowReserved`, RFC 6570 section 3.2.3), save those
    /// that can't stand in a query at all, `#`, `[` and `]`, and those that mean something in forms: a value with `&`
    /// would be another parameter, and `+` is a blank.
    case reserved
    /// As ``reserved``, in a path: all pass but those that would end a segment or the path.
    case reservedInPath
    /// As ``reserved``, in a cookie: all pass but what ends it.
    case reservedInCookie
    /// Nothing is encoded: for headers, which percent-encoding would garble.
    case none

    func encode(_ text: String) -> String {
        if case .none = self { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if PercentEncoding.isUnreserved(byte) || passes(byte, at: index, in: bytes) {
                result.append(byte)
            } else {
                PercentEncoding.append(byte, to: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The reserved characters that pass.
    private var reserved: StaticString {
        switch self {
        case .unreserved, .none: ""
        case .reserved: ":/?@!$'()*,;="
        case .reservedInPath: ":@!$&'()*+,;="
        case .reservedInCookie: ":/?@!$&'()*+,=[]#"
        }
    }

    private func passes(_ byte: UInt8, at index: Int, in bytes: [UInt8]) -> Bool {
        let reserved = reserved
        if reserved.utf8CodeUnitCount == 0 { return false }
        switch byte {
        case UInt8(ascii: "%"):
            return index + 2 < bytes.count && PercentEncoding.isHexadecimal(bytes[index + 1])
                && PercentEncoding.isHexadecimal(bytes[index + 2])
        default:
            return reserved.withUTF8Buffer { $0.contains(byte) }
        }
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    static func append(_ byte: UInt8, to result: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        result.append(UInt8(ascii: "%"))
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
    }

    /// Encodes what a URL can't hold (spaces, control characters, quotes, what isn't ASCII) and leaves the rest alone,
    /// percent signs included: for text that is a URL already, more or less.
    static func repair(_ text: some StringProtocol) -> String {
        // Hardly any text needs it.
        if text.utf8.allSatisfy(isLegal) { return String(text) }
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isLegal(byte) {
                result.append(byte)
            } else {
                append(byte, to: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isLegal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
    }
}
