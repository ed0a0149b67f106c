import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Anchors, aliases, merge keys and tags")
struct AliasTests {
    @Test(
        "stand for what they name",
        arguments: [
            ("a: &x 1\nb: *x\n", "{a: 1, b: 1}"),
            ("a: &x [1]\nb: [*x, *x]\n", "{a: [1], b: [[1], [1]]}"),
            ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
            ("a: &x [&x 1, *x]\nb: *x\n", "{a: [1, 1], b: 1}"),
            ("a: &x key\n*x : 1\n", "{a: \"key\", key: 1}"),
            ("&k a: 1\nb: *k\n", "{a: 1, b: \"a\"}"),
            ("a: &x\nb: *x\n", "{a: , b: }"),
            ("base: &b {x: 1, y: 2}\nd:\n  <<: *b\n  y: 3\n", "{base: {x: 1, y: 2}, d: {x: 1, y: 3}}"),
            ("d:\n  y: 3\n  <<: {x: 1, y: 2}\n  z: 4\n", "{d: {y: 3, x: 1, z: 4}}"),
            ("<<: [{a: 1}, {a: 2, b: 2}]\nc: 3\n", "{a: 1, b: 2, c: 3}"),
            ("x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nz: {<<: *y}\n", "{x: {a: 1}, y: {a: 1, b: 2}, z: {a: 1, b: 2}}"),
            ("\"<<\": {a: 1}\n", "{<<: {a: 1}}"),
            ("<<: {}\na: 1\n", "{a: 1}"),
            ("a: !!str 5\nb: !!int \"5\"\nc: ! 5\nd: !!float 1\n", "{a: \"5\", b: 5, c: \"5\", d: 1}"),
            ("a: !!null ''\nb: !!bool \"true\"\nc: !!map {}\nd: !!seq []\n", "{a: , b: true, c: {}, d: []}"),
            ("!!int 5: x\n!!str 6: y\n", "{5: \"x\", 6: \"y\"}"),
            ("!!map\na: 1\n", "{a: 1}"),
            ("a: !!int 18446744073709551616\n", "{a: 18446744073709551616}"),
        ])
    func values(text: String, expected: String) {
        let read = ReadText(text)
        #expect(outline(read.node) == expected)
        #expect(read.problems == [])
    }

    @Test("a value that an alias stands for is where the alias is, and what is in it where it was written")
    func places() {
        let read = ReadText("a: &x\n  b: 1\nc: *x\n")
        #expect(read.node?["c"]?.mark == SourceMark(file: 0, line: 3, column: 4))
        #expect(read.node?["c"]?["b"]?.mark == SourceMark(file: 0, line: 2, column: 6))
    }

    @Test("merged keys keep the places where they were written")
    func mergedPlaces() {
        let read = ReadText("x: &x\n  a: 1\ny:\n  <<: *x\n  b: 2\n")
        #expect(read.node?["y"]?.mapping?.entries.map(\.keyMark.line) == [2, 5])
    }

    @Test("a misspelt alias is told from its neighbours")
    func nearAlias() {
        let read = ReadText("a: &pagination 1\nb: *paginatoin\n")
        #expect(read.sink.diagnostics.first?.remedy == "did you mean '*pagination'?")
    }

    @Test("an unknown tag leaves the value readable, with a warning")
    func unknownTag() {
        let read = ReadText("a: !Sub 5\nb: !Map {c: 1}\n")
        #expect(outline(read.node) == "{a: \"5\", b: {c: 1}}")
        #expect(read.sink.diagnostics.map(\.severity) == [.warning, .warning])
    }
}
