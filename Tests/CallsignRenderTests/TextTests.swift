import Testing

@testable import CallsignRender

@Suite struct SwiftStringLiteralTests {
    @Test(arguments: [
        ("plain", #""plain""#), ("", #""""#), ("a\"b", #""a\"b""#), (#"a\b"#, #""a\\b""#), (#"\(x)"#, #""\\(x)""#),
        ("a\nb\r\tc\0", #""a\nb\r\tc\0""#), ("\"\"\"", #""\"\"\"""#), ("\u{2028}", #""\u{2028}""#),
        ("\u{2029}\u{85}", #""\u{2029}\u{85}""#), ("\u{202e}x\u{2066}", #""\u{202E}x\u{2066}""#),
        ("\u{1}\u{7f}\u{9f}", #""\u{1}\u{7F}\u{9F}""#), ("größe 名前 👍", #""größe 名前 👍""#),
        ("a\u{200b}b\u{feff}", #""a\u{200B}b\u{FEFF}""#), ("e\u{301}", "\"e\u{301}\""), ("*/ // #", #""*/ // #""#),
    ])
    func escapesWhatIsNotText(text: String, source: String) {
        #expect(SwiftStringLiteral.source(of: text) == source)
    }
}

@Suite struct DocumentationCommentTests {
    @Test(arguments: [
        ("one", ["/// one"]), ("one\ntwo", ["/// one", "/// two"]),
        ("one  \r\n\r\n\r\ntwo\n", ["/// one", "///", "/// two"]),
        ("a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f\rg", ["/// a", "/// b", "/// c", "/// d", "/// e", "/// f", "/// g"]),
        ("*/ code", ["/// */ code"]), ("\n\n  - item", ["///   - item"]), ("a\u{202e}b\u{0}c", ["/// abc"]),
        ("a\tb", ["/// a    b"]), ("", []), (" \n ", []), ("größe\u{1b}[31m", ["/// größe[31m"]),
    ])
    func givesEachLineItsSlashes(text: String, lines: [String]) {
        #expect(texts(of: .documentation([text])) == lines)
    }

    @Test func dividesParagraphs() {
        #expect(texts(of: .documentation(["a", "", "b\n"])) == ["/// a", "///", "/// b"])
    }

    @Test func flattensToOneLine() {
        #expect(DocumentationComment.flattened("a\n\n  b\u{2028}c ") == "a b c")
        #expect(DocumentationComment.flattened(" a b") == "a b")
        #expect(DocumentationComment.flattened("a  b") == "a  b")
    }

    @Test func joinsLines() {
        var lines: SafeLines = ["a"]
        lines.append("b")
        lines += SafeLines.documentation(["c\nd"]) + ["e"]
        #expect(texts(of: lines) == ["a", "b", "/// c", "/// d", "e"])
        #expect(!lines.isEmpty)
        #expect(SafeLines.documentation(["", " "]).isEmpty)
    }

    private func texts(of lines: SafeLines) -> [String] {
        var texts: [String] = []
        lines.forEach { texts.append(String(decoding: $0, as: UTF8.self)) }
        return texts
    }
}

@Suite struct SafeTextTests {
    @Test func putsSafeTextsTogether() {
        let name = SafeText.literal("a\"b")
        #expect(("call(\(name))" as SafeText).text == #"call("a\"b")"#)
        #expect([SafeText]([name, "x"]).joined(by: ", ").text == #""a\"b", x"#)
        #expect(SafeText.double(.infinity).text == "0.0")
        #expect(SafeText.integer(-3).text == "-3")
    }

    /// The compiler warns of backticks that a label doesn't need.
    @Test(arguments: [
        ("extension", "extension"), ("in", "in"), ("inout", "`inout`"), ("var", "`var`"), ("name", "name"),
    ])
    func escapesLabelsOnlyWhereTheyNeedIt(name: String, label: String) {
        #expect(SafeText.label(memberName(name)).text == label)
    }
}
