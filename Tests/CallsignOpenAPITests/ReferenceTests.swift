import CallsignDiagnostics
import CallsignOpenAPI
import Testing

@Suite("References")
struct ReferenceTests {
    /// Refers to everything in another file that can be referred to.
    private static let text = """
        paths:
          /calls/{id}: {$ref: 'paths/calls.yaml#/item'}
        components:
          schemas:
            Call: {$ref: shared/call.yaml}
            Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}

        """

    private static let files = [
        "paths/calls.yaml": """
        item:
          parameters:
            - $ref: '../shared/all.yaml#/parameters/ID'
          post:
            operationId: calls.update
            requestBody: {$ref: '../shared/all.yaml#/bodies/Update'}
            responses:
              '200': {$ref: '../shared/all.yaml#/responses/OK'}
              '404': {$ref: ../shared/missing.json}
        """,
        "shared/all.yaml": """
        parameters:
          ID: {name: id, in: path, required: true, schema: {$ref: '#/a~1b~0c%20d'}}
        bodies:
          Update: {content: {application/json: {schema: {$ref: call.yaml#/properties/legs/items}}}}
        responses:
          OK:
            description: Done
            headers: {Rate: {$ref: '#/headers/Rate'}}
            content: {application/json: {schema: {$ref: call.yaml}}}
        headers:
          Rate: {schema: {type: integer}}
        a/b~c d: {type: string, format: uuid}
        """,
        "shared/call.yaml": """
        type: object
        properties:
          legs: {type: array, items: {type: object, properties: {parent: {$ref: '#'}}}}
        """,
        "shared/missing.json": "{\"description\": \"No such call\"}",
    ]

