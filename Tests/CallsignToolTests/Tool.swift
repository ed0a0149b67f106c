import BuiltTools

/// The built tool, run as a user runs it.
enum Tool {
    static func run(_ arguments: String..., in folder: ToolFolder) async throws -> BuiltTool.Outcome {
        try await run(arguments, in: folder)
    }

    /// - Parameter environment: variables in place of the tests' own of the same names.
    static func run(
        _ arguments: [String], in folder: ToolFolder, environment: [String: String] = [:]
    ) async throws -> BuiltTool.Outcome {
        try await BuiltTool(named: "callsign").run(arguments, in: folder, environment: environment)
    }
}
