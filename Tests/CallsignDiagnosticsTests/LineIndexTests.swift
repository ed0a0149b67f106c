import CallsignDiagnostics
import Testing

@Suite("The lines of a text")
struct LineIndexTests {
    @Test(
        "end with any of the line breaks",
        arguments: [
            ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b", ""]),
            ("a\rb", ["a", "b"]), ("a\n\n\rb", ["a", "", "", "b"]), ("é\u{2028}x\ny", ["é\u{2028}x", "y"]),
        ])
    func lines(text: String, expected: [String]) {
        let index = LineIndex(Array(text.utf8))
        #expect(index.count == expected.count)
        let lines = (1...Int32(expected.count)).map { index[$0].map { String(decoding: $0, as: UTF8.self) } }
        #expect(lines == expected)
        #expect(index[0] == nil)
        #expect(index[Int32(expected.count) + 1] == nil)
    }

    @Test("are found in long texts, too", arguments: ["\n", "\r\n", "\r"])
    func long(lineBreak: String) {
        let lines = (0..<3000).map { String(repeating: "x", count: $0 % 97) + "\($0)" }
        let index = LineIndex(Array(lines.joined(separator: lineBreak).utf8))
        #expect(index.count == lines.count)
        for (number, line) in lines.enumerated() {
            #expect(index[Int32(number) + 1].map { String(decoding: $0, as: UTF8.self) } == line)
        }
    }

    @Test("columns count scalars, and stop at the line's end")
    func offsets() {
        let index = LineIndex(Array("aé😀b\nc".utf8))
        #expect((1...6).map { index.offset(line: 1, column: $0) } == [0, 1, 3, 7, 8, 8])
        #expect(index.offset(line: 2, column: 1) == 9)
        #expect(index.offset(line: 3, column: 1) == nil)
    }
}
