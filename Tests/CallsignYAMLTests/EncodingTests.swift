import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Encodings and line breaks")
struct EncodingTests {
    /// Noncharacters, which a Swift literal can't have.
    private static let first = String(decoding: [0xFDD0] as [UInt16], as: UTF16.self)
    private static let last = String(decoding: [0xFDEF] as [UInt16], as: UTF16.self)

    @Test("UTF-8 and UTF-16 with a byte order mark", arguments: ["UTF-8", "UTF-16LE", "UTF-16BE"])
    func byteOrderMarks(encoding: String) {
        let text = "a: é😀\nb: \"ключ\"\n"
        var bytes: [UInt8] = []
        switch encoding {
        case "UTF-8": bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "UTF-16LE":
            for unit in [0xFEFF] + Array(text.utf16) { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        default:
            for unit in [0xFEFF] + Array(text.utf16) { bytes += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)] }
        }
        let read = ReadText(bytes: bytes)
        #expect(outline(read.node) == "{a: \"é😀\", b: \"ключ\"}")
        #expect(read.node?.mark.column == 1)
        #expect(read.sink.sources.files.first?.text == Array(text.utf8))
    }

    @Test("characters that break lines in YAML 1.1 only are text, and lines are counted without them")
    func separators() {
        let read = ReadText("a: |\n  x\u{2028}y\u{2029}z\u{85}\n  w\(Self.first)\n\"b\u{2028}\": *c\n")
        #expect(read.node?["a"]?.string == "x\u{2028}y\u{2029}z\u{85}\nw\(Self.first)\n")
        #expect(read.node?.mapping?.entries.map(\.key) == ["a", "b\u{2028}"])
        #expect(read.problems == ["4:7 yaml-undefined-alias"])
    }

    @Test(
        "JSON's pairs of escapes make one character, and columns stay",
        arguments: [
            (#"{"a":"\ud83d\ude00","b":*c}"#, "{a: \"😀\", b: }", "1:25 yaml-undefined-alias"),
            (
                #"["\\ud83d\\ude00", "x\uD83D\uDE00\ud83d\ude01y\n", *c]"#,
                "[\"\\ud83d\\ude00\", \"x😀😁y\n\", ]", "1:52 yaml-undefined-alias"
            ),
            (#"{"\ud83d\ude00" : 1, "b": *c}"#, "{😀: 1, b: }", "1:27 yaml-undefined-alias"),
        ])
    func surrogates(text: String, expected: String, problem: String) {
        let read = ReadText(text)
        #expect(outline(read.node) == expected)
        #expect(read.problems == [problem])
    }

    @Test("a lone surrogate is an error where it is")
    func loneSurrogate() {
        #expect(ReadText(#"{"a": "\ud83d\ude00", "b": "\ude00"}"#).problems == ["1:31 yaml-escape"])
    }

    @Test(
        "rare characters are text at the start and at the end",
        arguments: [first, "a: \(last)\u{2028}", "\u{2028}", "x\u{FEFF}", "\u{10FFFF}"])
    func rare(text: String) {
        #expect(ReadText(text).problems == [])
    }
}
