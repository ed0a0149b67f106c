package import Foundation

/// A program of this package, run as a user runs it: with files for its output, so that no pipe can fill.
package struct BuiltTool: Sendable {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    package let executable: URL

    package init(at executable: URL) {
        self.executable = executable
    }

    /// - Parameter name: that of a program that stands beside the bundle of the tests.
    /// - Throws: ``BuiltToolError`` where it doesn't.
    package init(named name: String) throws {
        let places = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let folders = places.flatMap { [$0, $0.deletingLastPathComponent()] }
        let found = folders.map { $0.appendingPathComponent(name) }.first {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: $0.path)
        }
        guard let found else { throw BuiltToolError.notBuilt(name, folders: folders.map(\.path)) }
        executable = found
    }

    /// Runs it to its end.
    ///
    /// - Parameter environment: variables in place of the tests' own of the same names.
    package func run(
        _ arguments: [String], in folder: ToolFolder, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let process = try process(arguments, in: folder, environment: environment)
        try await ProcessTurns.shared.run(process)
        return Outcome(
            status: process.terminationStatus, output: try folder.text(Self.output),
            errors: try folder.text(Self.errors))
    }

    /// Starts it, to run beside the test.
    package func start(_ arguments: [String], in folder: ToolFolder) throws -> RunningTool {
        let process = try process(arguments, in: folder, environment: [:])
        try process.run()
        return RunningTool(process, in: folder)
    }

    static let output = ".output"
    static let errors = ".errors"

    private func process(
        _ arguments: [String], in folder: ToolFolder, environment: [String: String]
    ) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try folder.emptyFile(Self.output)
        process.standardError = try folder.emptyFile(Self.errors)
        return process
    }
}

package enum BuiltToolError: Error, CustomStringConvertible {
    case notBuilt(String, folders: [String])
    case isNotThere(String, output: String, errors: String)

    package var description: String {
        switch self {
        case .notBuilt(let name, let folders): "'\(name)' is not beside the tests: \(folders)"
        case .isNotThere(let what, let output, let errors): "\(what) isn't there: \(output)\n\(errors)"
        }
    }
}
