import BuiltTools
import Foundation
import InterfaceEdits
import Testing

/// What counts as breaking is what the compiler refuses: callers written for an old client are compiled against a new
/// one. `InterfaceEditTests` hold the same verdicts against `callsign diff`.
@Suite struct BreakingChangeTests {
    /// Edits that begin from the same client, which is compiled once for all of them.
    struct Group: CustomTestStringConvertible, Sendable {
        let edits: [InterfaceEdit]

        var testDescription: String { edits.map(\.name).joined(separator: "; ") }
    }

    private static let edits = InterfaceEdit.all.filter { $0.caller != nil }

    /// No more than some in one group, so that groups take their time beside each other.
    static let groups: [Group] = {
        let groups = Dictionary(grouping: edits) { $0.old.description + $0.old.configuration }
        return groups.sorted { $0.key < $1.key }.flatMap { _, edits in
            stride(from: 0, to: edits.count, by: 16).map { Group(edits: Array(edits[$0...].prefix(16))) }
        }
    }()

    @Test func comparesCallersOfBothKinds() {
        #expect(Self.edits.count { $0.isBreaking } >= 12)
        #expect(Self.edits.count { !$0.isBreaking } >= 12)
    }

    @Test(arguments: groups) func agreesWithTheCompiler(_ group: Group) async throws {
        let folder = try ToolFolder()
        let old = try await CompiledClient(group.edits[0].old, "old", in: folder)
        #expect(
            try await old.problems(of: group.edits.compactMap(\.caller)) == [], "callers are written for the old client"
        )
        for (number, edit) in group.edits.enumerated() {
            let new = try await CompiledClient(edit.new, "new\(number)", in: folder)
            let problems = try await new.problems(of: [edit.caller ?? ""])
            #expect(problems.isEmpty != edit.isBreaking, "\(edit.name): \(problems)")
        }
    }
}

/// The module of a client, as an app in another package imports it.
private struct CompiledClient {
    let folder: ToolFolder
    let name: String

    init(_ files: InterfaceEdit.Files, _ name: String, in folder: ToolFolder) async throws {
        self.folder = folder
        self.name = name
        try folder.write(files.description, to: "\(name)/api.yaml")
        try folder.write(files.configuration, to: "\(name)/callsign.yaml")
        let outcome = try await Tool.run("generate", "\(name)/api.yaml", "--output", "\(name)/Zoo", in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let sources = try FileManager.default.subpathsOfDirectory(
            atPath: folder.url.appendingPathComponent("\(name)/Zoo").path
        ).filter { $0.hasSuffix(".swift") }.map { "\(name)/Zoo/\($0)" }
        let module = try await Compiler.compile(
            [
                "-emit-module", "-experimental-skip-non-inlinable-function-bodies", "-module-name", "Zoo",
                "-emit-module-path", "\(name)/Zoo.swiftmodule", "-package-name", "zoo",
            ] + sources.sorted(), in: folder)
        try #require(module.status == 0, "\(module.errors)")
    }

    /// What the compiler says against callers.
    func problems(of callers: [String]) async throws -> [String] {
        let functions = callers.enumerated().map { number, caller in
            "func call\(number)(_ client: ZooClient) async throws {\n\(caller)\n}\n"
        }
        let source = "import CallsignRuntime\nimport Zoo\n\n" + functions.joined(separator: "\n")
        try folder.write(source, to: "\(name)/Caller.swift")
        let outcome = try await Compiler.compile(["-typecheck", "-I", name, "\(name)/Caller.swift"], in: folder)
        if outcome.status == 0 { return [] }
        let lines = (outcome.output + outcome.errors).split(separator: "\n").map(String.init)
        let errors = lines.filter { $0.contains(": error: ") }
        // Whatever fails without a word about the caller is no verdict.
        try #require(!errors.isEmpty, "\(lines)")
        return errors
    }
}
