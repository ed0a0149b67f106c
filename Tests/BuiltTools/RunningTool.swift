import Foundation

/// A program that runs beside a test.
package final class RunningTool {
    private let process: Process
    private let folder: ToolFolder
    private var linesRead = 0

    init(_ process: Process, in folder: ToolFolder) {
        self.process = process
        self.folder = folder
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    package var isRunning: Bool { process.isRunning }

    package var errors: String {
        get throws { try folder.text(BuiltTool.errors) }
    }

    /// The lines that it has written to their ends.
    private var lines: [String] {
        get throws {
            try folder.text(BuiltTool.output).split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast().map(String.init)
        }
    }

    /// The line of its output after those that were read.
    package func nextLine() async throws -> String {
        try await waits(for: "a line") { $0.count > linesRead }
        defer { linesRead += 1 }
        return try lines[linesRead]
    }

    /// Waits for what its output has to show. It is given long enough for the slowest machine: what never comes is a
    /// failure, and no matter of time.
    ///
    /// - Throws: ``BuiltToolError`` where it doesn't come.
    package func waits(for what: String, _ isThere: ([String]) -> Bool) async throws {
        for _ in 0..<1200 {
            let isRunning = process.isRunning
            if isThere(try lines) { return }
            guard isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BuiltToolError.isNotThere(what, output: try folder.text(BuiltTool.output), errors: try errors)
    }

    /// Ends it as Ctrl-C does.
    ///
    /// - Returns: its exit code.
    package func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}
