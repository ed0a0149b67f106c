import CallsignDiagnostics
import CallsignOpenAPI
import Testing

/// Descriptions with one mistake each, and what is told of it: all of it, at its line and column.
@Suite("Broken descriptions")
struct BrokenDescriptionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let problems: [String]

        /// - Parameter problems: as ``LoadedDescription/problems`` has them.
        init(_ name: String, _ text: String, _ problems: String...) {
            testDescription = name
            self.text = text
            self.problems = problems
        }

        /// A description whose first two lines are right.
        static func openAPI(_ name: String, _ text: String, _ problems: String..., version: String = "3.1.0") -> Case {
            Case(name, "openapi: \(version)\ninfo: {title: T, version: '1'}\n" + text, problems)
        }

        /// A description of which the first four lines are right, and the others are in an operation.
        static func operation(_ name: String, _ lines: String, _ problems: String..., version: String = "3.1.0") -> Case
        {
            let indented = lines.split(separator: "\n").map { "      \($0)\n" }.joined()
            let start = "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    post:\n"
            let responses = lines.contains("responses:") ? "" : "      responses: {'200': {description: D}}\n"
            return Case(name, start + indented + responses, problems)
        }

        /// A description whose sixth line is a schema.
        static func schema(_ name: String, _ schema: String, _ problems: String..., version: String = "3.1.0") -> Case {
            let start = "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
            return Case(name, start + "    S: \(schema)\n", problems)
        }

        static func swagger(_ name: String, _ text: String, _ problems: String...) -> Case {
            Case(name, "swagger: '2.0'\ninfo: {title: T, version: '1'}\n" + text, problems)
        }

        private init(_ name: String, _ text: String, _ problems: [String]) {
            testDescription = name
            self.text = text
            self.problems = problems
        }
    }

    private static let values = [
        Case.schema("a default of another type", "{type: integer, default: many}", "6:33 warning default-does-not-fit"),
        Case.schema(
            "a default that is none of the values", "{type: string, enum: [small, large], default: smal}",
            "6:54 warning default-does-not-fit"),
        Case.schema("a whole number as a default of a number", "{type: number, default: 3}"),
        Case.schema(
            "a pattern whose class isn't closed", "{type: string, pattern: '[a-z'}", "6:23 warning malformed-pattern"),
        Case.schema(
            "a pattern whose group isn't closed", "{type: string, pattern: '(?:a'}", "6:23 warning malformed-pattern"),
        Case.schema(
            "a pattern that repeats nothing", "{type: string, pattern: '*.js'}", "6:23 warning malformed-pattern"),
        Case.schema("a pattern with all there is", "{type: string, pattern: '^(?<a>[]^()]+|\\(){2,3}?$'}"),
        Case.operation(
            "a word as a content type", "requestBody: {content: {json: {}}}", "6:31 error malformed-content-type"),
        Case.operation(
            "a content type that is misspelt", "requestBody: {content: {aplication/json: {}}}",
            "6:31 error misspelt-content-type"),
        Case.openAPI(
            "a method that is misspelt", "paths: {/a: {pots: {responses: {'200': {description: D}}}}}",
            "3:14 error misspelt-key"),
    ]

    private static let texts = [
        Case("nothing at all", "", "1:1 error yaml-empty"),
        Case("a text", "just some words\n", "1:1 error not-openapi"),
        Case("a list", "- openapi: 3.1.0\n", "1:1 error not-openapi"),
        Case("a bracket that isn't closed", "openapi: 3.1.0\npaths: {/a: {get: {}\n", "2:13 error yaml-bracket"),
        Case("a tab as indentation", "openapi: 3.1.0\ninfo:\n\ttitle: T\n", "3:1 error yaml-tab"),
        Case("a quote that isn't closed", "openapi: '3.1.0\n", "1:10 error yaml-unclosed-quote"),
        Case(
            "an alias of nothing", "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ntags: *none\n",
            "4:1 warning no-value", "4:7 error yaml-undefined-alias"),
        Case(
            "a key twice", "openapi: 3.1.0\ninfo: {title: T, version: '1', title: U}\npaths: {}\n",
            "2:32 error yaml-duplicate-key"),
        Case(
            "two documents", "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n---\nopenapi: 3.1.0\n",
            "4:1 error yaml-several-documents"),
        Case("no version", "info: {title: T, version: '1'}\n", "1:1 error not-openapi"),
        Case("a version to come", "openapi: 5.0.0\ninfo: {}\n", "1:10 error unsupported-version"),
        Case("an old version", "swagger: '1.2'\ninfo: {}\n", "1:10 error unsupported-version"),
        Case("no info", "openapi: 3.1.0\npaths: {}\n", "1:1 error missing-key"),
        Case("no title", "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}\n", "2:7 error missing-key"),
        Case(
            "a number as a version", "openapi: 3.1.0\ninfo: {title: T, version: 1}\npaths: {}\n",
            "2:27 error not-a-text"),
        Case(
            "neither paths nor anything else", "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n",
            "1:1 error missing-key"),
        Case("no paths in 3.0", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n", "1:1 error missing-key"),
    ]

    private static let roots: [Case] = [
        .openAPI("a misspelt key", "path: {}\n", "1:1 error missing-key", "3:1 error misspelt-key"),
        .openAPI("an unknown key", "paths: {}\nschemes: [https]\n", "4:1 error unknown-key"),
        .openAPI("paths in a list", "paths: [/a]\n", "3:8 error wrong-type"),
        .openAPI("a path without a slash", "paths: {a: {}, 'b/c': {get: {}}}\n", "3:16 error malformed-path"),
        .openAPI("a path item that is a text", "paths: {/a: get}\n", "3:13 error wrong-type"),
        .openAPI("a method that isn't one", "paths: {/a: {fetch: {}}}\n", "3:14 error unknown-key"),
        .openAPI("a brace that isn't closed", "paths: {'/a/{b': {get: {}}}\n", "3:9 error malformed-path"),
        .openAPI(
            "a server without its address", "servers: [{description: D}]\npaths: {}\n", "3:11 error missing-key"),
        .openAPI(
            "a server's variable without a default",
            "servers: [{url: 'https://{a}', variables: {a: {enum: [b]}}}]\npaths: {}\n",
            "3:11 error undeclared-server-variable",
            "3:47 error missing-key"),
        .openAPI("a tag without a name", "tags: [{description: D}]\npaths: {}\n", "3:8 error missing-key"),
        .openAPI("a tag that is a text", "tags: [Calls]\npaths: {}\n", "3:8 error wrong-type"),
        .openAPI(
            "security that isn't there", "security: [{key: []}]\npaths: {}\n", "3:12 error unknown-security-scheme"),
        .openAPI(
            "scopes that are no list",
            "security: [{a: read}]\npaths: {}\ncomponents: {securitySchemes: {a: {type: http, scheme: basic}}}\n",
            "3:16 error wrong-type"),
    ]

    private static let components: [Case] = [
        .openAPI(
            "a section that isn't one", "components: {responces: {}}\n", "3:14 error misspelt-key"),
        .openAPI(
            "a security scheme of no type", "components: {securitySchemes: {a: {type: password}}}\n",
            "3:42 error unknown-value"),
        .openAPI(
            "a key without its name", "components: {securitySchemes: {a: {type: apiKey, in: header}}}\n",
            "3:35 error missing-key"),
        .openAPI(
            "a key in a path", "components: {securitySchemes: {a: {type: apiKey, in: path, name: b}}}\n",
            "3:50 error wrong-value"),
        .openAPI(
            "a flow without its address",
            "components: {securitySchemes: {a: {type: oauth2, flows: {implicit: {scopes: {}}}}}}\n",
            "3:68 error missing-key"),
        .openAPI(
            "a reference in a circle",
            "components:\n  responses:\n    A: {$ref: '#/components/responses/B'}\n    B: {$ref: '#/components/responses/A'}\n",
            "5:15 error reference-cycle"),
        .openAPI(
            "a reference to something else",
            "components: {parameters: {A: {$ref: '#/components/schemas/S'}}, schemas: {S: {}}}\n",
            "3:37 error wrong-reference-kind"),
    ]

    private static let operations: [Case] = [
        .operation("an operation's misspelt key", "opertionId: a", "6:7 error misspelt-key"),
        .operation("a summary that is a list", "summary: [a]", "6:16 error wrong-type"),
        .operation("a parameter without its name", "parameters: [{in: query, schema: {}}]", "6:20 error missing-key"),
        .operation("a parameter without its place", "parameters: [{name: b, schema: {}}]", "6:20 error missing-key"),
        .operation(
            "a parameter in a body", "parameters: [{name: b, in: body, schema: {}}]", "6:34 error unknown-value"),
        .operation(
            "a parameter that its path doesn't have",
            "parameters: [{name: b, in: path, required: true, schema: {}}]", "6:20 error unknown-path-parameter"),
        .operation(
            "a parameter twice",
            "parameters:\n  - {name: b, in: query, schema: {}}\n  - {name: b, in: query, schema: {}}",
            "8:11 error duplicate-parameter"),
        .operation(
            "a style that its place can't have", "parameters: [{name: b, in: query, style: label, schema: {}}]",
            "6:20 error style-not-allowed"),
        .operation(
            "a style that isn't one", "parameters: [{name: b, in: query, style: csv, schema: {}}]",
            "6:48 error unknown-value"),
        .operation(
            "a parameter that isn't there", "parameters: [{$ref: '#/components/parameters/B'}]",
            "6:27 error dangling-reference"),
        .operation(
            "a reference that is no text", "parameters: [{$ref: {a: b}}]", "6:27 error wrong-type"),
        .operation(
            "a reference to an address", "parameters: [{$ref: 'https://example.com/a.yaml#/B'}]",
            "6:27 error reference-to-address"),
        .operation(
            "a reference out of the folder", "parameters: [{$ref: ../../secrets.yaml}]",
            "6:27 error reference-outside-root"),
        .operation(
            "a reference to no file", "parameters: [{$ref: gone.yaml}]", "6:27 error unreadable-file"),
        .operation(
            "a reference with half an escape", "parameters: [{$ref: '#/a~2b'}]", "6:27 error malformed-reference"),
        .operation("a body without content", "requestBody: {required: true}", "6:20 error missing-key"),
        .operation(
            "content that is a schema", "requestBody: {content: {application/json: {type: object}}}",
            "6:50 error unknown-key"),
        .operation("responses in a list", "responses: [200]", "6:18 error wrong-type"),
        .operation(
            "a response of no status", "responses: {ok: {description: D}}", "6:18 warning no-responses",
            "6:19 error response-key"),
        .operation(
            "a header that is a text", "responses: {'200': {description: D, headers: {A: text}}}",
            "6:56 error wrong-type"),
        .operation(
            "a callback that is a list", "callbacks: {done: [a]}", "6:25 error wrong-type"),
        .operation(
            "an operation twice",
            "operationId: a\ncallbacks: {c: {'{$url}': {post: {operationId: a, responses: {'200': {description: D}}}}}}\nresponses: {'200': {description: D}}",
            "7:54 error duplicate-operation-id"),
    ]

    private static let schemas: [Case] = [
        .schema("a type that isn't one", "{type: strng}", "6:15 error unknown-type"),
        .schema("a type of another language", "{type: datetime}", "6:15 error unknown-type"),
        .schema("a type that is a number", "{type: 5}", "6:15 error wrong-type"),
        .schema("a type twice", "{type: [string, string]}", "6:24 error duplicate-type"),
        .schema("a schema that is a text", "string", "6:8 error wrong-type"),
        .schema("a misspelt keyword", "{propertes: {}}", "6:9 error misspelt-keyword"),
        .schema("properties in a list", "{properties: [a]}", "6:21 error wrong-type"),
        .schema("required as a flag", "{properties: {a: {required: true}}}", "6:36 error misplaced-required"),
        .schema("a bound that is a text", "{minimum: '1'}", "6:18 error wrong-type"),
        .schema("a length that is negative", "{minLength: -1}", "6:20 error wrong-type"),
        .schema("an enumeration that is a text", "{enum: a}", "6:15 error wrong-type"),
        .schema("alternatives that are no list", "{oneOf: {type: string}}", "6:16 error wrong-type"),
        .schema("a schema of itself", "{allOf: [{$ref: '#/components/schemas/S'}]}", "6:8 error endless-schema"),
        .schema(
            "a reference to nothing", "{properties: {a: {$ref: '#/components/schemas/T'}}}",
            "6:32 error dangling-reference"),
        .schema("an anchor that isn't there", "{properties: {a: {$ref: '#T'}}}", "6:32 error dangling-reference"),
        .schema(
            "a discriminator without a property", "{oneOf: [{type: object}], discriminator: {mapping: {}}}",
            "6:49 error missing-key"),
        .schema(
            "a discriminator of a schema that isn't there",
            "{oneOf: [{type: object}], discriminator: {propertyName: a, mapping: {b: T}}}",
            "6:80 error dangling-discriminator"),
    ]

    private static let swaggers: [Case] = [
        .swagger("no paths in Swagger", "host: a.example\n", "1:1 error missing-key"),
        .swagger("a key of OpenAPI 3 in Swagger", "paths: {}\ncomponents: {}\n", "4:1 error unknown-key"),
        .swagger(
            "two bodies",
            "paths: {/a: {post: {parameters: [{name: b, in: body, schema: {}}, {name: c, in: body, schema: {}}], responses: {'200': {description: D}}}}}\n",
            "3:67 error duplicate-body"),
        .swagger(
            "a body and a form",
            "paths: {/a: {post: {parameters: [{name: b, in: body, schema: {}}, {name: c, in: formData, type: file}], responses: {'200': {description: D}}}}}\n",
            "3:67 error body-beside-form"),
        .swagger(
            "a list that is repeated in a path",
            "paths: {'/{a}': {get: {parameters: [{name: a, in: path, required: true, type: array, items: {type: string}, collectionFormat: multi}], responses: {'200': {description: D}}}}}\n",
            "3:127 error style-not-allowed"),
        .swagger(
            "a collection format that isn't one",
            "paths: {/a: {get: {parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: comma}], responses: {'200': {description: D}}}}}\n",
            "3:108 error unknown-value"),
        .swagger(
            "a definition that isn't there", "paths: {}\ndefinitions: {A: {$ref: '#/definitions/B'}}\n",
            "4:25 error dangling-reference"),
    ]

    private static let later: [Case] = [
        .openAPI(
            "a tag within itself", "tags: [{name: A, parent: A}]\npaths: {}\n", "3:26 error nested-tag-cycle",
            version: "3.2.0"),
        .openAPI(
            "a tag in no tag", "tags: [{name: A, parent: B}]\npaths: {}\n", "3:26 error unknown-parent-tag",
            version: "3.2.0"),
        .openAPI(
            "a method with a line break", "paths: {/a: {additionalOperations: {\"A\\nB\": {}}}}\n",
            "3:37 error malformed-method", version: "3.2.0"),
        .operation(
            "a query string that is no content", "parameters: [{name: q, in: querystring, schema: {type: string}}]",
            "6:20 error parameter-value", version: "3.2.0"),
        .operation(
            "two query strings",
            "parameters:\n  - {name: q, in: querystring, content: {application/json: {}}}\n  - {name: r, in: querystring, content: {application/json: {}}}",
            "8:11 error query-beside-querystring", version: "3.2.0"),
        .openAPI(
            "a scheme that leads nowhere",
            "security: [{'#/components/securitySchemes/a': []}]\npaths: {}\ncomponents: {}\n",
            "3:13 error dangling-reference", version: "3.2.0"),
    ]

    static let cases = texts + values + roots + components + operations + schemas + swaggers + later

    @Test("are told of at their places", arguments: cases)
    func problems(_ broken: Case) {
        #expect(LoadedDescription(root: broken.text).problems == broken.problems)
    }

    @Test func areMany() {
        #expect(Self.cases.count >= 60)
        #expect(Set(Self.cases.map(\.testDescription)).count == Self.cases.count)
    }
}
