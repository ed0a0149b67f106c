/// The writing of JSON pointers (RFC 6901), and of the fragments of references that hold them.
enum JSONPointer {
    /// A pointer one step longer.
    static func appending(_ token: String, to pointer: String) -> String {
        var result = pointer
        result.reserveCapacity(pointer.utf8.count + token.utf8.count + 1)
        result += "/"
        result += escaped(token)
        return result
    }

    /// A token as it stands in a pointer: `~` as `~0`, `/` as `~1`.
    static func escaped(_ token: String) -> String {
        guard needsEscape(token) else { return token }
        var bytes: [UInt8] = []
        for byte in token.utf8 {
            switch byte {
            case UInt8(ascii: "~"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func needsEscape(_ token: String) -> Bool {
        var token = token
        return token.withUTF8 { bytes in
            for byte in bytes where byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/") { return true }
            return false
        }
    }

    /// The tokens of a pointer that begins with a slash, or nothing where a `~` is followed by neither 0 nor 1.
    static func tokens(of pointer: String) -> [String]? {
        var tokens: [String] = []
        for part in pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let token = unescaped(part) else { return nil }
            tokens.append(token)
        }
        return tokens
    }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        guard part.contains(UInt8(ascii: "~")) else { return String(Substring(part)) }
        var bytes: [UInt8] = []
        var isEscape = false
        for byte in part {
            switch (isEscape, byte) {
            case (true, UInt8(ascii: "0")): bytes.append(UInt8(ascii: "~"))
            case (true, UInt8(ascii: "1")): bytes.append(UInt8(ascii: "/"))
            case (true, _): return nil
            case (false, UInt8(ascii: "~")): break
            case (false, _): bytes.append(byte)
            }
            isEscape = !isEscape && byte == UInt8(ascii: "~")
        }
        return isEscape ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The number that a token means as the index of an array: digits without a leading zero.
    static func index(_ token: String) -> Int? {
        let digits = token.utf8
        guard digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        return Int(token)
    }
}
