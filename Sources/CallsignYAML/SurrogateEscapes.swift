/// Makes JSON's pairs of escapes, such as `\ud83d\ude00`, into the one escape that libyaml knows, `\U0001F600`.
///
/// JSON writes a character beyond U+FFFF as two surrogates (RFC 8259, section 7), as many programs that write JSON do
/// for emoji; libyaml refuses surrogates. The escape is two bytes shorter than the pair, so two spaces follow the
/// string, and columns after it stay as they are.
enum SurrogateEscapes {
    /// - Returns: the changed text, or nothing where a text isn't JSON or has no such pair.
    static func joined(in text: [UInt8]) -> [UInt8]? {
        guard let first = text.first(where: { !isSpace($0) }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return nil }
        var result = text
        var hasChanged = false
        var position = 0
        while let quote = text[position...].firstIndex(of: UInt8(ascii: "\"")) {
            // A comment or a quote of the other kind: this is YAML, whose strings can't be told so easily.
            if text[position..<quote].contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "'") }) {
                return nil
            }
            guard let end = endOfString(from: quote + 1, in: text) else { return nil }
            if joinPairs(of: text[(quote + 1)..<end], in: &result) { hasChanged = true }
            position = end + 1
        }
        return hasChanged ? result : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
    }

    /// The position of the quotation mark that ends a string.
    private static func endOfString(from start: Int, in text: [UInt8]) -> Int? {
        var position = start
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""): return position
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// Rewrites one string in place, with the quotation mark after it, followed by the spaces.
    private static func joinPairs(of string: ArraySlice<UInt8>, in result: inout [UInt8]) -> Bool {
        guard string.contains(UInt8(ascii: "\\")) else { return false }
        var rewritten: [UInt8] = []
        var position = string.startIndex
        while position < string.endIndex {
            if let scalar = pair(at: position, in: string) {
                rewritten += escape(scalar)
                position += 12
            } else if string[position] == UInt8(ascii: "\\"), position + 1 < string.endIndex {
                rewritten += string[position...(position + 1)]
                position += 2
            } else {
                rewritten.append(string[position])
                position += 1
            }
        }
        let spare = string.count - rewritten.count
        guard spare > 0 else { return false }
        rewritten.append(UInt8(ascii: "\""))
        rewritten += repeatElement(UInt8(ascii: " "), count: spare)
        result.replaceSubrange(string.startIndex...string.endIndex, with: rewritten)
        return true
    }

    /// The escape of a scalar, such as `\U0001F600`.
    private static func escape(_ scalar: UInt32) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "U")]
        for digit: UInt32 in (0..<8).reversed() {
            bytes.append(digits[Int((scalar >> (4 * digit)) & 0xF)])
        }
        return bytes
    }

    /// The scalar that a high and a low surrogate at a position make together.
    private static func pair(at position: Int, in string: ArraySlice<UInt8>) -> UInt32? {
        guard let high = unit(at: position, in: string), 0xD800..<0xDC00 ~= high,
            let low = unit(at: position + 6, in: string), 0xDC00..<0xE000 ~= low
        else { return nil }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    /// The code of an escape `\uXXXX`.
    private static func unit(at position: Int, in string: ArraySlice<UInt8>) -> UInt32? {
        guard position + 6 <= string.endIndex, string[position] == UInt8(ascii: "\\"),
            string[position + 1] == UInt8(ascii: "u")
        else { return nil }
        var code: UInt32 = 0
        for byte in string[(position + 2)..<(position + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            code = code << 4 | UInt32(digit)
        }
        return code
    }
}
