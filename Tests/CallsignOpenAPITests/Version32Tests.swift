import CallsignDiagnostics
import CallsignOpenAPI
import CallsignYAML
import Testing

/// What OpenAPI 3.2 brought, as the document holds it.
@Suite("OpenAPI 3.2")
struct Version32Tests {
    private static let done = "responses: {'200': {description: Done}}"

    private func load(_ text: String, files: [String: String] = [:]) -> LoadedDescription {
        LoadedDescription(text + "\n", version: "3.2.0", files: files)
    }

    @Test func hasAMethodForQueriesAndAnyOthers() {
        let loaded = load(
            """
            paths:
              /a:
                query: {operationId: a.search, \(Self.done)}
                additionalOperations:
                  LINK: {operationId: a.link, \(Self.done)}
                  M-SEARCH: {operationId: a.find, \(Self.done)}
            """)
        #expect(loaded.problems == [])
        #expect(loaded.document?.operations.map(\.method) == ["QUERY", "LINK", "M-SEARCH"])
    }

    @Test(
        "refuses what is no other method",
        arguments: [
            ("GET: {}", "5:28 error misplaced-method"), ("'A B': {}", "5:28 error malformed-method"),
            ("\"A\\r\\nB: c\": {}", "5:28 error malformed-method"), ("'': {}", "5:28 error malformed-method"),
        ])
    func methods(_ entry: String, _ problem: String) {
        let loaded = load("paths:\n  /a:\n    additionalOperations: {\(entry)}")
        #expect(loaded.problems == [problem])
    }

