import BuiltTools
import Foundation
import Testing

/// Tests of the client, which `--tests` asks for.
@Suite struct TestGenerationTests {
    private let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Weather, version: '1'}
            servers: [{url: 'https://weather.example'}]
            paths:
              /now:
                get:
                  operationId: now.get
                  tags: [now]
                  responses: {'200': {description: OK, content: {text/plain: {schema: {type: string}}}}}
            """, to: "weather.yaml")
    }

    private let arguments = ["weather.yaml", "--output", "Out", "--tests", "Tests", "--module", "Weather"]

    @Test func areWrittenAndCheckedBesideTheClient() async throws {
        #expect(try await Tool.run(["generate"] + arguments, in: folder).status == 0)
        #expect(try folder.files(in: "Tests") == ["NowTests.swift", "WeatherClientCalls.swift"])
        #expect(try await Tool.run(["check"] + arguments, in: folder).status == 0)
        let text = try folder.text("Tests/NowTests.swift")
        #expect(text.contains("// callsign:generated\n"))
        try folder.write(text.replacing("200", with: "201"), to: "Tests/NowTests.swift")
        let outcome = try await Tool.run(["check"] + arguments, in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Tests/NowTests.swift"))
        #expect(try await Tool.run(["generate"] + arguments, in: folder).status == 0)
        #expect(try folder.text("Tests/NowTests.swift") == text)
    }

    @Test func areNamedByTheConfiguration() async throws {
        try folder.write(
            "description: weather.yaml\noutput: Out\ntests: Checks\nmodule: Weather\n", to: "callsign.yaml")
        #expect(try await Tool.run("generate", in: folder).status == 0)
        #expect(folder.exists("Checks/NowTests.swift"))
        #expect(try await Tool.run("generate", "--output", "Elsewhere", in: folder).status == 0)
        #expect(try await Tool.run("check", in: folder).status == 0)
    }

    @Test func importTheirModuleAndHaveAFolderOfTheirOwn() async throws {
        let nameless = try await Tool.run("generate", "weather.yaml", "--output", "Out", "--tests", "Tests", in: folder)
        #expect(nameless.status == 2)
        #expect(nameless.errors.contains("--module"))
        let nested = try await Tool.run(
            "generate", "weather.yaml", "--output", "Out", "--tests", "Out/Tests", "--module", "Weather", in: folder)
        #expect(nested.status == 2)
        #expect(!folder.exists("Out"))
    }
}
