import Testing

@testable import CallsignRender

@Suite struct SourceLayoutTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var source: String
        var layout: String
        var testDescription: String { name }

        init(_ name: String, _ source: String, _ layout: String) {
            self.name = name
            self.source = source
            self.layout = layout
        }
    }

    private static let long = String(repeating: "x", count: 70)

    static let rows = [
        Row("a list that fits is joined", "f(\n    a,\n    b: c,\n)\n", "f(a, b: c)\n"),
        Row(
            "a list that doesn't keeps its lines", "f(\n    \(long),\n    \(long),\n)\n",
            "f(\n    \(long),\n    \(long)\n)\n"),
        Row(
            "an array keeps its last comma", "[\n    \(long),\n    \(long),\n]\n", "[\n    \(long),\n    \(long),\n]\n"),
        Row("an empty list", "f(\n)\n", "f()\n"),
        Row(
            "an inner list is joined alone",
            "f(\n    \(long),\n    g: [\n        1,\n        2,\n    ],\n    \(long),\n)\n",
            "f(\n    \(long),\n    g: [1, 2],\n    \(long)\n)\n"),
        Row("what follows the list stays behind it", "f(\n    a,\n) -> B {\n    c\n}\n", "f(a) -> B {\n    c\n}\n"),
        Row("a getter of one line is joined", "var a: B {\n    c\n}\n", "var a: B { c }\n"),
        Row(
            "a getter of a list", "public static var a: [B] {\n    [\n        .c,\n        .d,\n    ]\n}\n",
            "public static var a: [B] { [.c, .d] }\n"),
        Row(
            "a getter that is long isn't", "var a: B {\n    \(long)\(long)\n}\n", "var a: B {\n    \(long)\(long)\n}\n"),
        Row("a getter of two lines isn't", "var a: B {\n    c\n    d\n}\n", "var a: B {\n    c\n    d\n}\n"),
        Row("a function's body stays where it is", "func a() {\n    c\n}\n", "func a() {\n    c\n}\n"),
        Row("an empty body is joined", "init() {\n}\n", "init() {}\n"),
        Row(
            "a closure's parameters follow its brace", "f(\n    a,\n) {\n    b in\n    c\n}\n",
            "f(a) { b in\n    c\n}\n"),
        Row("blank lines are one", "a\n\n\n\nb\n", "a\n\nb\n"),
        Row("blocks have none at their edges", "a {\n\n    b\n\n}\n", "a {\n    b\n}\n"),
        Row("none at the beginning and the end", "\n\na\n\n", "a\n"),
        Row("blanks at ends of lines go", "a   \n  b\t\n", "a\n  b\t\n"),
        Row("a comment's brackets mean nothing", "/// f(\n///     a\n/// )\n", "/// f(\n///     a\n/// )\n"),
        Row("a literal's brackets mean nothing", "f(\n    \"(\",\n)\n", "f(\"(\")\n"),
        Row("a list with a comment keeps its lines", "f(\n    // why\n    a,\n)\n", "f(\n    // why\n    a\n)\n"),
        Row(
            "a long label is broken behind its colon",
            "f(\n    label: \"\(long)\(long)\",\n)\n", "f(\n    label:\n        \"\(long)\(long)\"\n)\n"),
        Row(
            "a long declaration too", "public let \(long): [String: \(long)]\n",
            "public let \(long):\n    [String: \(long)]\n"),
        Row("a list that is never closed stays", "f(\n    a,\n", "f(\n    a,\n"),
        Row(
            "characters are counted, not bytes", "f(\n    \(String(repeating: "ü", count: 110)),\n)\n",
            "f(\(String(repeating: "ü", count: 110)))\n"),
    ]

    @Test(arguments: rows) func laysOut(row: Row) {
        #expect(laidOut(row.source) == row.layout)
        #expect(laidOut(row.layout) == row.layout)
    }
}

@Suite struct CommentWrappingTests {
    private static let words = Array(repeating: "word", count: 30).joined(separator: " ")
    private static let first = Array(repeating: "word", count: 23).joined(separator: " ")
    private static let rest = Array(repeating: "word", count: 7).joined(separator: " ")

    @Test(arguments: [
        ("/// \(words)\n", "/// \(first)\n/// \(rest)\n"),
        ("/// - \(words)\n", "/// - \(first)\n///   \(rest)\n"),
        ("///   - name: \(words)\n", "///   - name: \(first.dropLast(10))\n///     word word \(rest)\n"),
        ("/// 12. \(words)\n", "/// 12. \(first.dropLast(5))\n///     word \(rest)\n"),
        ("/// # \(words)\n", "/// # \(words)\n"), ("/// | \(words)\n", "/// | \(words)\n"),
        ("/// ```\n/// \(words)\n/// ```\n", "/// ```\n/// \(words)\n/// ```\n"),
        ("/// ab \(first) - \(rest)\n", "/// ab \(first.dropLast(5))\n/// word - \(rest)\n"),
        ("/// \(String(repeating: "x", count: 200))\n", "/// \(String(repeating: "x", count: 200))\n"),
        ("// \(words)\n", "// \(words)\n"),
    ])
    func wrapsWhatMarkdownAllows(comment: String, wrapped: String) {
        #expect(laidOut(comment) == wrapped)
    }
}

private func laidOut(_ source: String) -> String {
    var output: [UInt8] = []
    var source = source
    source.withUTF8 { SourceLayout.append($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
}
