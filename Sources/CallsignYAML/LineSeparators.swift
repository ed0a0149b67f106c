/// Hides the characters NEL (U+0085), LS (U+2028) and PS (U+2029) from libyaml, and brings them back.
///
/// They break lines in YAML 1.1, which libyaml reads, but are ordinary characters in YAML 1.2 (section 5.4): a
/// description pasted from a word processor would end its block of text in the middle, and all lines after it would be
/// counted wrongly. Each is replaced by one noncharacter that the text doesn't have, so that columns stay as they are.
struct LineSeparators {
    /// The text with replacements.
    let text: [UInt8]
    /// The last byte of the replacements of NEL, LS and PS, which all start with `EF B7`.
    private let standIns: [UInt8]

    /// - Returns: nothing where a text has no such character.
    init?(hidingIn text: [UInt8]) {
        guard Self.isSeparated(text), let standIns = Self.unused(in: text) else { return nil }
        var hidden: [UInt8] = []
        hidden.reserveCapacity(text.count + 64)
        var position = 0
        while position < text.count {
            if let (kind, length) = Self.separator(at: position, in: text) {
                hidden += [0xEF, 0xB7, standIns[kind]]
                position += length
            } else {
                hidden.append(text[position])
                position += 1
            }
        }
        self.text = hidden
        self.standIns = standIns
    }

    /// A scalar's text with the hidden characters back in their places.
    func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(0xEF) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            if bytes[position] == 0xEF, position + 2 < bytes.count, bytes[position + 1] == 0xB7,
                let kind = standIns.firstIndex(of: bytes[position + 2])
            {
                text += Self.encodings[kind]
                position += 3
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let encodings: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]

    private static func separator(at position: Int, in text: [UInt8]) -> (kind: Int, length: Int)? {
        guard text[position] == 0xC2 || text[position] == 0xE2 else { return nil }
        for (kind, encoding) in encodings.enumerated() where text[position...].starts(with: encoding) {
            return (kind, encoding.count)
        }
        return nil
    }

    private static func isSeparated(_ text: [UInt8]) -> Bool {
        text.withUnsafeBytes { bytes in
            let words = bytes.count / 8
            for word in 0..<words {
                let isASCII =
                    bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                if !isASCII, (0..<8).contains(where: { separator(at: word * 8 + $0, in: text) != nil }) { return true }
            }
            return (words * 8..<bytes.count).contains { separator(at: $0, in: text) != nil }
        }
    }

    private static let candidates: ClosedRange<UInt8> = 0x90...0xAF

    /// Three of the noncharacters U+FDD0 to U+FDEF (`EF B7 90` to `EF B7 AF`) that a text doesn't use.
    private static func unused(in text: [UInt8]) -> [UInt8]? {
        var used: UInt32 = 0
        for position in text.indices.dropLast(2) where text[position] == 0xEF && text[position + 1] == 0xB7 {
            let last = text[position + 2]
            if candidates.contains(last) { used |= 1 << UInt32(last - candidates.lowerBound) }
        }
        let unused = candidates.filter { used & 1 << UInt32($0 - candidates.lowerBound) == 0 }
        return unused.count < 3 ? nil : Array(unused.prefix(3))
    }
}