    @Test func describesPartsOfStreamsAndOfMessagesWithoutNames() throws {
        let loaded = load(
            """
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      multipart/mixed:
                        itemSchema: {type: object}
                        prefixEncoding: [{contentType: application/json}, {contentType: text/plain}]
                        itemEncoding:
                          contentType: multipart/mixed
                          encoding: {a: {contentType: image/png}}
                  responses:
                    '200':
                      summary: Events
                      content:
                        application/jsonl: {$ref: '#/components/mediaTypes/Events'}
            components:
              mediaTypes: {Events: {itemSchema: {$ref: '#/components/schemas/Event'}}}
              schemas: {Event: {type: object, properties: {a: {type: string}}}}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        let sent = try #require(document.operations[0].requestBody?.content[0])
        #expect(sent.prefixEncodings.map(\.contentType) == ["application/json", "text/plain"])
        #expect(sent.itemEncodings.map(\.contentType) == ["multipart/mixed"])
        #expect(sent.itemEncodings[0].nested.map(\.contentType) == ["image/png"])
        #expect(sent.itemSchema.map { document[$0].types } == [.object])
        let response = document.operations[0].responses[0]
        #expect(response.description == "Events")
        #expect(response.content[0].contentType == "application/jsonl")
        #expect(response.content[0].itemSchema.flatMap { document[$0].name } == "Event")
    }

    @Test func nestsTags() {
        let loaded = load(
            """
            paths: {}
            tags:
              - {name: Calls, summary: Telephone calls, kind: nav}
              - {name: Legs, parent: Calls}
            """)
        #expect(loaded.problems == [])
        #expect(loaded.document?.tags.map(\.parent) == [nil, "Calls"])
        #expect(loaded.document?.tags.map(\.kind) == ["nav", nil])
        #expect(loaded.document?.tags.map(\.summary) == ["Telephone calls", nil])
    }

    @Test func findsFilesByTheAddressesThatTheySay() throws {
        let loaded = load(
            """
            $self: https://example.com/api/openapi.yaml
            paths:
              /a:
                get:
                  parameters:
                    - {$ref: 'https://example.com/api/openapi.yaml#/components/parameters/Limit'}
                    - {$ref: 'https://example.com/api/shared/parts.yaml#/Offset'}
                    - {$ref: 'https://elsewhere.example/parts.yaml#/Offset'}
                  \(Self.done)
            components: {parameters: {Limit: {name: limit, in: query, schema: {type: integer}}}}
            """, files: ["shared/parts.yaml": "Offset: {name: offset, in: query, schema: {type: integer}}\n"])
        #expect(loaded.problems == ["10:18 error reference-to-address"])
        #expect(loaded.document?.operations.first?.parameters.map(\.name) == ["limit", "offset"])
    }

    @Test func namesSecuritySchemesByAddresses() throws {
        let loaded = load(
            """
            security: [{'#/components/securitySchemes/device': [read]}, {'schemes.yaml#/key': []}]
            paths: {/a: {get: {\(Self.done)}}}
            components:
              securitySchemes:
                device:
                  type: oauth2
                  deprecated: true
                  oauth2MetadataUrl: https://example.com/.well-known/oauth
                  flows:
                    deviceAuthorization:
                      deviceAuthorizationUrl: https://example.com/device
                      tokenUrl: https://example.com/token
                      scopes: {read: Reads}
            """, files: ["schemes.yaml": "key: {type: apiKey, in: header, name: X-Key}\n"])
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        #expect(document.security.map { $0.schemes.map(\.name) } == [["device"], ["key"]])
        #expect(document.securitySchemes.map(\.name) == ["device", "key"])
        #expect(document.securitySchemes[0].deprecated)
        #expect(document.securitySchemes[0].metadataURL == "https://example.com/.well-known/oauth")
        #expect(document.securitySchemes[1].kind == .apiKey(name: "X-Key", location: .header))
    }

    @Test func hasExamplesAsDataAndNamesOfServers() throws {
        let loaded = load(
            """
            servers: [{url: 'https://example.com', name: Production}]
            paths:
              /a:
                get:
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {type: object}
                          examples:
                            one: {dataValue: {a: 1}, serializedValue: '{"a": 1}'}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        #expect(document.servers.map(\.name) == ["Production"])
        #expect(document.operations[0].responses[0].content[0].examples.map { $0["a"]?.scalar?.text } == ["1"])
    }

    @Test func mapsWhatADiscriminatorDoesNotKnow() throws {
        let loaded = load(
            """
            paths: {}
            components:
              schemas:
                Event:
                  oneOf: [{$ref: '#/components/schemas/Started'}, {$ref: '#/components/schemas/Other'}]
                  discriminator: {propertyName: kind, defaultMapping: Other}
                Started: {type: object, properties: {kind: {const: started}}}
                Other: {type: object, properties: {kind: {type: string}}, xml: {nodeType: element}}
            """)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        let fallback = loaded.schema("Event")?.discriminator?.defaultMapping
        #expect(fallback.flatMap { document[$0].name } == "Other")
        #expect(loaded.schema("Other")?.xml?["nodeType"]?.string == "element")
    }

    @Test(
        "tells of what doesn't fit together",
        arguments: [
            ("tags: [{name: A, parent: B}]\npaths: {}", ["3:26 error unknown-parent-tag"]),
            (
                "tags: [{name: A, parent: B}, {name: B, parent: A}]\npaths: {}",
                ["3:26 error nested-tag-cycle", "3:48 error nested-tag-cycle"]
            ),
            (
                """
                paths:
                  /a:
                    get:
                      parameters:
                        - {name: all, in: querystring, content: {application/json: {}}}
                        - {name: one, in: query, schema: {type: string}}
                      \(done)
                """, ["8:11 error query-beside-querystring"]
            ),
            (
                """
                paths:
                  /a:
                    post:
                      requestBody:
                        content:
                          multipart/mixed: {encoding: {a: {}}, itemEncoding: {contentType: text/plain}}
                      \(done)
                """, ["8:48 error conflicting-encodings"]
            ),
        ] as [(String, [String])])
    func conflicts(_ text: String, _ problems: [String]) {
        #expect(load(text).problems == problems)
    }
}
