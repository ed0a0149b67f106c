import CallsignDiagnostics
import Testing

@testable import CallsignMustache

/// Behaviours that the Mustache specification asks for, and where this engine differs.
@Suite struct RenderingTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var template: String
        var output: String

        init(_ name: String, _ template: String, _ output: String) {
            self.name = name
            self.template = template
            self.output = output
        }

        var testDescription: String { name }
    }

    static let rows = [
        Row("plain text stays", "a\n b\r\n", "a\n b\r\n"),
        Row("a variable is inserted", "<{{word}}>", "<hi & <b>\"bye\">"),
        Row("blanks in a tag don't count", "{{ word }}|{{\n word\t}}", "hi & <b>\"bye\"|hi & <b>\"bye\""),
        Row("three braces insert too", "{{{word}}}{{& word}}", "hi & <b>\"bye\"hi & <b>\"bye\""),
        Row("a dotted name goes into an object", "{{person.name}}", "Ada"),
        Row("a dotted name through an absent object is empty", "[{{nobody.name}}]", "[]"),
        Row("a true flag shows its section", "{{#yes}}a{{/yes}}{{#no}}b{{/no}}", "a"),
        Row("inverted sections show the opposite", "{{^yes}}a{{/yes}}{{^no}}b{{/no}}", "b"),
        Row("an empty text is false", "{{#blank}}a{{/blank}}{{^blank}}b{{/blank}}{{#word}}c{{/word}}", "bc"),
        Row("a list repeats its section", "{{#items}}{{name}},{{/items}}", "x,y,"),
        Row("an empty list is false", "{{#none}}a{{/none}}{{^none}}b{{/none}}", "b"),
        Row("a list of texts has a dot", "{{#words}}({{.}}){{/words}}", "(one)(two)"),
        Row("a text of a list can be asked for", "{{#words}}{{#.}}<{{/.}}{{.}}{{/words}}", "<one<two"),
        Row("a list of texts sees the outer context", "{{#words}}{{.}} {{person.name}},{{/words}}", "one Ada,two Ada,"),
        Row(
            "a list of texts within another", "{{#words}}{{.}}:{{#words}}{{.}}{{/words}} {{/words}}",
            "one:onetwo two:onetwo "),
        Row("objects are chosen by name", "{{marks.first.name}}{{#marks.first}}({{name}}){{/marks.first}}", "1(1)"),
        Row(
            "an object that no name is of is absent",
            "[{{marks.x.name}}{{#marks.x}}a{{/marks.x}}]{{^marks.x}}b{{/marks.x}}", "[]b"),
        Row("any named objects are true", "{{#marks}}a{{/marks}}{{^marks.x.name}}b{{/marks.x.name}}", "ab"),
        Row("an object is the inner context", "{{#person}}{{name}} {{word}}{{/person}}", "Ada hi & <b>\"bye\""),
        Row("an absent object is false", "{{#nobody}}a{{/nobody}}{{^nobody}}b{{/nobody}}", "b"),
        Row("an inner name hides an outer one even when empty", "{{#items}}[{{blank}}{{title}}]{{/items}}", "[][]"),
        Row("flags show in lists", "{{#items}}{{#isLast}}last{{/isLast}}{{/items}}", "last"),
        Row("nested sections", "{{#yes}}{{#items}}{{^isLast}}{{name}}{{/isLast}}{{/items}}{{/yes}}", "x"),
        Row("a standalone section takes its lines away", "a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
        Row("an indented standalone section too", "a\n  {{#yes}} \nb\n\t{{/yes}}\nc", "a\nb\nc"),
        Row("windows line ends stand alone too", "a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
        Row("standalone at the end without a line end", "a\n  {{#yes}}\nb\n  {{/yes}}", "a\nb\n"),
        Row("two tags on a line don't stand alone", " {{#yes}}{{/yes}} \n", "  \n"),
        Row("a variable never stands alone", "a\n  {{word}}\nb", "a\n  hi & <b>\"bye\"\nb"),
        Row("a comment is nothing", "a{{! what ever {{ }}b", "ab"),
        Row("a standalone comment of several lines", "a\n  {{! one\n two }}\nb", "a\nb"),
        Row("delimiters can be changed", "{{=<% %>=}}<%person.name%>{{x}}<%={{ }}=%>{{person.name}}", "Ada{{x}}Ada"),
        Row("a standalone change of delimiters", "a\n {{=| |=}}\n|person.name|", "a\nAda"),
        Row("a partial is put in", "[{{>inline}}]", "[Ada!]"),
        Row("a partial sees the inner context", "{{#person}}{{>name}}{{/person}}", "Ada"),
        Row("a standalone partial is indented", "<\n  {{>lines}}\n>", "<\n  1\n\n  Ada\n  3\n>"),
        Row("a partial within a line isn't", "<  {{>lines}}>", "<  1\n\nAda\n3\n>"),
        Row("indentation adds up", "  {{>outer}}\n", "  (\n    1\n\n    Ada\n    3\n  )\n"),
        Row("sections of a partial keep its indentation", "  {{>listed}}\n", "  - x\n  - y\n  end\n"),
        Row("a line that begins with a section is indented once", "  {{>begun}}\n", "  ab\n  cAda\n"),
    ]

    static let partials = [
        ("inline", "{{person.name}}!"), ("name", "{{name}}"), ("lines", "1\n\n{{person.name}}\n3\n"),
        ("outer", "(\n  {{>lines}}\n)\n"), ("listed", "{{#items}}\n- {{name}}\n{{/items}}\nend\n"),
        ("begun", "{{#yes}}a{{/yes}}b\n{{#yes}}c{{/yes}}{{person.name}}\n"),
    ]

    @Test(arguments: rows) func renders(row: Row) throws {
        let sink = DiagnosticSink()
        let sources = (Self.partials + [("main", row.template)]).map {
            TemplateSource(name: $0.0, file: $0.0 + ".mustache", text: Array($0.1.utf8))
        }
        let library = TemplateLibrary(sources, sink: sink)
        let template = library.template("main", for: Sample.shape, sink: sink)
        #expect(sink.diagnostics.map(\.message) == [])
        let output = TextBuffer()
        try #require(template).render(Sample.object, into: output)
        #expect(text(of: output) == row.output)
    }

    @Test func appendsToWhatIsThere() throws {
        let sink = DiagnosticSink()
        let library = TemplateLibrary([TemplateSource(name: "a", file: "a", text: Array("b".utf8))], sink: sink)
        let output = TextBuffer()
        let template = try #require(library.template("a", for: Sample.shape, sink: sink))
        template.render(Sample.object, into: output)
        template.render(Sample.object, into: output)
        #expect(text(of: output) == "bb")
    }

    @Test func growsWithItsText() {
        let output = TextBuffer(capacity: 1)
        for number in 0..<1000 {
            var text = "\(number) "
            text.withUTF8 { output.append($0) }
        }
        output.append(UnsafeBufferPointer(start: nil, count: 0))
        #expect(text(of: output) == (0..<1000).map { "\($0) " }.joined())
    }

    private func text(of output: TextBuffer) -> String { output.withBytes { String(decoding: $0, as: UTF8.self) } }
}

enum Sample {
    static let person = ObjectShape(
        "person", "Somebody.", fields: [.init("name", "The name.", .text)])
    static let item = ObjectShape(
        "item", "Something.",
        fields: [
            .init("name", "The name.", .text), .init("isLast", "Whether none follows.", .flag),
            .init("title", "Hides the outer one.", .text), .init("blank", "Empty.", .text),
        ])
    static let shape = ObjectShape(
        "sample", "What the tests render.",
        fields: [
            .init("word", "With what others escape.", .text), .init("blank", "Empty.", .text),
            .init("title", "Hidden by items.", .text), .init("yes", "True.", .flag), .init("no", "False.", .flag),
            .init("person", "An object.", .object(person)), .init("nobody", "Absent.", .object(person)),
            .init("items", "Objects.", .objects(item)), .init("none", "No objects.", .objects(item)),
            .init("words", "Texts.", .texts), .init("marks", "Objects by name.", .named(person)),
        ])
    static var object: SampleObject {
        SampleObject([
            .text("hi & <b>\"bye\""), .text(""), .text("outer"), .flag(true), .flag(false),
            .object(SampleObject([.text("Ada")])), .absent,
            .objects([
                SampleObject([.text("x"), .flag(false), .text(""), .text("")]),
                SampleObject([.text("y"), .flag(true), .text(""), .text("")]),
            ]),
            .objects([]), .texts(["one", "two"]),
            .named(["first": SampleObject([.text("1")])]),
        ])
    }
}

/// An object whose fields are there already.
final class SampleObject: TemplateObject {
    enum Field {
        case text(String)
        case flag(Bool)
        case object(SampleObject)
        case absent
        case objects([SampleObject])
        case texts([String])
        case named([String: SampleObject])
    }

    private let fields: [Field]

    init(_ fields: [Field]) {
        self.fields = fields
    }

    func write(_ field: Int, to output: TextBuffer) {
        if case .text(var text) = fields[field] { text.withUTF8 { output.append($0) } }
    }

    func isShown(_ field: Int) -> Bool {
        switch fields[field] {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .object: true
        case .absent: false
        case .objects(let objects): !objects.isEmpty
        case .texts(let texts): !texts.isEmpty
        case .named(let objects): !objects.isEmpty
        }
    }

    func object(_ field: Int, named name: String?) -> (any TemplateObject)? {
        switch fields[field] {
        case .object(let object): object
        case .named(let objects): name.flatMap { objects[$0] }
        case .text, .flag, .absent, .objects, .texts: nil
        }
    }

    func forEachObject(_ field: Int, _ body: (any TemplateObject) -> Void) {
        if case .objects(let objects) = fields[field] { objects.forEach(body) }
    }

    func forEachText(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard case .texts(let texts) = fields[field] else { return }
        for var text in texts { text.withUTF8(body) }
    }
}
