import BuiltTools
import Foundation
import Testing

/// `callsign generate --watch`, as a process that somebody ends.
@Suite struct WatchTests {
    private static let description = """
        openapi: 3.1.0
        info: {title: Zoo, version: '1'}
        paths:
          /pets:
            get:
              operationId: pets.list
              tags: [Pets]
              responses:
                '200': {description: Some, content: {application/json: {schema: {$ref: 'models.yaml#/Pet'}}}}

        """
    private static let configuration = "description: api.yaml\noutput: Out\ntemplates: mine\noverlays: [overlay.yaml]\n"
    private static let overlay = """
        overlay: 1.0.0
        info: {title: Mends, version: '1'}
        actions: [{target: '$.paths["/pets"].get', update: {summary: Lists pets.}}]

        """
    private static let models = "Pet: {type: object, properties: {name: {type: string}}}\n"

    let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        try folder.write(Self.description, to: "api.yaml")
        try folder.write(Self.models, to: "models.yaml")
        try folder.write(Self.configuration, to: "callsign.yaml")
        try folder.write(Self.overlay, to: "overlay.yaml")
        try FileManager.default.createDirectory(
            at: folder.url.appendingPathComponent("mine"), withIntermediateDirectories: true)
    }

    @Test func generatesAgainWheneverAnInputChanges() async throws {
        let tool = try BuiltTool(named: "callsign").start(["generate", "--watch"], in: folder)
        try await tool.waits(forLine: "watching 4 files; Ctrl-C ends")
        #expect(try folder.text("Out/Models/PetsModels.swift").contains("name"))

        // A file that the description refers to, replaced as editors do.
        try Data(Self.models.replacing("name", with: "nickname").utf8).write(
            to: folder.url.appendingPathComponent("models.yaml"), options: .atomic)
        try await tool.waits(forRuns: 2)
        #expect(try folder.text("Out/Models/PetsModels.swift").contains("nickname"))

        // The configuration, written into.
        try folder.write(Self.configuration + "client: Ark\n", to: "callsign.yaml")
        try await tool.waits(forRuns: 3)
        #expect(folder.exists("Out/Ark.swift"))

        // A template that wasn't there.
        try folder.write(
            "/// Mine.\n{{#documentation}}\n{{.}}\n{{/documentation}}\n", to: "mine/documentation.mustache")
        try await tool.waits(forRuns: 4)
        #expect(try folder.text("Out/Ark.swift").contains("/// Mine."))

        // An overlay.
        try folder.write(Self.overlay.replacing("Lists pets", with: "Lists the pets"), to: "overlay.yaml")
        try await tool.waits(forRuns: 5)
        #expect(try folder.text("Out/Pets.swift").contains("/// Lists the pets."))

        // A mistake, and its mending.
        try folder.write(Self.description.replacing("operationId", with: "operationID"), to: "api.yaml")
        try await tool.waits(forLine: "nothing was written")
        #expect(try tool.errors.contains("api.yaml:6:7: error: "))
        #expect(folder.exists("Out/Ark.swift"))
        try folder.write(Self.description, to: "api.yaml")
        try await tool.waits(forRuns: 6)

        #expect(tool.isRunning)
        #expect(tool.interrupt() == 0)
    }

    @Test func refusesWhatItCannotWatch() async throws {
        #expect(try await Tool.run("generate", "--watch", "--dry-run", in: folder).status == 64)
        try folder.write("description: api.yaml\n", to: "callsign.yaml")
        #expect(try await Tool.run("generate", "--watch", in: folder).status == 64)
    }
}

extension RunningTool {
    fileprivate func waits(forLine line: String) async throws {
        try await waits(for: "'\(line)'") { $0.contains(line) }
    }

    /// Waits until so many runs have each printed their line.
    fileprivate func waits(forRuns count: Int) async throws {
        try await waits(for: "run \(count)") { $0.count { $0.hasPrefix("Out: ") } >= count }
    }
}
