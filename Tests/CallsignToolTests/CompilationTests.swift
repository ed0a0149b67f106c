import BuiltTools
import Foundation
import Testing

/// What the tool writes compiles without a warning in whatever module it is put, and is formatted.
@Suite struct CompilationTests {
    struct Setting: CustomTestStringConvertible, Sendable {
        var name: String
        var access = "public"
        var flags: [String] = []
        /// Whether the module declares types that are called like those of the runtime, Foundation and Swift.
        var hasOwnTypes = false
        var testDescription: String { name }
    }

    /// Beside those that stand in the way of every module, which `Compiler` sets.
    private static let futureFlags = [
        "InferIsolatedConformances", "NonisolatedNonsendingByDefault", "ImmutableWeakCaptures",
    ].flatMap { ["-enable-upcoming-feature", $0] }
    private static let onMainActor = ["-default-isolation", "MainActor"]

    static let settings = [
        Setting(name: "a client for others"),
        Setting(name: "a module of the main actor", flags: onMainActor + futureFlags),
        Setting(name: "a package's module", access: "package", flags: futureFlags),
        Setting(name: "an app with types of its own", access: "internal", flags: onMainActor, hasOwnTypes: true),
    ]

    @Test(arguments: settings) func compilesWhateverItIsMadeOf(in setting: Setting) async throws {
        let client = try await TortureClient(access: setting.access)
        if setting.hasOwnTypes { try client.folder.write(Self.ownTypes, to: "spec/Output/OwnTypes.swift") }
        let problems = try await Compiler.problems(in: client.output, module: "Torture", flags: setting.flags)
        #expect(withExtendedLifetime(client) { problems } == [])
    }

    @Test func plivoCompilesOnTheMainActor() async throws {
        let flags = Self.onMainActor + Self.futureFlags
        let client = Compiler.repository.appendingPathComponent("Generated/Plivo")
        #expect(try await Compiler.problems(in: client, module: "Plivo", flags: flags) == [])
    }

    @Test(arguments: ["public", "internal"]) func isFormatted(access: String) async throws {
        let client = try await TortureClient(access: access)
        let problems = try await Compiler.formattingProblems(in: client.output)
        #expect(withExtendedLifetime(client) { problems } == [])
    }

    @Test func theClientOfAllConstructsIsAsGenerated() async throws {
        let configuration = Compiler.repository.appendingPathComponent("Tests/Constructs/callsign.yaml").path
        let outcome = try await Tool.run("check", "--config", configuration, in: ToolFolder())
        #expect(outcome.status == 0, "make generate, and read the difference: \(outcome.output)\(outcome.errors)")
    }

    private static let ownTypes = """
        APIClient Authentication Box CalendarDate CallFailure CallOptions CallProblem CallbackTarget \
        ClientConfiguration ClientCore ClientError ClosedEnumeration ConfigurationError Data Date Decimal Decoder \
        DecodingFailure ElementReader ElementWriter Encoder EnvironmentReader Error ErrorMessage ErrorRules \
        EventStream FailedResponse FailureContext FieldCoding FieldReader FieldWriter HTTPFields HTTPRequest \
        InvalidRequest JSONLineStream JSONValue MultipartEncodable MultipartFile MultipartForm Nullable \
        OpenEnumeration OperationCall Page PageContent PagePosition PagedSequence ParameterConvertible ParameterStyle \
        ProcessEnvironment RawResponse Result ServerSentEvent Task TimeoutFailure Transport TransportFailure URL UUID \
        UnionReader UnionWriter UnreadableElement
        """.split(separator: " ").map { "struct \($0) {}\n" }.joined()
}

/// The compiler and the formatter that the tests themselves were built with, as processes.
enum Compiler {
    static var repository: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// What the compiler says against a folder of sources, in Swift 6's mode, with warnings as errors.
    static func problems(in folder: URL, module: String, flags: [String]) async throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".swift") }.map { folder.appendingPathComponent($0).path }
        let features = ["ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault"]
        let arguments =
            ["-typecheck", "-warnings-as-errors", "-module-name", module, "-package-name", "test"]
            + features.flatMap { ["-enable-upcoming-feature", $0] } + flags + files
        return complaints(try await compile(arguments, in: try ToolFolder())) { $0.contains(": error: ") }
    }

    /// What the formatter would change in a folder of sources.
    static func formattingProblems(in folder: URL) async throws -> [String] {
        let configuration = repository.appendingPathComponent(".swift-format").path
        let outcome = try await run(
            ["swift", "format", "lint", "--strict", "--recursive", "--configuration", configuration, folder.path],
            in: try ToolFolder())
        return complaints(outcome) { !$0.isEmpty }
    }

    /// Runs the compiler in Swift 6's mode with a folder as its own, and the runtime's module, which was built with the
    /// tool.
    static func compile(_ arguments: [String], in folder: ToolFolder) async throws -> BuiltTool.Outcome {
        let modules = try BuiltTool(named: "callsign").executable.deletingLastPathComponent()
            .appendingPathComponent("Modules").path
        return try await run(["swiftc", "-swift-version", "6", "-I", modules] + arguments, in: folder)
    }

    private static func run(_ command: [String], in folder: ToolFolder) async throws -> BuiltTool.Outcome {
        try await BuiltTool(at: URL(fileURLWithPath: "/usr/bin/env")).run(command, in: folder)
    }

    /// The lines that a command complains in, or all of what it says where it fails without any.
    private static func complaints(_ outcome: BuiltTool.Outcome, _ isComplaint: (String) -> Bool) -> [String] {
        let lines = (outcome.output + outcome.errors).split(separator: "\n").map(String.init)
        let complaints = lines.filter(isComplaint)
        return complaints.isEmpty && outcome.status != 0 ? lines + ["status \(outcome.status)"] : complaints
    }
}
