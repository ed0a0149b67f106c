/// A small number that tells most keys apart, so that few have to be compared.
enum KeyHash {
    /// A key that isn't ASCII, which may be equal to one of other bytes: Unicode knows several spellings of a text.
    static let unknown: UInt32 = 0
    /// A merge key.
    static let merge: UInt32 = 1

    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        var all: UInt8 = 0
        for byte in bytes {
            hash = (hash ^ UInt32(byte)) &* 16_777_619
            all |= byte
        }
        return all < 0x80 ? hash | 2 : unknown
    }

    static func of(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { of($0) }
    }

    /// Whether two keys may be equal and have to be compared.
    static func mayMatch(_ left: UInt32, _ right: UInt32) -> Bool {
        left == right || left == unknown || (right == unknown && left != merge)
    }
}
