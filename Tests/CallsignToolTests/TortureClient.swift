import BuiltTools
import Foundation

/// The client of a description whose every name, value and text tries to break the code made of it.
struct TortureClient {
    let folder: ToolFolder
    /// The folder of the generated files.
    var output: URL { folder.url.appendingPathComponent("spec/Output") }

    static var fixtures: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/Torture")
    }

    /// - Parameters:
    ///   - access: the access level of the client.
    ///   - environment: variables to run the tool with.
    init(access: String = "public", environment: [String: String] = [:]) async throws {
        folder = try ToolFolder()
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path).sorted() {
            var text = try String(contentsOf: Self.fixtures.appendingPathComponent(file), encoding: .utf8)
            if file == "callsign.yaml" { text += "access: \(access)\n" }
            try folder.write(text, to: "spec/\(file)")
        }
        let outcome = try await Tool.run(
            ["generate", "--config", "spec/callsign.yaml"], in: folder, environment: environment)
        if outcome.status != 0 { throw Failure(text: outcome.errors) }
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    /// The paths and bytes of the generated files.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) where path.hasSuffix(".swift") {
            files[path] = try Data(contentsOf: output.appendingPathComponent(path))
        }
        return files
    }
}
