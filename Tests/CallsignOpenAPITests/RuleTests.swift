import CallsignDiagnostics
import CallsignOpenAPI
import Testing

/// What must hold of a whole description.
@Suite("Rules")
struct RuleTests {
    private static let done = "responses: {'200': {description: Done}}"

    /// A name, a description from its third line on, and what is told of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let problems: [String]
        var version = "3.1.0"

        init(_ name: String, _ text: String, _ problems: String..., version: String = "3.1.0") {
            testDescription = name
            self.text = text
            self.problems = problems
            self.version = version
        }
    }

    private static let paths = [
        Case("a path begins with a slash", "paths: {calls: {get: {\(done)}}}", "3:9 error malformed-path"),
        Case("braces close", "paths: {'/calls/{id': {get: {\(done)}}}", "3:9 error malformed-path"),
        Case(
            "a name is once in a path", "paths: {'/{a}/{a}': {get: {parameters: [\(parameter("a"))], \(done)}}}",
            "3:9 error malformed-path"),
        Case("a path has no query", "paths: {'/a?b=1': {get: {\(done)}}}", "3:9 warning malformed-path"),
        Case(
            "paths differ in more than names",
            """
            paths:
              /a/{b}: {get: {parameters: [\(parameter("b"))], \(done)}}
              /a/{c}: {get: {parameters: [\(parameter("c"))], \(done)}, put: {parameters: [\(parameter("c"))], \(done)}}
            """, "5:3 warning ambiguous-path", "5:3 error ambiguous-operation"),
        Case(
            "a path's parameter is described", "paths:\n  /a/{b}:\n    get: {\(done)}",
            "5:5 error missing-path-parameter"),
        Case(
            "a parameter is in its path", "paths:\n  /a:\n    get: {parameters: [\(parameter("b"))], \(done)}",
            "5:24 error unknown-path-parameter"),
        Case(
            "a misnamed parameter is one mistake",
            "paths:\n  /a/{call_id}:\n    get: {parameters: [\(parameter("call"))], \(done)}",
            "5:24 error unknown-path-parameter"),
        Case(
            "a path's parameter is required",
            "paths:\n  /a/{b}:\n    get: {parameters: [{name: b, in: path, schema: {type: string}}], \(done)}",
            "5:24 error optional-path-parameter"),
    ]

    private static let operations = [
        Case(
            "names of operations differ",
            "paths:\n  /a: {get: {operationId: a, \(done)}}\n  /b: {get: {operationId: a, \(done)}}",
            "5:27 error duplicate-operation-id"),
        Case(
            "an operation has a parameter once",
            """
            paths:
              /a:
                get:
                  parameters:
                    - {name: b, in: query, schema: {type: string}}
                    - {name: b, in: query, schema: {type: string}}
                    - {name: b, in: header, schema: {type: string}}
                    - {name: B, in: header, schema: {type: string}}
                  \(done)
            """, "8:11 error duplicate-parameter", "10:11 error duplicate-parameter"),
        Case(
            "a parameter has a schema or content",
            """
            paths:
              /a:
                get:
                  parameters:
                    - {name: b, in: query}
                    - {name: c, in: query, schema: {}, content: {application/json: {}}}
                    - {name: d, in: query, content: {application/json: {}, text/plain: {}}}
                  \(done)
            """, "7:11 warning parameter-value", "8:11 error parameter-value", "9:11 error parameter-value"),
        Case(
            "a style fits its place",
            "paths: {/a: {get: {parameters: [{name: b, in: query, style: matrix, schema: {type: string}}], \(done)}}}",
            "3:33 error style-not-allowed"),
        Case(
            "a header's name can be sent",
            """
            paths: {/a: {get: {parameters: [{name: "X Key", in: header, schema: {type: string}}], \(done)}}}
            components: {securitySchemes: {key: {type: apiKey, in: header, name: "X-\\"Key"}}}
            """, "3:33 warning malformed-header-name", "4:32 warning malformed-header-name"),
        Case(
            "a security scheme is there",
            "security: [{basik: []}]\npaths: {}\ncomponents: {securitySchemes: {basic: {type: http, scheme: basic}}}",
            "3:12 error unknown-security-scheme"),
        Case(
            "a server's variables are described",
            "servers:\n  - url: https://{host}/{base}\n    variables: {hast: {default: a}, base: {default: b, enum: [c]}}\npaths: {}",
            "4:5 error undeclared-server-variable", "5:17 warning unused-server-variable", "5:37 warning server-default"
        ),
        Case("tags are described once", "tags: [{name: A}, {name: A}]\npaths: {}", "3:19 warning duplicate-tag"),
        Case(
            "an encoding has its property",
            """
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: {type: object, properties: {file: {type: string}}}
                        encoding: {files: {contentType: image/png}}
                  \(done)
            """, "10:24 warning unknown-encoding"),
    ]

    private static let schemas = [
        Case(
            "a required property is there",
            "components: {schemas: {A: {type: object, required: [fro], properties: {from: {type: string}}}}}",
            "3:53 warning required-property-missing"),
        Case(
            "a schema ends",
            """
            components:
              schemas:
                A: {allOf: [{$ref: '#/components/schemas/B'}]}
                B: {allOf: [{$ref: '#/components/schemas/A'}]}
            """, "5:8 error endless-schema"),
        Case(
            "an array of 3.0 has items", "paths: {}\ncomponents: {schemas: {A: {type: array}}}",
            "4:27 warning array-without-items", version: "3.0.3"),
        Case(
            "alternatives have the property of their discriminator",
            """
            components:
              schemas:
                A: {type: object, properties: {kind: {type: string}}}
                B: {type: object, properties: {name: {type: string}}}
                C: {type: object, additionalProperties: true}
                D: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {name: {type: string}}}]}
                Any: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}], discriminator: {propertyName: kind}}
                Shared: {oneOf: [{$ref: '#/components/schemas/B'}], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
            """, "9:171 warning discriminator-property-missing"),
        Case(
            "heirs have the property of their base's discriminator",
            """
            components:
              schemas:
                A: {type: object, properties: {name: {type: string}}, discriminator: {propertyName: kind}}
            """, "5:74 warning discriminator-property-missing"),
        Case(
            "a mapping names schemas",
            """
            components:
              schemas:
                Cat: {type: object, properties: {kind: {type: string}}}
                Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {c: Cta}}}
            """, "6:105 error dangling-discriminator"),
    ]

    private static func parameter(_ name: String) -> String {
        "{name: \(name), in: path, required: true, schema: {type: string}}"
    }

    @Test("are told with their places", arguments: paths + operations + schemas)
    func rules(_ rule: Case) {
        #expect(LoadedDescription(rule.text + "\n", version: rule.version).problems == rule.problems)
    }

    @Test("that a client can be made without only warn of somebody else's description")
    func lenient() throws {
        let loaded = LoadedDescription(
            """
            security: [{none: []}]
            paths:
              /a/{b}:
                get:
                  operationId: a
                  parameters:
                    - {name: c, in: path, schema: {type: string}}
                    - {name: d, in: query, style: matrix, schema: {type: string}}
                    - {name: d, in: query, schema: {type: string}}
                  \(Self.done)
              /a: {get: {operationId: a, \(Self.done)}}

            """, isLenient: true)
        #expect(loaded.sink.errorCount == 0)
        #expect(
            loaded.problems == [
                "3:12 warning unknown-security-scheme", "9:11 warning unknown-path-parameter",
                "9:11 warning optional-path-parameter", "10:11 warning style-not-allowed",
                "11:11 warning duplicate-parameter", "13:27 warning duplicate-operation-id",
            ])
        // What is left fits together: the path's parameter is there, and each other one once.
        let parameters = try #require(loaded.document?.operations.first).parameters
        #expect(parameters.map(\.name) == ["d", "b"])
        #expect(parameters.map(\.style) == [.form, .simple])
        #expect(parameters.map(\.required) == [false, true])
    }
}
