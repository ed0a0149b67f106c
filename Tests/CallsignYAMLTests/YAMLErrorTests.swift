import CallsignDiagnostics
import CallsignYAML
import Testing

/// A broken text, and the problems expected of it as `line:column code`.
struct BrokenText: CustomTestStringConvertible {
    let text: String
    let problems: [String]
    var notes: [String] = []

    init(_ text: String, _ problems: String..., notes: [String] = []) {
        self.text = text
        self.problems = problems
        self.notes = notes
    }

    var testDescription: String { text.debugDescription }
}

@Suite("Texts that are no YAML")
struct YAMLErrorTests {
    @Test(
        "tabs, characters and escapes",
        arguments: [
            BrokenText("a:\n\tb: 1\n", "2:1 yaml-tab"),
            BrokenText("\ta: 1\n", "1:1 yaml-tab"),
            BrokenText("a:\n  b: 1\n\tc: 2\n", "3:1 yaml-tab"),
            BrokenText("a:\n \tb: 1\n", "2:2 yaml-tab"),
            BrokenText("a: |\n\ttext\n", "2:1 yaml-tab"),
            BrokenText("-\ta: 1\n  b: 2\n", "1:2 yaml-tab"),
            BrokenText("a: @foo\n", "1:4 yaml-reserved-character"),
            BrokenText("a:\n  - `foo`\n", "2:5 yaml-reserved-character"),
            BrokenText("a: %foo\n", "1:4 yaml-reserved-character"),
            BrokenText("a: \"\\q\"\n", "1:5 yaml-escape"),
            BrokenText("a: \"é\\u12G4\"\n", "1:8 yaml-escape"),
            BrokenText("a: \"\\ud800\"\n", "1:7 yaml-escape"),
            BrokenText("a: x\u{7}\n", "1:5 yaml-control-character"),
            BrokenText("a: 1\nb: é\u{0}\n", "2:5 yaml-control-character"),
            BrokenText("a: \u{1B}[31m\n", "1:4 yaml-control-character"),
        ])
    func characters(broken: BrokenText) { check(broken) }

    @Test(
        "quotes and brackets",
        arguments: [
            BrokenText("a: \"abc\nb: 1\n", "1:4 yaml-unclosed-quote"),
            BrokenText("x: 1\na: 'abc\nb: 1\n", "2:4 yaml-unclosed-quote"),
            BrokenText("a: \"x\n---\n\"\n", "1:4 yaml-unclosed-quote", notes: ["2:1"]),
            BrokenText("a: [1, 2", "1:4 yaml-bracket"),
            BrokenText("a: [\n1,\n2\n\n", "1:4 yaml-bracket"),
            BrokenText("{\"a\": {\"b\": 1}\n", "1:1 yaml-bracket"),
            BrokenText("a: [1, 2\nb: 1\n", "2:2 yaml-bracket", notes: ["1:4"]),
            BrokenText("a: {x: 1\nb: 1\n", "2:2 yaml-bracket", notes: ["1:4"]),
            BrokenText("{\"a\": 1 \"b\": 2}", "1:12 yaml-bracket", notes: ["1:1"]),
            BrokenText("a: }\n", "1:4 yaml-bracket"),
            BrokenText("a: 1\n}\n", "2:1 yaml-bracket"),
            BrokenText("a: [a, b]]\n", "1:10 yaml-bracket"),
            BrokenText("a: [,]\n", "1:5 yaml-bracket"),
            BrokenText("{\"a\": 1,, \"b\": 2}\n", "1:9 yaml-bracket"),
            BrokenText("[[[[", "1:5 yaml-bracket"),
            BrokenText("{\"a\": 1}}", "1:9 yaml-unexpected-text"),
            BrokenText("a: \"x\" y\n", "1:8 yaml-unexpected-text"),
            BrokenText("a: 'it's'\n", "1:8 yaml-unexpected-text"),
            BrokenText("{\n  \"a\": 1,\n  // two\n  \"b\": 2\n}\n", "3:3 yaml-comment"),
        ])
    func quotes(broken: BrokenText) { check(broken) }

    @Test(
        "keys, colons and indentation",
        arguments: [
            BrokenText("a: b: c\n", "1:5 yaml-colon-in-value"),
            BrokenText("a:\n  description: foo: bar\n", "2:19 yaml-colon-in-value"),
            BrokenText("a: 1\n  b: 2\n", "2:4 yaml-indentation"),
            BrokenText("a:\n- b: 1\n   c: 2\n", "3:5 yaml-indentation"),
            BrokenText("a:\n  b: 1\n c: 2\n", "3:2 yaml-indentation", notes: ["1:1"]),
            BrokenText("- a\nb: 1\n", "2:1 yaml-indentation", notes: ["1:1"]),
            BrokenText("a: 1\n- b\n", "2:1 yaml-indentation", notes: ["1:1"]),
            BrokenText("a:\n  - b\n  c: 1\n", "3:3 yaml-indentation", notes: ["2:3"]),
            BrokenText("a: - b\n", "1:4 yaml-indentation"),
            BrokenText("a: ? b\n", "1:4 yaml-indentation"),
            BrokenText("a: 1\nfoo\nb: 2\n", "2:1 yaml-missing-colon"),
            BrokenText("a: 1\nfoo\n", "2:1 yaml-missing-colon"),
            BrokenText("foo\n# why\n\nbar: 1\n", "1:1 yaml-missing-colon"),
            BrokenText("a:b\nc: d\n", "1:1 yaml-missing-colon"),
            BrokenText("a: |\n x\n  y\nz\n", "4:1 yaml-missing-colon"),
            BrokenText(": 1\n", "1:1 yaml-missing-key"),
            BrokenText(String(repeating: "x", count: 1100) + ": 1\n", "1:1101 yaml-long-key"),
        ])
    func structure(broken: BrokenText) { check(broken) }

