import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import Testing

@testable import CallsignPlanner

@Suite struct PatternSampleTests {
    @Test(arguments: [
        ("^[A-Z]{2}-\\d{3,5}$", "AA-111"), ("^(foo|bar)+$", "foo"), ("^a?b*c$", "c"), ("^\\+[1-9]\\d{1,14}$", "+11"),
        ("^[^a-z]+$", "1"), ("^SM[0-9a-fA-F]{4}$", "SMaaaa"), ("^(?:x|y)\\.z$", "x.z"), ("[\\w-]{3}", "aaa"),
        ("^.{2}$", "xx"), ("", ""),
    ])
    func matches(pattern: String, text: String) {
        #expect(PatternSample.text(matching: pattern) == text)
    }

    @Test(arguments: ["(?=a)b", "(?<name>a)", "[a", "(a", "a{", "a)", "*", "\\", "\\p{L}", "a{99999}"])
    func givesUpOnWhatItDoesNotUnderstand(pattern: String) {
        #expect(PatternSample.text(matching: pattern) == nil)
    }
}

@Suite struct JSONNumberTests {
    @Test(arguments: [
        ("1e3", "1000"), ("-1.5E+2", "-150"), ("1.25e1", "12.5"), ("12e-1", "1.2"), ("1e-3", "0.001"),
        ("-0.5e0", "-0.5"),
        ("0.01e3", "10"), ("100e-2", "1"), ("1.50", "1.50"), ("7", "7"), ("1e400", "1e400"),
    ])
    func areWrittenWithoutExponents(text: String, plain: String) {
        #expect(JSONNumber.plain(text) == plain)
    }
}

@Suite struct SchemaSampleTests {
    /// The sample of a schema in YAML's flow style, as JSON.
    private func sample(
        _ schema: String, _ direction: SchemaSampler.Direction = .sent, usesExamples: Bool = true
    ) throws -> String? {
        let text = """
            openapi: 3.1.0
            info: {title: Sample, version: '1'}
            paths: {}
            components: {schemas: {Subject: \(schema)}}
            """
        let sink = DiagnosticSink()
        let document = try DocumentLoader.load("sample.yaml", sink: sink) { _ in Array(text.utf8) }
        let id = try #require(document.componentSchemas.first)
        return SchemaSampler.sample(id, of: document, direction, usesExamples: usesExamples)?.text
    }

    @Test(
        arguments: [
            ("{type: string}", "\"text\""), ("{type: string, example: 'a \"b\"'}", #""a \"b\"""#),
            ("{type: string, default: x}", "\"x\""), ("{type: string, enum: [b, a]}", "\"b\""),
            ("{type: string, minLength: 6}", "\"textxx\""), ("{type: string, maxLength: 2}", "\"te\""),
            ("{type: string, format: date-time}", "\"2024-01-15T09:30:00Z\""),
            ("{type: string, pattern: '^x\\d$'}", "\"x1\""),
            ("{type: integer}", "1"), ("{type: integer, minimum: 5}", "5"),
            ("{type: integer, exclusiveMinimum: 5}", "6"),
            ("{type: integer, maximum: -3}", "-3"), ("{type: integer, exclusiveMaximum: -3}", "-4"),
            ("{type: integer, minimum: 10, multipleOf: 4}", "12"), ("{type: number}", "1.5"),
            ("{type: number, exclusiveMinimum: 0, maximum: 1}", "1"),
            ("{type: number, maximum: 0.5, exclusiveMinimum: 0}", "0.5"),
            ("{type: boolean}", "true"), ("{const: 3}", "3"), ("{type: [string, 'null'], example: null}", "\"text\""),
            ("{type: array, items: {type: integer}}", "[1]"),
            ("{type: array, minItems: 2, uniqueItems: true, items: {type: string}}", #"["text","text2"]"#),
            ("{type: array, maxItems: 0, items: {type: string}}", "[]"),
            ("{type: object, additionalProperties: {type: integer}}", #"{"key":1}"#),
            (
                "{type: object, required: [a], properties: {a: {type: string}, b: {type: integer}}}",
                #"{"a":"text","b":1}"#
            ),
            ("{type: object, properties: {a: {type: string, readOnly: true}, b: {type: integer}}}", #"{"b":1}"#),
            ("{type: object, properties: {a: {type: string, deprecated: true}, b: {type: integer}}}", #"{"b":1}"#),
            ("{oneOf: [{type: 'null'}, {type: integer}]}", "1"),
            ("{oneOf: [{type: boolean}, {type: integer}]}", "true"),
            ("{type: object, required: [a], properties: {a: {$ref: '#/components/schemas/Subject'}}}", nil),
            ("{type: array, items: {$ref: '#/components/schemas/Subject'}}", "[]"),
        ] as [(String, String?)])
    func makesAValue(schema: String, json: String?) throws {
        #expect(try sample(schema) == json)
    }

    @Test func leavesOutWhatIsOnlyWrittenInResponses() throws {
        let schema = "{type: object, properties: {a: {type: string, writeOnly: true}, b: {type: integer}}}"
        #expect(try sample(schema, .received) == #"{"b":1}"#)
    }

    @Test func passesExamplesOverWhereTheyDoNotFit() throws {
        #expect(try sample("{type: integer, example: many}", usesExamples: false) == "1")
    }
}
