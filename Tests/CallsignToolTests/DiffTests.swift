import BuiltTools
import Foundation
import InterfaceEdits
import Testing

/// `callsign diff` as somebody runs it.
@Suite struct DiffTests {
    let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        try folder.write(Zoo.description, to: "old/api.yaml")
        try folder.write(Zoo.configuration, to: "old/callsign.yaml")
        try folder.write(Zoo.configuration, to: "new/callsign.yaml")
    }

    private func diff(_ replacements: [(String, String)], _ arguments: String...) async throws -> BuiltTool.Outcome {
        let text = replacements.reduce(Zoo.description) { $0.replacing($1.0, with: $1.1) }
        try folder.write(text, to: "new/api.yaml")
        return try await Tool.run(["diff", "old/api.yaml", "new/api.yaml"] + arguments, in: folder)
    }

    private static let breaking = [
        ("pets.remove", "pets.delete"), ("enum: [cat, dog]", "enum: [cat, dog, bird]"),
        ("https://zoo.example", "https://zoo.example/v2"),
    ]

    @Test func findsNothing() async throws {
        let outcome = try await diff([])
        #expect(outcome.status == 0)
        #expect(outcome.output == "patch: nothing is different for callers\n")
        #expect(
            try await diff([], "--format", "json").output == "{\"step\":\"patch\",\"breaking\":false,\"changes\":[]}\n")
    }

    @Test func tellsPeople() async throws {
        let outcome = try await diff(Self.breaking)
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                Breaking:
                  client.pets.remove(_:options:) is called client.pets.delete(_:options:)
                      calls by the old name no longer compile

                Added:
                  Species.bird is new

                Changed:
                  server is https://zoo.example/v2, and was https://zoo.example

                major: 1 breaking change, 1 addition, 1 change that no source sees

                """)
        #expect(outcome.errors == "")
    }

    @Test func writesAChangeLog() async throws {
        let outcome = try await diff(Self.breaking, "--format", "markdown")
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                ### Breaking

                - `client.pets.remove(_:options:)` is called `client.pets.delete(_:options:)`: calls by the old name no longer compile.

                ### Added

                - `Species.bird` is new.

                ### Changed

                - `server` is `https://zoo.example/v2`, and was `https://zoo.example`.

                This asks for a **major** version.

                """)
    }

    @Test func tellsOfNewTypesTogether() async throws {
        let old = "weight: {type: number}"
        let members =
            "\n        home: {$ref: '#/components/schemas/Home'}\n        vet: {$ref: '#/components/schemas/Vet'}"
        let schemas = "Home: {type: object}\n    Vet: {type: object, properties: {name: {type: string}}}\n"
        let outcome = try await diff([(old, old + members), ("    Chip:\n", "    \(schemas)    Chip:\n")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains("  new types: Vet"), "\(outcome.output)")
        #expect(lines.last == "minor: 3 additions")
    }

    @Test func tellsPrograms() async throws {
        let outcome = try await diff(Self.breaking, "--format", "json")
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(report["step"] as? String == "major")
        #expect(report["breaking"] as? Bool == true)
        let changes = try #require(report["changes"] as? [[String: Any]])
        #expect(changes.map { $0["code"] as? String } == ["method-renamed", "case-added", "setting-changed"])
        #expect(changes.map { $0["step"] as? String } == ["major", "minor", "patch"])
        #expect(changes[1]["consequence"] is NSNull)
    }

    @Test func asksForAMinorVersion() async throws {
        let outcome = try await diff([("enum: [cat, dog]", "enum: [cat, dog, bird]")], "--quiet")
        #expect(outcome.status == 0)
        #expect(outcome.output == "")
        let text = try await Tool.run("diff", "old/callsign.yaml", "new/callsign.yaml", in: folder).output
        #expect(text.hasSuffix("minor: 1 addition\n"))
    }

    @Test func takesOneConfigurationForBoth() async throws {
        try folder.write(Zoo.description, to: "a/api.yaml")
        try folder.write(Zoo.description, to: "b/api.yaml")
        try folder.write("description: api.yaml\nclient: Ark\n", to: "ark.yaml")
        let outcome = try await Tool.run("diff", "a/api.yaml", "b/api.yaml", "--config", "ark.yaml", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func tellsTheMistakesOfBothSides() async throws {
        try folder.write(Zoo.description.replacing("operationId", with: "operationID"), to: "old/api.yaml")
        let outcome = try await diff([("parameters:", "paramaters:")])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("old/api.yaml:8:7: error: "))
        #expect(outcome.errors.contains("new/api.yaml:10:7: error: "))
        #expect(outcome.output == "")
    }

    /// Whatever a description says stays text.
    @Test(arguments: ["text", "markdown", "json"]) func cannotBeControlledByADescription(form: String) async throws {
        let outcome = try await diff(
            [("'https://zoo.example'", #""https://zoo.example/\x9b31m/`**evil**`""#)], "--format", form)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.output.contains("\u{9B}"))
        if form == "markdown" { #expect(outcome.output.contains("`` https://zoo.example/�31m/`**evil**` ``")) }
    }
}
