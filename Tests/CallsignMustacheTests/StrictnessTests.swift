import CallsignDiagnostics
import Testing

@testable import CallsignMustache

/// What is refused when a template is loaded, with its place.
@Suite struct StrictnessTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var template: String
        var code: String
        var line: Int32
        var column: Int32
        var testDescription: String { template }

        init(_ template: String, _ code: String, _ line: Int32, _ column: Int32) {
            self.template = template
            self.code = code
            self.line = line
            self.column = column
        }
    }

    static let rows = [
        Row("a\n ü{{ nam }}", "template-unknown-name", 2, 6),
        Row("{{person.age}}", "template-unknown-name", 1, 3),
        Row("{{#items}}{{person.nam}}{{/items}}", "template-unknown-name", 1, 13),
        Row("{{word.length}}", "template-unknown-name", 1, 3),
        Row("{{#nope}}{{/nope}}", "template-unknown-name", 1, 4),
        Row("{{.}}", "template-unknown-name", 1, 3),
        Row("{{#person}}{{.}}{{/person}}", "template-unknown-name", 1, 14),
        Row("{{^items}}{{isLast}}{{/items}}", "template-unknown-name", 1, 13),
        Row("{{items}}", "template-not-text", 1, 3),
        Row("{{yes}}", "template-not-text", 1, 3),
        Row("\n\n  {{> gone}}", "template-unknown-partial", 3, 7),
        Row("{{>main}}", "template-recursive-partial", 1, 4),
        Row("{{#yes}}", "template-unclosed-section", 1, 4),
        Row("{{/yes}}", "template-unopened-section", 1, 4),
        Row("{{#yes}}\n{{#no}}{{/yes}}{{/no}}", "template-mismatched-section", 2, 11),
        Row("a {{word", "template-unclosed-tag", 1, 3),
        Row("{{{word}}", "template-unclosed-tag", 1, 1),
        Row("{{a b}}", "template-bad-name", 1, 1),
        Row("{{}}", "template-bad-name", 1, 1),
        Row("{{=x=}}", "template-bad-delimiters", 1, 1),
        Row("{{<parent}}{{/parent}}", "template-unsupported-tag", 1, 1),
        Row("{{$block}}{{/block}}", "template-unsupported-tag", 1, 1),
        Row(String(repeating: "{{#yes}}", count: 70), "template-too-deep", 1, 516),
    ]

    @Test(arguments: rows) func refuses(row: Row) {
        let sink = DiagnosticSink()
        let library = TemplateLibrary(
            [TemplateSource(name: "main", file: "main.mustache", text: Array(row.template.utf8))], sink: sink)
        let template = library.template("main", for: Sample.shape, sink: sink)
        #expect(sink.diagnostics.map(\.code) == [row.code])
        #expect(sink.diagnostics.first?.mark == SourceMark(file: 0, line: row.line, column: row.column))
        let isRefused = template == nil || (try? library.check()) == nil
        #expect(isRefused)
    }

    @Test func refusesWhatIsNotUTF8() {
        let sink = DiagnosticSink()
        _ = TemplateLibrary([TemplateSource(name: "main", file: "m", text: [0x61, 0x0a, 0xff])], sink: sink)
        #expect(sink.diagnostics.map(\.code) == ["template-not-utf8"])
        #expect(sink.diagnostics.first?.mark == SourceMark(file: 0, line: 2, column: 1))
    }

    @Test func namesWhatWasProbablyMeant() {
        let sink = DiagnosticSink()
        let library = TemplateLibrary(
            [TemplateSource(name: "main", file: "m", text: Array("{{#itms}}{{/itms}}{{xyz}}".utf8))], sink: sink)
        _ = library.template("main", for: Sample.shape, sink: sink)
        #expect(sink.diagnostics.first?.remedy == "did you mean 'items'?")
        #expect(
            sink.diagnostics.last?.remedy
                == "known here: word, blank, title, yes, no, person, nobody, items, none, words, marks")
    }

    @Test func reportsAllProblemsOfATemplate() {
        let sink = DiagnosticSink()
        let library = TemplateLibrary(
            [TemplateSource(name: "main", file: "m", text: Array("{{a}}{{#b}}{{c}}{{/b}}{{>d}}".utf8))], sink: sink)
        _ = library.template("main", for: Sample.shape, sink: sink)
        #expect(sink.diagnostics.count == 3)
    }
}
