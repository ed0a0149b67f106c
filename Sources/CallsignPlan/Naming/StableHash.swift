/// A hash that is the same in every run and on every machine, unlike the standard library's: FNV-1a with 64 bits.
package struct StableHash: Hashable, Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init(_ text: String) {
        for byte in text.utf8 {
            value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
        }
    }

    /// The first digits of the hash in hexadecimal, at most sixteen.
    package func prefix(_ digits: Int) -> String {
        let text = String(value, radix: 16)
        let padded = String(repeating: "0", count: 16 - text.utf8.count) + text
        return String(padded.prefix(digits))
    }
}
