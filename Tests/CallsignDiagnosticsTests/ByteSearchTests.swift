import CallsignDiagnostics
import Testing

@Suite("Searching bytes")
struct ByteSearchTests {
    @Test(
        "finds the first at or after a position",
        arguments: [
            ("abcabc", 0, 2), ("abcabc", 3, 5), ("abcabc", 5, 5), ("abcabc", 6, nil), ("abcabc", 60, nil),
            ("abcabc", -1, nil), ("ab", 0, nil), ("", 0, nil),
        ] as [(String, Int, Int?)])
    func position(_ text: String, _ start: Int, _ expected: Int?) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            #expect(ByteSearch.position(of: UInt8(ascii: "c"), in: bytes, from: start) == expected)
        }
    }

    @Test(
        "tells texts apart",
        arguments: [
            ("", "", true), ("a", "", false), ("abc", "abc", true), ("abc", "abd", false), ("ab", "abc", false),
        ])
    func same(_ one: String, _ other: String, _ expected: Bool) {
        #expect(ByteSearch.isSame(Array(one.utf8), Array(other.utf8)) == expected)
    }

    @Test("counts a byte among any others, wherever it is")
    func counts() {
        let others: [UInt8] = [0, 9, 11, 0x8A, 0xFF, 0x80, 0x7F, 10]
        for length in 0...40 {
            let text = (0..<length).map { others[$0 * $0 % 8] }
            for start in 0..<min(8, length + 1) {
                let expected = text[start...].count { $0 == 10 }
                let counted = text.withUnsafeBufferPointer {
                    ByteSearch.count(of: 10, in: UnsafeBufferPointer(rebasing: $0[start...]))
                }
                #expect(counted == expected)
            }
        }
    }
}