    @Test(
        "anchors, tags, blocks, directives and documents",
        arguments: [
            BrokenText("a: & b\n", "1:4 yaml-anchor"),
            BrokenText("a: *\n", "1:4 yaml-anchor"),
            BrokenText("a: **bold**\n", "1:4 yaml-anchor"),
            BrokenText("a: !foo!bar x\n", "1:4 yaml-tag"),
            BrokenText("a: !<foo b\n", "1:4 yaml-tag"),
            BrokenText("a: |0\n  x\n", "1:5 yaml-block-header"),
            BrokenText("a: >text\n  x\n", "1:5 yaml-block-header"),
            BrokenText("%foo\na: 1\n", "1:1 yaml-directive"),
            BrokenText("%YAML 3.0\n---\na: 1\n", "1:1 yaml-directive"),
            BrokenText("%YAML 1.2\na: 1\n", "2:1 yaml-directive"),
            BrokenText("a: 1\n...\nb: 2\n", "3:1 yaml-unexpected-text"),
            BrokenText("a: b\n---\nc: d\n", "2:1 yaml-several-documents"),
            BrokenText("", "1:1 yaml-empty"),
            BrokenText("# only\n\n", "1:1 yaml-empty"),
            BrokenText("---\n", "1:1 yaml-empty"),
        ])
    func properties(broken: BrokenText) { check(broken) }

    @Test(
        "duplicate keys, aliases, merge keys and tags that don't fit",
        arguments: [
            BrokenText("a: 1\nb: 2\na: 3\n", "3:1 yaml-duplicate-key", notes: ["1:1"]),
            BrokenText(
                "{\"a\": 1, a: 2, 'a': 3}", "1:10 yaml-duplicate-key", "1:16 yaml-duplicate-key", notes: ["1:2", "1:2"]),
            BrokenText("200: a\n'200': b\n", "2:1 yaml-duplicate-key", notes: ["1:1"]),
            BrokenText("caf\u{E9}: 1\ncafe\u{301}: 2\n", "2:1 yaml-duplicate-key", notes: ["1:1"]),
            BrokenText("<<: {a: 1}\n<<: {b: 2}\n", "2:1 yaml-duplicate-key", notes: ["1:1"]),
            BrokenText("a: *b\n", "1:4 yaml-undefined-alias"),
            BrokenText("a: *b\nc: &b 1\n", "1:4 yaml-undefined-alias"),
            BrokenText("a: &a [1, *a]\n", "1:11 yaml-recursive-alias", notes: ["1:4"]),
            BrokenText("a: &a\n  <<: *a\n", "2:7 yaml-recursive-alias", "2:7 yaml-merge", notes: ["1:4"]),
            BrokenText("<<: 1\n", "1:5 yaml-merge"),
            BrokenText("<<: [{a: 1}, 2]\n", "1:14 yaml-merge"),
            BrokenText("? [a]\n: 1\n", "1:3 yaml-complex-key"),
            BrokenText("{{name}}: 1\n", "1:1 yaml-complex-key", "1:2 yaml-complex-key"),
            BrokenText("a: &a {b: 1}\n*a : 2\n", "2:1 yaml-complex-key"),
            BrokenText("a: !!int x\n", "1:4 yaml-tag-mismatch"),
            BrokenText("a: !!seq {}\n", "1:4 yaml-tag-mismatch"),
            BrokenText("a: !!str []\n", "1:4 yaml-tag-mismatch"),
            BrokenText("a: !Ref x\n", "1:4 yaml-unknown-tag"),
            BrokenText("a: !!binary eA==\n", "1:4 yaml-unknown-tag"),
        ])
    func content(broken: BrokenText) { check(broken) }

    private func check(_ broken: BrokenText) {
        let read = ReadText(broken.text)
        #expect(read.problems == broken.problems)
        #expect(read.notes == broken.notes)
        for problem in read.sink.diagnostics {
            #expect(problem.remedy != nil || problem.code == "yaml-syntax")
            #expect(problem.message.last != ".")
        }
    }

    @Test(
        "bytes that are no text",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], "1:4 yaml-encoding"),
            ([0x61, 0x3A, 0x20, 0xC3], "1:4 yaml-encoding"),
            ([0x61, 0x0A, 0xC3, 0xA9, 0xC0, 0x80], "2:2 yaml-encoding"),
            ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "1:4 yaml-encoding"),
            ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00], "1:2 yaml-encoding"),
            ([0xFE, 0xFF, 0x00, 0x61, 0x00], "1:2 yaml-encoding"),
            ([0x61, 0x00, 0x3A, 0x00], "1:1 yaml-encoding"),
            ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], "1:1 yaml-encoding"),
        ] as [([UInt8], String)])
    func encodings(bytes: [UInt8], problem: String) {
        let read = ReadText(bytes: bytes)
        #expect(read.problems == [problem])
        #expect(read.node == nil)
    }

    @Test("a bad byte far into a file has its line and column")
    func farEncodingProblem() {
        let lines = String(repeating: "- é: some text\n", count: 20_000)
        let read = ReadText(bytes: Array((lines + "- ü").utf8) + [0xFF])
        #expect(read.problems == ["20001:4 yaml-encoding"])
    }
}
