import CallsignDiagnostics
import CallsignOpenAPI
import CallsignYAML
import Testing

/// Descriptions in Swagger 2.0, as documents of OpenAPI 3.
@Suite("Swagger 2.0")
struct SwaggerTests {
    private static let done = "responses: {'200': {description: Done}}"

    private func load(_ text: String, files: [String: String] = [:]) -> LoadedDescription {
        let header = "swagger: '2.0'\ninfo: {title: Sample, version: 1.0.0}\n"
        return LoadedDescription(root: header + text + "\n", files: files)
    }

    private func types(_ id: SchemaID?, in document: ResolvedDocument) -> [SchemaType]? {
        id.map { document[$0].types }
    }

    @Test(
        "has servers by host, path and schemes",
        arguments: [
            ("host: api.example.com", ["https://api.example.com"]),
            (
                "host: api.example.com\nbasePath: /v1/\nschemes: [http, https, ws]",
                ["https://api.example.com/v1", "http://api.example.com/v1"]
            ),
            ("host: 'localhost:8080'\nschemes: [http]", ["http://localhost:8080"]),
            ("basePath: v1", ["/v1"]), ("tags: []", []),
        ] as [(String, [String])])
    func servers(_ text: String, _ addresses: [String]) {
        let loaded = load(text + "\npaths: {}")
        #expect(loaded.problems == [])
        #expect(loaded.document?.servers.map(\.url) == addresses)
    }

    @Test func hasServersOfOperations() {
        let loaded = load(
            "host: a.example\nschemes: [https]\npaths: {/a: {get: {schemes: [http], \(Self.done)}}}")
        #expect(loaded.problems == [])
        #expect(loaded.document?.operations.first?.servers.map(\.url) == ["http://a.example"])
    }

    @Test func hasSchemasInItsOwnWords() throws {
        let loaded = load(
            """
            paths: {}
            definitions:
              Animal:
                type: object
                discriminator: kind
                required: [kind]
                properties:
                  kind: {type: string}
                  name: {type: string, x-nullable: true, example: Rex, readOnly: true}
                  age: {type: integer, minimum: 0, exclusiveMinimum: true}
                  owner: {$ref: '#/definitions/Owner'}
                  keeper: {$ref: '#/definitions/Owner', x-nullable: true, description: Of the day}
              Owner: {type: object, properties: {photo: {type: file}}}
            """)
        #expect(loaded.problems == [])
        #expect(loaded.schema("Animal")?.discriminator?.propertyName == "kind")
        #expect(loaded.property("name", of: "Animal")?.types == [.string, .null])
        #expect(loaded.property("name", of: "Animal")?.readOnly == true)
        #expect(loaded.property("age", of: "Animal")?.constraints.exclusiveMinimum == "0")
        #expect(loaded.property("owner", of: "Animal")?.name == "Owner")
        let keeper = try #require(loaded.property("keeper", of: "Animal"))
        #expect(keeper.anyOf.compactMap { loaded.document?[$0].name } == ["Owner"])
        #expect(keeper.anyOf.compactMap { loaded.document?[$0].types } == [[.object], [.null]])
        #expect(keeper.description == "Of the day")
        #expect(loaded.property("photo", of: "Owner")?.format == "binary")
    }

    @Test func hasParametersWithoutSchemas() throws {
        let loaded = load(
            """
            parameters:
              Limit: {name: limit, in: query, type: integer, default: 10, x-note: a}
            paths:
              /a/{ids}:
                parameters: [{name: ids, in: path, required: true, type: array, items: {type: string}}]
                get:
                  parameters:
                    - {$ref: '#/parameters/Limit'}
                    - {name: csv, in: query, type: array, items: {type: string}}
                    - {name: ssv, in: query, type: array, collectionFormat: ssv, items: {type: string}}
                    - {name: tsv, in: query, type: array, collectionFormat: tsv, items: {type: string}}
                    - {name: pipes, in: header, type: array, collectionFormat: pipes, items: {type: string}}
                    - {name: multi, in: query, type: array, collectionFormat: multi, items: {type: string}}
                  \(Self.done)
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        let parameters = document.operations[0].parameters
        #expect(parameters.map(\.name) == ["ids", "limit", "csv", "ssv", "tsv", "pipes", "multi"])
        #expect(
            parameters.map(\.style) == [
                .simple, .form, .form, .spaceDelimited, .tabDelimited, .pipeDelimited, .form,
            ])
        #expect(parameters.map(\.explode) == [false, true, false, false, false, false, true])
        #expect(types(parameters[0].schema, in: document) == [.array])
        let limit = try #require(parameters[1].schema.map { document[$0] })
        #expect(limit.types == [.integer])
        #expect(limit.defaultValue?.scalar?.text == "10")
        #expect(parameters[1].extensions["x-note"]?.string == "a")
        #expect(parameters[1].mark.line == 4)
    }

    @Test func hasBodiesAmongItsParameters() throws {
        let loaded = load(
            """
            consumes: [application/json]
            parameters:
              New: {name: new, in: body, required: true, schema: {type: object, properties: {a: {type: string}}}}
            paths:
              /a:
                post: {parameters: [{$ref: '#/parameters/New'}], \(Self.done)}
                put: {parameters: [{$ref: '#/parameters/New'}], consumes: [application/merge-patch+json], \(Self.done)}
                patch:
                  parameters: [{name: body, in: body, description: Changes, schema: {$ref: '#/definitions/A'}}]
                  \(Self.done)
            definitions: {A: {type: object}}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        let bodies = document.operations.map(\.requestBody)
        #expect(bodies.map { $0?.required } == [true, true, false])
        #expect(
            bodies.map { $0?.content.map(\.contentType) } == [
                ["application/json"], ["application/merge-patch+json"], ["application/json"],
            ])
        #expect(bodies[2]?.description == "Changes")
        #expect(bodies[2]?.content[0].schema.flatMap { document[$0].name } == "A")
        #expect(document.operations.flatMap(\.parameters).map(\.name) == [])
    }

