import BuiltTools
import Foundation
import Testing

/// The verbs that tell about a description and write nothing.
@Suite struct LintAndListTests {
    private static let description = """
        openapi: 3.1.0
        info: {title: Weather, version: '1.0'}
        paths:
          /forecasts/{city}:
            get:
              operationId: forecasts.get
              tags: [Forecasts]
              parameters:
                - {name: city, in: path, required: true, schema: {type: string}}
              responses:
                '200': {description: The forecast, content: {application/json: {schema: {type: object}}}}

        """

    let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        try folder.write(Self.description, to: "weather.yaml")
    }

    @Test func findsNothingWrong() async throws {
        let outcome = try await Tool.run("lint", "weather.yaml", in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output == "no problems\n")
        #expect(outcome.errors == "")
        #expect(try await Tool.run("lint", "weather.yaml", "--quiet", in: folder).output == "")
        #expect(try folder.files(in: ".").filter { !$0.hasPrefix(".") } == ["weather.yaml"])
    }

    @Test(arguments: ["text", "json", "github"]) func tellsMistakesInAllForms(form: String) async throws {
        try folder.write(Self.description.replacing("operationId", with: "operationID"), to: "weather.yaml")
        try folder.write("description: weather.yaml\naccess: secret\n", to: "callsign.yaml")
        let outcome = try await Tool.run("lint", "--diagnostics", form, in: folder)
        #expect(outcome.status == 2)
        switch form {
        case "json":
            let problems = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
            #expect(Set(problems.compactMap { $0["file"] as? String }) == ["callsign.yaml", "weather.yaml"])
        case "github":
            #expect(outcome.output.contains("::error file=weather.yaml,line=6,"))
        default:
            #expect(outcome.output.contains("weather.yaml:6:7: error: "))
            #expect(outcome.output.contains("callsign.yaml:2:9: error: "))
            #expect(outcome.output.hasSuffix("2 errors\n"))
        }
    }

    @Test func failsOnWarningsIfAsked() async throws {
        let text = Self.description.replacing("schema: {type: object}", with: "schema: {type: object, frobnicate: 1}")
        try folder.write(text, to: "weather.yaml")
        let lenient = try await Tool.run("lint", "weather.yaml", in: folder)
        #expect(lenient.status == 0)
        #expect(lenient.output.contains("warning: "))
        #expect(try await Tool.run("lint", "weather.yaml", "--strict", in: folder).status == 2)
    }

    @Test func checksTemplates() async throws {
        try folder.write("{{nonsense}}", to: "mine/documentation.mustache")
        let outcome = try await Tool.run("lint", "weather.yaml", "--templates", "mine", in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("mine/documentation.mustache:1:"))
    }

    @Test func listsOperations() async throws {
        let outcome = try await Tool.run("list", "weather.yaml", in: folder)
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("GET     /forecasts/{city}  client.forecasts.get(city)"))
        let json = try await Tool.run("list", "weather.yaml", "--json", in: folder).output
        let operations = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(operations.first?["operation"] as? String == "forecasts.get")
        #expect(operations.first?["request"] is NSNull)
    }

    @Test func cannotBeControlledByADescription() async throws {
        let text = Self.description.replacing("/forecasts/{city}:", with: #""/forecasts/\x9b31m/{city}":"#)
        try folder.write(text, to: "weather.yaml")
        for arguments in [["list", "weather.yaml"], ["list", "weather.yaml", "--json"]] {
            let outcome = try await Tool.run(arguments, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("31m"))
            #expect(!outcome.output.contains("\u{9B}"))
        }
    }

    @Test func reportsADescriptionThatIsNotThere() async throws {
        for verb in ["lint", "list"] {
            let outcome = try await Tool.run(verb, "none.yaml", in: folder)
            #expect(outcome.status == 2)
            #expect((outcome.output + outcome.errors).contains("none.yaml"))
        }
    }
}
