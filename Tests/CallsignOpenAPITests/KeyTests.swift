import CallsignDiagnostics
import CallsignOpenAPI
import Testing

/// What is told of keys and values one by one.
@Suite("Keys and values")
struct KeyTests {
    private static let operation = "paths:\n  /a:\n    get:\n      responses: {'200': {description: Done}}\n      "

    @Test(
        "that an object doesn't have are told with the one that was probably meant",
        arguments: [
            ("taggs: []\npaths: {}", "3:1 error misspelt-key", "did you mean 'tags'?"),
            (operation + "sumary: Gets", "7:7 error misspelt-key", "did you mean 'summary'?"),
            (
                operation + "parameters: [{name: b, in: query, schema: {}, requird: true}]", "7:53 error misspelt-key",
                "did you mean 'required'?"
            ),
            (
                operation + "requestBody: {contents: {}}", "7:21 error misspelt-key",
                "did you mean 'content'?"
            ),
            ("components: {schemas: {A: {tipe: string}}}", "3:28 error misspelt-keyword", "did you mean 'type'?"),
            (
                "components: {schemas: {A: {type: string, min_length: 3}}}", "3:42 error misspelt-keyword",
                "did you mean 'minLength'?"
            ),
            (
                "components: {schemas: {A: {sortOrder: 3}}}", "3:28 warning unknown-keyword",
                "keywords of your own begin with 'x-'"
            ),
        ])
    func unknown(_ text: String, _ problem: String, _ remedy: String) {
        let loaded = LoadedDescription(text + "\n")
        #expect(loaded.problems.first == problem)
        #expect(loaded.remedies.first == remedy)
    }

    @Test(
        "of the wrong type are told with the one that was expected",
        arguments: [
            (operation + "tags: Calls", "7:13", "expected an array for 'tags' of an operation, found a string"),
            (
                operation + "deprecated: 'yes'", "7:19",
                "expected a boolean for 'deprecated' of an operation, found a string"
            ),
            (operation + "summary: {a: b}", "7:16", "expected a string for 'summary' of an operation, found an object"),
            (
                operation + "parameters: {}", "7:19",
                "expected an array for 'parameters' of an operation, found an object"
            ),
            (operation + "parameters: [limit]", "7:20", "expected an object for a parameter, found a string"),
            ("components: {schemas: {A: string}}", "3:27", "expected a schema, but found a string"),
            (
                "components: {schemas: {A: {properties: [a]}}}", "3:40",
                "expected schemas by name as the value of 'properties', but found an array"
            ),
            (
                "components: {schemas: {A: {allOf: {}}}}", "3:35",
                "expected a list of schemas as the value of 'allOf', but found an object"
            ),
            (
                "components: {schemas: {A: {minLength: long}}}", "3:39",
                "expected a whole number that isn't negative as the value of 'minLength', but found a string"
            ),
            (
                "components: {schemas: {A: {maximum: '9'}}}", "3:37",
                "expected a number as the value of 'maximum', but found a string"
            ),
            (
                "components: {schemas: {A: {enum: a}}}", "3:34",
                "expected a list of values as the value of 'enum', but found a string"
            ),
            (
                "components: {schemas: {A: {readOnly: 1}}}", "3:38",
                "expected 'true' or 'false' as the value of 'readOnly', but found an integer"
            ),
            (
                "components: {schemas: {A: {description: 5}}}", "3:41",
                "expected a text as the value of 'description', but found an integer"
            ),
            ("paths: []", "3:8", "expected an object for 'paths' of an OpenAPI description, found an array"),
        ])
    func wrongType(_ text: String, _ place: String, _ message: String) {
        let loaded = LoadedDescription(text + "\n")
        #expect(loaded.sink.errorCount == 1)
        #expect(
            loaded.problems.first { $0.contains("error") }?.hasPrefix(place + " error ") == true, "\(loaded.problems)")
        #expect(loaded.messages.contains(message), "\(loaded.messages)")
    }

    @Test(
        "of a closed set are told with all there are",
        arguments: [
            ("components: {schemas: {A: {type: strng}}}", "did you mean 'string'?"),
            ("components: {schemas: {A: {type: datetime}}}", "write 'type: string' with 'format: date-time'"),
            ("components: {schemas: {A: {type: float}}}", "write 'type: number' with 'format: float'"),
            ("components: {schemas: {A: {type: String}}}", "write 'type: string'"),
            (operation + "parameters: [{name: b, in: body, schema: {}}]", nil),
            (operation + "parameters: [{name: b, in: quary, schema: {}}]", "did you mean 'query'?"),
        ] as [(String, String?)])
    func wrongValue(_ text: String, _ remedy: String?) {
        let loaded = LoadedDescription(text + "\n")
        #expect(loaded.sink.errorCount == 1, "\(loaded.problems)")
        #expect(loaded.messages.first?.contains("expected one of") == true)
        #expect(loaded.remedies.first == remedy)
    }

    @Test(
        "slips are warnings where the description is somebody else's",
        arguments: [
            "components: {schemas: {A: {type: string, min_length: 3}}}",
            "components: {schemas: {A: {type: string, description: 5}}}",
            "components: {schemas: {A: {type: object, properties: {b: {type: string, required: true}}}}}",
            operation + "schemes: [https]",
        ])
    func slips(_ text: String) {
        #expect(LoadedDescription(text + "\n").sink.errorCount == 1)
        let lenient = LoadedDescription(text + "\n", isLenient: true)
        #expect(lenient.sink.errorCount == 0)
        #expect(lenient.problems.count == 1)
    }

    @Test func referencesToWhatIsNoSchemaAreSlips() throws {
        let text = """
            paths: {}
            components:
              schemas: {A: {type: object, properties: {b: {$ref: '#/components/responses/R'}}}}
              responses: {R: {description: None}}
            """
        #expect(LoadedDescription(text).sink.diagnostics.map(\.code) == ["reference-to-no-schema"])
        let lenient = LoadedDescription(text, isLenient: true)
        #expect(lenient.sink.diagnostics.map(\.severity) == [.warning])
        let schema = try #require(lenient.property("b", of: "A"))
        #expect(schema.types.isEmpty && schema.keywords.isEmpty)
    }

    @Test func versionsWithoutQuotesAreSlips() {
        let root = "openapi: 3.1.0\ninfo: {title: 911, version: 1.10}\npaths: {}\n"
        #expect(LoadedDescription(root: root).problems == ["2:15 error not-a-text", "2:29 error not-a-text"])
        let lenient = LoadedDescription(root: root, isLenient: true)
        #expect(lenient.sink.errorCount == 0)
        #expect(lenient.document?.info.version == "1.10")
        #expect(lenient.document?.info.title == "911")
    }

    @Test func misspeltKeysOfObjectsAreErrorsInAnyDescription() {
        #expect(LoadedDescription(Self.operation + "sumary: Gets\n", isLenient: true).sink.errorCount == 1)
    }

    @Test func anythingMayBeInExamplesAndExtensions() {
        let loaded = LoadedDescription(
            """
            x-anything: {$ref: nowhere.yaml}
            paths:
              /a:
                get:
                  x-codeSamples: [{$ref: nowhere.yaml}]
                  parameters: [{name: b, in: query, schema: {type: integer}, example: {$ref: nowhere.yaml}}]
                  responses: {'200': {description: Done, content: {text/plain: {schema: {type: string, example: [1]}}}}}

            """)
        #expect(loaded.problems == [])
    }
}