    @Test func hasFormsAmongItsParameters() throws {
        let loaded = load(
            """
            parameters: {Note: {name: note, in: formData, type: string}}
            paths:
              /a:
                parameters: [{name: id, in: formData, required: true, type: integer}]
                post:
                  consumes: [multipart/form-data, application/x-www-form-urlencoded]
                  parameters:
                    - {$ref: '#/parameters/Note'}
                    - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                  \(Self.done)
                put:
                  parameters: [{name: file, in: formData, type: file, required: true, description: A photo}]
                  \(Self.done)
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        let form = try #require(document.operations[0].requestBody)
        #expect(form.required)
        #expect(form.content.map(\.contentType) == ["application/x-www-form-urlencoded", "multipart/form-data"])
        let schema = try #require(form.content[0].schema.map { document[$0] })
        #expect(schema.properties.map(\.name) == ["id", "note", "tags"])
        #expect(schema.required.map(\.name) == ["id"])
        #expect(form.content[0].encodings.map(\.property) == ["tags"])
        #expect(form.content[0].encodings.map(\.explode) == [true])
        let upload = try #require(document.operations[1].requestBody)
        #expect(upload.content.map(\.contentType) == ["multipart/form-data"])
        let parts = try #require(upload.content[0].schema.map { document[$0] })
        #expect(parts.properties.map(\.name) == ["id", "file"])
        #expect(document[parts.properties[1].schema].format == "binary")
        #expect(document[parts.properties[1].schema].description == "A photo")
    }

    @Test func hasResponsesOfTheTypesThatOperationsProduce() throws {
        let loaded = load(
            """
            produces: [application/xml, application/json]
            responses: {Missing: {description: Missing, schema: {$ref: '#/definitions/Problem'}}}
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: Done
                      schema: {type: string}
                      headers: {X-Rate: {type: integer, description: Left}}
                      examples: {application/json: yes}
                    '204': {description: Nothing}
                    '404': {$ref: '#/responses/Missing'}
                put: {produces: [application/json, image/png], responses: {'200': {description: D, schema: {type: file}}}}
            definitions: {Problem: {type: object}}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        let responses = document.operations[0].responses
        #expect(
            responses.map { $0.content.map(\.contentType) } == [
                ["application/xml", "application/json"], [], ["application/xml", "application/json"],
            ])
        #expect(responses[0].headers.map(\.name) == ["X-Rate"])
        #expect(types(responses[0].headers[0].schema, in: document) == [.integer])
        #expect(responses[0].content[1].examples.count == 1)
        #expect(responses[2].name == "Missing")
        let file = document.operations[1].responses[0].content
        #expect(file.map(\.contentType) == ["image/png"])
        #expect(file[0].schema.map { document[$0].format } == "binary")
    }

