import BuiltTools
import Foundation
import Testing

/// Whole descriptions of the oldest and the newest dialect become clients that compile.
@Suite("Dialects")
struct DialectTests {
    private let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        let fixtures = TortureClient.fixtures.deletingLastPathComponent().appendingPathComponent("Dialects")
        for file in try FileManager.default.contentsOfDirectory(atPath: fixtures.path) {
            try folder.write(
                try String(contentsOf: fixtures.appendingPathComponent(file), encoding: .utf8), to: "spec/\(file)")
        }
    }

    private func compile(_ module: String) async throws {
        let output = folder.url.appendingPathComponent("Out")
        #expect(try await Compiler.problems(in: output, module: module, flags: []) == [])
        #expect(try await Compiler.formattingProblems(in: output) == [])
    }

    /// All that was generated, as one text.
    private func text() throws -> String {
        let output = folder.url.appendingPathComponent("Out")
        let files = try FileManager.default.subpathsOfDirectory(atPath: output.path).filter { $0.hasSuffix(".swift") }
        return try files.sorted().map { try folder.text("Out/\($0)") }.joined()
    }

    @Test func swagger() async throws {
        try folder.write("description: swagger.yaml\nmodule: Harbour\n", to: "spec/callsign.yaml")
        let made = try await Tool.run("generate", "spec/swagger.yaml", "--output", "Out", in: folder)
        #expect(made.status == 0, "\(made.errors)")
        try await compile("Harbour")
        let text = try text()
        #expect(text.contains("https://harbour.example/api"))
        #expect(text.contains(".tabDelimited"))
        #expect(text.contains("MultipartFile"))
    }

    @Test func openAPI32WithoutWhatIsUnsupported() async throws {
        try folder.write("description: openapi32.yaml\nmodule: Library\n", to: "spec/callsign.yaml")
        let failed = try await Tool.run("generate", "spec/openapi32.yaml", "--output", "Out", in: folder)
        #expect(failed.status == 2)
        #expect(failed.errors.contains("spec/openapi32.yaml:62:11: error: QUERY '/path' has the query string 'path'"))
        #expect(failed.errors.contains("--skip-unsupported"))
        let made = try await Tool.run(
            "generate", "spec/openapi32.yaml", "--output", "Out", "--skip-unsupported", in: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("spec/openapi32.yaml:62:11: warning: QUERY '/path' has the query string 'path'"))
        try await compile("Library")
        let text = try text()
        #expect(text.contains("\"QUERY\"") && text.contains("\"LINK\""))
        #expect(!text.contains("select"))
    }

    @Test func overlaysAndFilters() async throws {
        let made = try await Tool.run(
            "generate", "--config", "spec/callsign.yaml", "--output", "Out", "--verbose", in: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output.contains("excluded-by-the-filter"))
        try await compile("Library")
        let text = try text()
        #expect(text.contains("/// Gets a copy."))
        #expect(text.contains("pages"))
        #expect(text.contains("struct Reader"))
        #expect(!text.contains("purge"))
    }

    @Test func mistakesInOverlaysAreAtTheirLines() async throws {
        let overlay = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n  - {target: $.pats, remove: true}\n"
        try folder.write(overlay, to: "spec/overlay.yaml")
        let failed = try await Tool.run("generate", "--config", "spec/callsign.yaml", "--output", "Out", in: folder)
        #expect(failed.status == 2)
        #expect(failed.errors.contains("spec/overlay.yaml:4:14: error: the target '$.pats' matches nothing"))
        #expect(failed.errors.contains("did you mean 'paths'?"))
    }
}