    @Test func leadToEveryKindOfObjectInOtherFiles() throws {
        let loaded = LoadedDescription(Self.text, files: Self.files)
        #expect(loaded.problems == [])
        let document = try #require(loaded.document)
        #expect(
            Set(document.files) == [
                "spec/api.yaml", "spec/paths/calls.yaml", "spec/shared/all.yaml", "spec/shared/call.yaml",
                "spec/shared/missing.json",
            ])
        let operation = try #require(document.operations.first)
        #expect(operation.path == "/calls/{id}")
        let parameter = try #require(operation.parameters.first)
        #expect(parameter.schema.map { document[$0].format } == "uuid")
        #expect(operation.responses.map(\.description) == ["Done", "No such call"])
        let header = try #require(operation.responses[0].headers.first)
        #expect(header.name == "Rate")
        #expect(header.schema.map { document[$0].types } == [.integer])
    }

    @Test func toOnePlaceAreOneSchema() throws {
        let loaded = LoadedDescription(Self.text, files: Self.files)
        let document = try #require(loaded.document)
        let answer = document.operations[0].responses[0].content[0].schema
        #expect(answer == document.componentSchemas[0])
        #expect(loaded.schema("Call")?.pointer == "spec/shared/call.yaml#")
        let leg = try #require(document.operations[0].requestBody?.content[0].schema)
        #expect(document[leg].properties.first?.schema == answer)
    }

    @Test func mayLeadASchemaToItself() throws {
        let loaded = LoadedDescription(Self.text, files: Self.files)
        let children = try #require(loaded.property("children", of: "Tree"))
        #expect(children.items.flatMap { loaded.document?[$0].name } == "Tree")
    }

    @Test(
        "that lead nowhere are told at their place, with what was probably meant",
        arguments: [
            ("$ref: '#/components/schemas/Cal'", "dangling-reference", "did you mean 'Call'?"),
            ("$ref: '#/component/schemas/Call'", "dangling-reference", "did you mean 'components'?"),
            ("$ref: none.yaml", "unreadable-file", "write the file's path from the folder of this one"),
            (
                "$ref: ../other/secret.yaml", "reference-outside-root",
                "move the file into the folder, or allow one that holds both by --root or 'root'"
            ),
            ("$ref: /etc/passwd", "unreadable-file", "write the file's path from the folder of this one"),
            (
                "$ref: Call", "unreadable-file",
                "write '#/components/schemas/Call' for a schema of this file, or the path of another file"
            ),
            (
                "$ref: 'https://example.com/a.yaml'", "reference-to-address",
                "save the document beside the description and refer to it by its relative path"
            ),
            (
                "$ref: '#/components/schemas/a~2'", "malformed-reference",
                "write '~0' for the character '~' and '~1' for '/'"
            ),
            ("$ref: '%zz.yaml'", "malformed-reference", "write '%25' for the character '%'"),
            ("$ref: ''", "malformed-reference", nil),
            ("$ref: 5", "wrong-type", nil),
            ("$ref: '#/components/parameters/Limit'", "reference-to-no-schema", nil),
            ("$ref: '#/components/schemas/Call/required/7'", "dangling-reference", nil),
        ] as [(String, String, String?)])
    func dangling(_ reference: String, _ code: String, _ remedy: String?) {
        let loaded = LoadedDescription(
            """
            components:
              parameters:
                Limit: {name: limit, in: query, schema: {type: integer}}
              schemas:
                Call: {type: object, required: [a], properties: {a: {type: string}}}
                Page:
                  type: object
                  properties:
                    call:
                      \(reference)

            """)
        #expect(loaded.problems == ["12:17 error \(code)"])
        #expect(loaded.remedies == [remedy])
    }

    @Test func toOnePlaceThatIsNotThereAreOneMistake() {
        let loaded = LoadedDescription(
            """
            paths:
              /a: {get: {responses: {'404': {$ref: '#/components/responses/Gone'}}}}
              /b: {get: {responses: {'404': {$ref: '#/components/responses/Gone'}}}}
              /c: {get: {responses: {'404': {$ref: '#/components/responses/Gone'}}}}

            """)
        #expect(loaded.problems.filter { $0.contains("error") } == ["4:40 error dangling-reference"])
        let notes = loaded.sink.sorted.first { $0.severity == .error }?.notes
        #expect(notes?.map { $0.mark?.line } == [5, 6])
    }

    @Test func intoAFileThatCannotBeReadSayNoMore() {
        let files = ["broken.yaml": "a: [1\nb: {\n"]
        let loaded = LoadedDescription(
            """
            paths:
              /a: {get: {responses: {'200': {$ref: 'broken.yaml#/a'}}}}
              /b: {get: {responses: {'200': {$ref: 'broken.yaml#/b'}}}}

            """, files: files)
        #expect(loaded.sink.errorCount == 1)
        #expect(loaded.problems.contains { $0.hasPrefix("broken.yaml:2:") })
    }

    @Test func inACircleAreToldOnce() {
        let loaded = LoadedDescription(
            """
            components:
              schemas:
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/C'}
                C: {$ref: '#/components/schemas/A'}
              responses:
                R: {$ref: '#/components/responses/R'}

            """)
        #expect(loaded.problems == ["5:15 error reference-cycle", "9:15 error reference-cycle"])
    }

    @Test func ofALongChainEndInAnError() {
        let links = (0..<300).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }.joined()
        let loaded = LoadedDescription("components:\n  schemas:\n\(links)    S300: {type: string}\n")
        #expect(loaded.problems.contains { $0.hasSuffix("reference-chain") })
    }

    @Test func toAnchorsAndIdentifiersAreFollowed() throws {
        let loaded = LoadedDescription(
            """
            components:
              schemas:
                Call: {$anchor: call, $id: 'https://example.com/call', type: object, properties: {a: {type: string}}}
                ByAnchor: {type: array, items: {$ref: '#call'}}
                ByIdentifier: {type: array, items: {$ref: 'https://example.com/call'}}

            """)
        #expect(loaded.problems == [])
        let call = loaded.document?.componentSchemas[0]
        #expect(loaded.schema("ByAnchor")?.items == call)
        #expect(loaded.schema("ByIdentifier")?.items == call)
    }

    @Test func areRelativeToTheIdentifierOfTheSchemaTheyStandIn() {
        let loaded = LoadedDescription(
            """
            components:
              schemas:
                Call: {$id: 'https://example.com/v1/call', properties: {leg: {$ref: leg}, up: {$ref: ../v2/leg}, host: {$ref: /leg}}}
                Other: {$id: 'https://example.com/v2/other', properties: {leg: {$ref: leg}, part: {$ref: 'leg#/properties/a'}}}
                V1: {$id: 'https://example.com/v1/leg', type: object}
                V2: {$id: 'https://example.com/v2/leg', type: object, properties: {a: {type: string}}}
                Top: {$id: 'https://example.com/leg', type: object}

            """)
        #expect(loaded.problems == [])
        let (first, second, top) = (2, 3, 4)
        let components = loaded.document?.componentSchemas
        let call = loaded.schema("Call")?.properties.map(\.schema)
        #expect(call == components.map { [$0[first], $0[second], $0[top]] })
        let other = loaded.schema("Other")?.properties.map(\.schema)
        #expect(other?.first == components?[second])
        #expect(other?.last == loaded.schema("V2")?.properties.first?.schema)
    }

    @Test func ofDiscriminatorsAreNamesOrReferences() {
        let text = """
            components:
              schemas:
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator:
                    propertyName: kind
                    mapping: {cat: Cat, dog: '#/components/schemas/Dog', cow: Cowe}
                Cat: {type: object, properties: {kind: {type: string}}}
                Dog: {type: object, properties: {kind: {type: string}}}
                Cow: {type: object, properties: {kind: {type: string}}}

            """
        let loaded = LoadedDescription(text)
        #expect(loaded.problems == ["9:67 error dangling-discriminator"])
        #expect(loaded.remedies == ["did you mean 'Cow'?"])
        #expect(loaded.schema("Pet")?.discriminator?.mapping.map(\.value) == ["cat", "dog"])
    }

    @Test func ofExamplesAndLinksStopNothing() {
        let loaded = LoadedDescription(
            """
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: Done
                      links: {next: {$ref: '#/components/links/Next'}}
                      content:
                        application/json:
                          schema: {type: string}
                          examples: {one: {$ref: '#/components/examples/One'}, two: 2}

            """)
        #expect(
            loaded.problems == [
                "9:32 warning dangling-reference", "13:38 warning dangling-reference", "13:73 warning wrong-type",
            ])
    }

    @Test("in components that nothing uses stop nothing in somebody else's description")
    func unused() {
        let text = """
            paths:
              /a: {get: {responses: {'200': {$ref: '#/components/responses/Used'}}}}
            components:
              responses:
                Used: {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}
                Unused: {$ref: '#/components/responses/Gone'}
              schemas:
                Call: {type: object, properties: {leg: {$ref: '#/components/schemas/Leg'}}}
                Unused: {type: object, properties: {leg: {$ref: '#/components/schemas/Arm'}}}

            """
        let used = "10:51 error dangling-reference"
        #expect(
            LoadedDescription(text, isLenient: true).problems == [
                "8:20 warning dangling-reference", used, "11:53 warning dangling-reference",
            ])
        #expect(
            LoadedDescription(text).problems == [
                "8:20 error dangling-reference", used, "11:53 error dangling-reference",
            ])
    }

    @Test func inPlaceOfOperationsPropertiesAndTextsAreReadAsMeant() throws {
        let loaded = LoadedDescription(
            """
            tags: [{name: A, description: {$ref: 'parts.yaml#/text'}}]
            paths:
              /a: {get: {$ref: 'parts.yaml#/get'}}
              /b: {get: {$ref: 'parts.yaml#/get'}}
            components:
              schemas:
                Call: {type: object, properties: {$ref: 'parts.yaml#/properties'}}

            """,
            files: [
                "parts.yaml": """
                text: A long story.
                get: {description: Gets., responses: {'204': {description: Done}}}
                properties: {from: {type: string}, to: {type: string}}
                """
            ])
        #expect(loaded.problems == ["5:20 warning misplaced-reference", "9:45 warning misplaced-reference"])
        let document = try #require(loaded.document)
        #expect(document.tags.map(\.description) == ["A long story."])
        #expect(document.operations.map(\.description) == ["Gets.", "Gets."])
        #expect(document.operations.map(\.path) == ["/a", "/b"])
        #expect(loaded.schema("Call")?.properties.map(\.name) == ["from", "to"])
    }
}
