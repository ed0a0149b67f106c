import CallsignDiagnostics
import CallsignOpenAPI
import CallsignYAML
import Testing

@Suite("Versions of OpenAPI")
struct VersionTests {
    @Test(
        "that are read, and others",
        arguments: [
            ("openapi: 3.0.4", nil), ("openapi: 3.1.1", nil), ("openapi: 3.1", nil), ("openapi: '3.2.0'", nil),
            ("openapi: 4.0.0", "1:10 error unsupported-version"), ("openapi: 2", "1:10 error unsupported-version"),
            ("openapi: [3]", "1:10 error unsupported-version"), ("swagger: '2.0'", nil),
            ("swagger: '1.2'", "1:10 error unsupported-version"),
            ("asyncapi: 3.0.0", "1:1 error not-openapi"),
        ] as [(String, String?)])
    func declared(_ line: String, _ problem: String?) {
        let loaded = LoadedDescription(root: line + "\ninfo: {title: T, version: 1.0.0}\npaths: {}\n")
        #expect(loaded.problems == (problem.map { [$0] } ?? []))
        #expect((loaded.document == nil) == (problem != nil))
    }

    @Test(arguments: ["", "- 1\n", "text\n", "~\n", "5\n"])
    func textsThatAreNoDescriptionsAreRefused(_ text: String) {
        let loaded = LoadedDescription(root: text)
        #expect(loaded.document == nil)
        #expect(loaded.sink.errorCount == 1)
    }

    /// What a schema of 3.0 means in the words of 3.1.
    @Test(
        "differ in how a schema lets null in, and in bounds",
        arguments: [
            ("{type: string, nullable: true}", [SchemaType.string, .null]),
            ("{type: string, nullable: false}", [.string]),
            ("{nullable: true, enum: [a, null], type: string}", [.string, .null]),
        ] as [(String, [SchemaType])])
    func nullable(_ text: String, _ types: [SchemaType]) {
        let loaded = LoadedDescription(
            "paths: {}\ncomponents: {schemas: {Subject: \(text)}}\n", version: "3.0.3")
        #expect(loaded.problems == [])
        #expect(loaded.schema("Subject")?.types == types)
    }

    @Test func aNullableReferenceIsAnAlternative() throws {
        let loaded = LoadedDescription(
            """
            paths: {}
            components:
              schemas:
                Leg: {type: object, properties: {a: {type: string}}}
                Call:
                  nullable: true
                  description: A call
                  allOf: [{$ref: '#/components/schemas/Leg'}]

            """, version: "3.0.3")
        #expect(loaded.problems == [])
        let call = try #require(loaded.schema("Call"))
        #expect(call.description == "A call")
        #expect(call.anyOf.map { loaded.document?[$0].types } == [[], [.null]])
    }

    @Test func exclusiveBoundsOf30AreFlags() {
        let text = "paths: {}\ncomponents: {schemas: {Subject: {type: number, minimum: 1, exclusiveMinimum: true}}}\n"
        let old = LoadedDescription(text, version: "3.0.3")
        #expect(old.problems == [])
        #expect(old.schema("Subject")?.constraints.exclusiveMinimum == "1")
        #expect(old.schema("Subject")?.constraints.minimum == nil)
        #expect(LoadedDescription(text).problems == ["4:60 warning older-keyword"])

        let new = "paths: {}\ncomponents: {schemas: {Subject: {type: number, exclusiveMinimum: 1}}}\n"
        #expect(LoadedDescription(new).problems == [])
        #expect(LoadedDescription(new, version: "3.0.3").problems == ["4:48 warning newer-keyword"])
    }

    @Test func listsOfTypesCameWith31() {
        let text = "paths: {}\ncomponents: {schemas: {Subject: {type: [string, 'null']}}}\n"
        #expect(LoadedDescription(text, version: "3.0.3").problems == ["4:34 warning newer-keyword"])
        #expect(LoadedDescription(text).problems == [])
        #expect(LoadedDescription(text, version: "3.0.3").schema("Subject")?.types == [.string, .null])
    }

    @Test func keysBesideAReferenceAreIgnoredIn30AndCountIn31() throws {
        let text = """
            paths:
              /a:
                get:
                  parameters: [{$ref: '#/components/parameters/Limit', description: Mine}]
                  responses: {'200': {description: Done}}
            components:
              parameters: {Limit: {name: limit, in: query, description: Theirs, schema: {type: integer}}}
              schemas:
                Leg: {type: object, properties: {a: {type: string}}}
                Call: {type: object, properties: {leg: {$ref: '#/components/schemas/Leg', description: Mine}}}

            """
        let old = LoadedDescription(text, version: "3.0.3")
        #expect(old.problems == ["6:60 warning ignored-ref-sibling", "12:79 warning ignored-ref-sibling"])
        #expect(old.document?.operations[0].parameters[0].description == "Theirs")
        #expect(old.property("leg", of: "Call")?.name == "Leg")

        let new = LoadedDescription(text)
        #expect(new.problems == [])
        #expect(new.document?.operations[0].parameters[0].description == "Mine")
        let leg = try #require(new.property("leg", of: "Call"))
        #expect(leg.description == "Mine")
        #expect(leg.reference.flatMap { new.document?[$0].name } == "Leg")
    }

    @Test(
        "brought keywords that earlier ones don't have",
        arguments: [
            ("webhooks: {}", "3:1 warning newer-keyword"),
            ("components: {schemas: {Subject: {const: 1}}}", "3:34 warning newer-keyword"),
            ("components: {schemas: {Subject: {type: string, examples: [a]}}}", "3:48 warning newer-keyword"),
            ("components: {pathItems: {}}", "3:14 warning newer-keyword"),
        ])
    func newer(_ text: String, _ problem: String) {
        #expect(LoadedDescription(text + "\npaths: {}\n", version: "3.0.3").problems == [problem])
        #expect(LoadedDescription(text + "\npaths: {}\n").problems == [])
    }

    @Test(
        "hold bounds of any size as they are written",
        arguments: ["9223372036854775807", "18446744073709551616", "-1e400", "9.223372036854776e+18", "0.1"])
    func bounds(_ number: String) {
        let loaded = LoadedDescription("components: {schemas: {Subject: {type: number, minimum: \(number)}}}\n")
        #expect(loaded.problems == [])
        #expect(loaded.schema("Subject")?.constraints.minimum == number)
    }
}
