import Foundation
import Testing

/// Text passes through the modules in one direction, and none knows a later one. The package's manifest can't say all
/// of that: a module may import what another one of the same build depends on, and Foundation is always there.
@Suite struct ModuleImportTests {
    /// A folder of sources, and what its files may import.
    struct Module: CustomTestStringConvertible {
        let folder: String
        let imports: Set<String>

        init(_ folder: String, _ imports: Set<String>) {
            self.folder = folder
            self.imports = imports
        }

        var testDescription: String { folder }
    }

    /// The C library, for what Foundation would be too much.
    private static let platform: Set<String> = ["Darwin", "Glibc", "Musl"]

    private static let foundation: Set<String> = ["Foundation", "FoundationEssentials", "FoundationNetworking"]

    static let modules = [
        // The generator, in the order in which a description passes through it. Everybody who builds it for a plugin
        // waits for it: no Foundation.
        Module("Sources/CallsignDiagnostics", platform),
        Module("Sources/CallsignConcurrency", ["Dispatch"]),
        Module("Sources/CallsignYAML", ["CLibYAML", "CallsignConcurrency", "CallsignDiagnostics"]),
        Module("Sources/CallsignOpenAPI", ["CallsignYAML", "CallsignConcurrency", "CallsignDiagnostics"]),
        Module("Sources/CallsignPlan", ["CallsignDiagnostics"]),
        Module(
            "Sources/CallsignPlanner",
            ["CallsignOpenAPI", "CallsignYAML", "CallsignPlan", "CallsignConcurrency", "CallsignDiagnostics"]),
        Module("Sources/CallsignMustache", ["CallsignDiagnostics"]),
        Module("Templates", []),
        Module(
            "Sources/CallsignRender",
            [
                "CallsignPlan", "CallsignMustache", "CallsignBuiltinTemplates", "CallsignConcurrency",
                "CallsignDiagnostics",
            ]),
        Module("Sources/CallsignInterface", ["CallsignPlan", "CallsignDiagnostics"]),
        Module(
            "Sources/CallsignKit",
            platform.union([
                "CallsignDiagnostics", "CallsignYAML", "CallsignOpenAPI", "CallsignPlan", "CallsignPlanner",
                "CallsignBuiltinTemplates", "CallsignConcurrency", "CallsignRender",
            ])),
        Module(
            "Sources/callsign-tool",
            platform.union([
                "CMalloc", "CallsignKit", "CallsignInterface", "CallsignPlan", "CallsignDiagnostics", "ArgumentParser",
            ])),
        Module("Plugins/CallsignPlugin", ["Foundation", "PackagePlugin", "XcodeProjectPlugin"]),
        Module("Plugins/CallsignCommandPlugin", ["Foundation", "PackagePlugin"]),

        // What generated clients stand on, which knows nothing of the generator, and the clients.
        Module("Sources/CallsignRuntime", foundation.union(["HTTPTypes"])),
        Module(
            "Sources/CallsignAsyncHTTPClient",
            foundation.union([
                "CallsignRuntime", "HTTPTypes", "AsyncHTTPClient", "Darwin", "Glibc", "Musl", "NIOCore", "NIOHTTP1",
                "NIOHTTPCompression",
                "NIOPosix",
                "NIOSSL",
            ])),
        Module("Sources/CallsignLogging", foundation.union(["CallsignRuntime", "HTTPTypes", "Logging"])),
        Module("Sources/CallsignWebhooks", foundation.union(["CallsignRuntime", "Crypto"])),
        Module("Sources/CallsignTesting", foundation.union(["CallsignRuntime", "HTTPTypes"])),
        Module(
            "Sources/CallsignTestServer",
            foundation.union([
                "CallsignRuntime", "CallsignTesting", "HTTPTypes", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
                "NIOHTTPTypesHTTP1", "NIOPosix",
            ])),
        Module(
            "Sources/callsign-test-server",
            foundation.union(["ArgumentParser", "CallsignTestServer", "CallsignTesting"])),
        Module("Generated/Plivo", ["CallsignRuntime", "Foundation"]),
    ]

    @Test("imports no more than it may", arguments: modules)
    func importsNoMoreThanItMay(_ module: Module) throws {
        let sources = Repository.sources(in: module.folder)
        #expect(!sources.isEmpty, "\(module.folder) has no sources")
        let problems = try sources.flatMap { source in
            try Self.imports(of: source).filter { !module.imports.contains($0.name) }.map {
                "\(source):\($0.line): error: \(module.folder) may not import \($0.name)"
            }
        }
        #expect(problems == [])
    }

    @Test func everyModuleIsInTheTable() throws {
        let known = Set(Self.modules.map(\.folder))
        // A system library has no sources of its own.
        let folders = try ["Sources", "Plugins", "Generated"].flatMap { parent in
            try Repository.folders(in: parent).map { "\(parent)/\($0)" }
        }.filter { !Repository.sources(in: $0).isEmpty }
        #expect(folders.filter { !known.contains($0) } == [])
    }

    /// The modules that a file imports, with the lines.
    private static func imports(of source: String) throws -> [(name: String, line: Int)] {
        let text = try String(contentsOf: Repository.file(source), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { position, line in
            // Such as `@_exported public import struct Foundation.Data`.
            let words = line.split(separator: " ").drop { $0.hasPrefix("@") || accessLevels.contains($0) }
            guard words.first == "import" else { return nil }
            let path = words.dropFirst().drop { declarationKinds.contains($0) }.first ?? ""
            return path.split(separator: ".").first.map { (String($0), position + 1) }
        }
    }

    private static let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    private static let declarationKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
}
