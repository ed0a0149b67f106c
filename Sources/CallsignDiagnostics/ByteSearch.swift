#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Looking through texts at the speed of the C library, which compares many bytes at once.
package enum ByteSearch {
    /// Where a byte is at or after a position; nothing where it isn't.
    package static func position(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start >= 0, start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// How often a byte of ASCII is in a text: eight bytes are looked at together, since the compiler would look at each.
    package static func count(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
        var count = 0
        var position = 0
        while position + 8 <= raw.count {
            // A byte that is wanted becomes zero, and only of zero does this leave the high bit clear.
            let difference = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) ^ wanted
            count += 8 - ((((difference & low) &+ low) | difference) & ~low).nonzeroBitCount
            position += 8
        }
        while position < raw.count {
            if raw[position] == byte { count += 1 }
            position += 1
        }
        return count
    }

    /// Whether two texts are the same.
    package static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let count = one.count
        guard count == other.count else { return false }
        return one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                guard let one = one.baseAddress, let other = other.baseAddress else { return true }
                return memcmp(one, other, count) == 0
            }
        }
    }
}