    @Test func hasSecurityInItsOwnWords() throws {
        let loaded = load(
            """
            paths: {}
            security: [{plain: []}, {key: []}, {code: [read]}]
            securityDefinitions:
              plain: {type: basic}
              key: {type: apiKey, in: header, name: X-Key}
              code:
                type: oauth2
                flow: accessCode
                authorizationUrl: https://example.com/authorize
                tokenUrl: https://example.com/token
                scopes: {read: Reads}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        #expect(document.securitySchemes.map(\.kind) == [.basic, .apiKey(name: "X-Key", location: .header), .oauth2])
        #expect(document.security.map { $0.schemes.map(\.name) } == [["plain"], ["key"], ["code"]])
    }

    @Test func mayBeOverManyFiles() throws {
        let loaded = load(
            """
            produces: [application/hal+json]
            paths:
              /a: {$ref: paths/a.yaml}
              /b: {get: {parameters: [{$ref: parameters.yaml#/Body}], \(Self.done)}}
            """,
            files: [
                "paths/a.yaml": """
                post:
                  parameters: [{$ref: ../parameters.yaml#/Body}, {$ref: ../parameters.yaml#/Limit}]
                  responses: {'200': {$ref: ../responses.yaml#/Done}}

                """,
                "parameters.yaml": """
                Body: {name: body, in: body, schema: {$ref: other.yaml#/definitions/A}}
                Limit: {name: limit, in: query, type: integer}

                """,
                "responses.yaml": "Done: {description: Done, schema: {$ref: other.yaml#/definitions/A}}\n",
                "other.yaml": """
                swagger: '2.0'
                info: {title: Other, version: 1.0.0}
                paths: {}
                definitions: {A: {type: object, properties: {a: {type: string}}}}

                """,
            ])
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        #expect(document.operations.map(\.method) == ["POST", "GET"])
        for operation in document.operations {
            #expect(operation.requestBody?.content[0].schema.flatMap { document[$0].name } == "A")
        }
        #expect(document.operations[0].parameters.map(\.name) == ["limit"])
        #expect(document.operations[0].responses[0].content.map(\.contentType) == ["application/hal+json"])
        #expect(document.operations[0].responses[0].content[0].schema.flatMap { document[$0].name } == "A")
    }

    @Test func mayReferToPlacesThatMoved() throws {
        let loaded = load(
            """
            paths:
              /a:
                post:
                  parameters:
                    - {name: body, in: body, schema: {type: object, properties: {a: {type: string}}}}
                    - {name: limit, in: query, type: integer}
                  responses: {'200': {description: D, schema: {type: object, properties: {b: {type: string}}}}}
            definitions:
              A: {$ref: '#/paths/~1a/post/parameters/0/schema'}
              B: {$ref: '#/paths/~1a/post/responses/200/schema/properties/b'}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        #expect(document.componentSchemas.map { document[$0].types } == [[.object], [.string]])
    }

    @Test(
        "has mistakes in its own words and lines",
        arguments: [
            ("paths: {}\ndefinitons: {}", "4:1 error misspelt-key", "a Swagger description has no key 'definitons'"),
            ("paths: {}\nservers: []", "4:1 error unknown-key", "a Swagger description has no key 'servers'"),
            (
                "paths: {/a: {get: {parameters: [{name: b, in: cookie, type: string}], \(done)}}}",
                "3:47 error unknown-value",
                "'cookie' is not allowed for 'in' of a parameter; expected one of 'query', 'header', 'path', 'formData', 'body'"
            ),
            (
                "paths: {/a: {get: {requestBody: {}, \(done)}}}", "3:20 error unknown-key",
                "an operation has no key 'requestBody'"
            ),
            (
                "paths: {/a: {get: {parameters: [{name: b, in: query, type: string, requird: true}], \(done)}}}",
                "3:68 error misspelt-key", "a parameter has no key 'requird'"
            ),
            (
                "paths: {/a: {get: {parameters: [{name: b, in: query}], \(done)}}}", "3:33 warning parameter-value",
                "a parameter has no 'type'"
            ),
            (
                "paths: {/a: {get: {parameters: [{name: b, in: body}], \(done)}}}", "3:33 error missing-key",
                "a body has no 'schema', which is required"
            ),
            (
                "paths: {/a: {get: {responses: {'200': {description: D, content: {}}}}}}", "3:56 error unknown-key",
                "a response has no key 'content'"
            ),
            (
                "paths: {}\ndefinitions: {A: {$ref: '#/definitions/Bb'}, B: {type: object}}",
                "4:25 error dangling-reference", "'#/definitions/Bb' names nothing: 'definitions' has no 'Bb'"
            ),
            (
                "paths: {}\nsecurity: [{key: []}]\nsecurityDefinitions: {kee: {type: basic}}",
                "4:12 error unknown-security-scheme", "there is no 'key' under 'securityDefinitions'"
            ),
            (
                "paths: {}\nsecurityDefinitions: {a: {type: bearer}}", "4:33 error unknown-value",
                "'bearer' is not allowed for 'type' of a security scheme; expected one of 'basic', 'apiKey', 'oauth2'"
            ),
            (
                "paths: {}\nsecurityDefinitions: {a: {type: oauth2, flow: code}}", "4:47 error unknown-value",
                "'code' is not allowed for 'flow' of a security scheme; expected one of 'implicit', 'password', 'application', 'accessCode'"
            ),
            (
                "paths: {/a: {get: {parameters: [{name: b, in: path, type: string}], \(done)}}}",
                "3:33 error unknown-path-parameter", "the path '/a' has no parameter 'b'"
            ),
            (
                "paths: {}\ndefinitions: {A: {oneOf: [{type: string}, {type: integer}]}}",
                "4:19 warning newer-keyword", "'oneOf' came with OpenAPI 3.0, but this is Swagger 2.0"
            ),
        ])
    func mistakes(_ text: String, _ problem: String, _ message: String) {
        let loaded = load(text)
        #expect(loaded.problems.first == problem)
        #expect(loaded.messages.first == message)
    }
}
