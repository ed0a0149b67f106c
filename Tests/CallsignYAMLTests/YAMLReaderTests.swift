import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Reading a text into a tree")
struct YAMLReaderTests {
    @Test(
        "gives the values of YAML and of JSON",
        arguments: [
            ("a: 1\nb: [x, 'y', \"z\"]\n", #"{a: 1, b: ["x", "y", "z"]}"#),
            ("- a\n- - b\n  - c: d\n", #"["a", ["b", {c: "d"}]]"#),
            (#"{"a":{"b":[1,2.5,null,true,"\/\u00e9"]}}"#, #"{a: {b: [1, 2.5, null, true, "/é"]}}"#),
            ("{\n\t\"a\":\t1\n}\n", "{a: 1}"),
            ("text: |\n  one\n  two\n", "{text: \"one\ntwo\n\"}"),
            ("text: >-\n  one\n  two\n", "{text: \"one two\"}"),
            ("a:\nb: ''\n", #"{a: , b: ""}"#),
            ("just text", "\"just text\""),
            ("[]", "[]"),
            ("{}", "{}"),
            ("--- \na: 1\n...\n", "{a: 1}"),
            ("%YAML 1.2\n---\na: 1\n", "{a: 1}"),
            (
                "responses:\n  200: ok\n  true: x\n  null: y\n  1.5: z\n",
                #"{responses: {200: "ok", true: "x", null: "y", 1.5: "z"}}"#
            ),
            ("? a\n: 1\n", "{a: 1}"),
            ("a: 1\r\nb: 2\rc: 3", "{a: 1, b: 2, c: 3}"),
        ])
    func values(text: String, expected: String) {
        let read = ReadText(text)
        #expect(outline(read.node) == expected)
        #expect(read.problems == [])
    }

    @Test("gives every value and key its place")
    func places() {
        let read = ReadText("a: x\n\"über\": {ключ:  [1,\n   'two']}\n")
        #expect(read.node?.mark == SourceMark(file: 0, line: 1, column: 1))
        #expect(read.node?["a"]?.mark == SourceMark(file: 0, line: 1, column: 4))
        let second = read.node?.mapping?.entry("über")
        #expect(second?.keyMark == SourceMark(file: 0, line: 2, column: 1))
        #expect(second?.value.mark == SourceMark(file: 0, line: 2, column: 9))
        let inner = second?.value.mapping?.entry("ключ")
        #expect(inner?.keyMark == SourceMark(file: 0, line: 2, column: 10))
        #expect(inner?.value.mark == SourceMark(file: 0, line: 2, column: 17))
        #expect(inner?.value.sequence?.map(\.mark.line) == [2, 3])
        #expect(inner?.value.sequence?.map(\.mark.column) == [18, 4])
    }
}
