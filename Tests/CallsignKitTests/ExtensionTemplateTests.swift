import CallsignDiagnostics
import CallsignKit
import Testing

/// What a template of the user's own can read of the description's extensions.
@Suite struct ExtensionTemplateTests {
    private static let description = #"""
        openapi: 3.1.0
        info: {title: Sample, version: '1', x-audience: internal}
        x-owner: {team: core, levels: [1, 2.5]}
        servers: [{url: 'https://api.example.com'}]
        paths:
          /things/{id}:
            get:
              operationId: things.get
              tags: [things]
              x-beta: true
              x-team: "a\n} fatalError(\"\\(x)\") // */"
              x-scopes: [read, 'wr"ite']
              parameters:
                - {name: id, in: path, required: true, x-unit: key, schema: {type: string}}
                - {name: limit, in: query, x-unit: pieces, schema: {type: integer}}
              responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        components:
          schemas:
            Thing:
              type: object
              x-table: things
              properties:
                weight: {type: number, x-unit: grams, x-limits: {high: 7}}
                state: {$ref: '#/components/schemas/State'}
            State: {type: string, enum: [a], x-table: states}

        """#

    /// The text of a file of a client that is made with some templates.
    private func text(_ file: String, _ templates: [String: String]) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(Self.description, to: "api.yaml")
        for (name, text) in templates { try folder.write(text, to: "templates/\(name).mustache") }
        var request = GenerationRequest()
        request.description = folder.path("api.yaml")
        request.output = folder.path("out")
        request.templates = folder.path("templates")
        let sink = DiagnosticSink()
        var pipeline = Pipeline(request, sink: sink)
        let files = try pipeline.run().files
        return String(decoding: try #require(files.first { $0.path.description == file }).contents, as: UTF8.self)
    }

    @Test func thoseOfOperationsAreDataInAnyPlace() throws {
        let text = try text(
            "Things.swift",
            [
                "function": """
                {{#extensions.x-team}}
                // team {{extensions.x-team.comment}}
                {{/extensions.x-team}}
                // {{extensions.x-team.literal}}
                {{#extensions.x-beta.isTrue}}
                // beta
                {{/extensions.x-beta.isTrue}}
                {{^extensions.x-gone}}
                // not gone
                {{/extensions.x-gone}}
                {{#extensions.x-scopes.items}}
                // scope {{literal}}
                {{/extensions.x-scopes.items}}
                // {{extensions.x-scopes.rawLiteral}}
                {{#parameters}}
                // {{parameter}} is a {{extensions.x-unit.comment}}
                {{/parameters}}

                """
            ])
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        for line in [
            #"// "a\n} fatalError(\"\\(x)\") // */""#, "// beta", "// not gone", #"// scope "read""#,
            ##"// scope "wr\"ite""##, #"// _ id is a key"#,
        ] {
            #expect(lines.contains(Substring(line)), "\(line)")
        }
        #expect(lines.contains { $0.hasPrefix("// team a } fatalError(") })
        #expect(!lines.contains { $0.hasPrefix("} fatalError") })
    }

    @Test func thoseOfTypesAndMembersAreTheirOwn() throws {
        let text = try text(
            "Models/ThingsModels.swift",
            [
                "member": """
                // {{name}} in {{extensions.x-unit.literal}} up to {{extensions.x-limits.values.high.number}}

                """,
                "enumeration": """
                // {{name}} of {{extensions.x-table.comment}}

                """,
            ])
        #expect(text.contains("// weight in \"grams\" up to 7\n"))
        #expect(text.contains("// state in  up to\n"))
        #expect(text.contains("// State of states\n"))
        let request = try self.text(
            "Things.swift", ["member": "// {{name}} in {{extensions.x-unit.literal}}\n"])
        #expect(request.contains("// limit in \"pieces\"\n"))
    }

    @Test func thoseOfTheDocumentAreTheClients() throws {
        let text = try text(
            "SampleClient.swift",
            [
                "client": """
                // {{extensions.x-owner.values.team.literal}} {{extensions.x-audience.literal}}
                {{#extensions.x-owner.members}}
                // {{name}} {{rawLiteral}}{{#items}} {{number}}{{/items}}
                {{/extensions.x-owner.members}}

                """
            ])
        #expect(text.contains("// \"core\" \"internal\"\n// \"team\" \"core\"\n// \"levels\" \"[1,2.5]\" 1 2.5\n"))
    }

    @Test func whatIsNoFieldOfAnExtensionIsAnError() throws {
        #expect(throws: Stopped.self) {
            try text("Things.swift", ["function": "// {{extensions.x-team.text}}\n"])
        }
        #expect(throws: Stopped.self) {
            try text("Things.swift", ["function": "// {{extensions.x-team}}\n"])
        }
    }
}
