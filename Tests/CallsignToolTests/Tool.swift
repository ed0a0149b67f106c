import Foundation
import Testing

/// The built tool, run as a user runs it.
struct Tool {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The tool stands beside the bundle of these tests.
    static func executable() throws -> URL {
        let places = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let folders = places.flatMap { [$0, $0.deletingLastPathComponent()] }
        let found = folders.map { $0.appendingPathComponent("callsign") }.first {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: $0.path)
        }
        return try #require(found, "the tool is not beside the tests: \(folders.map(\.path))")
    }

    /// Runs the tool in a folder, with its output on files, so that no pipe can fill.
    static func run(_ arguments: String..., in folder: ToolFolder) async throws -> Outcome {
        try await run(arguments, in: folder)
    }

    /// - Parameter environment: variables in place of the tests' own of the same names.
    static func run(
        _ arguments: [String], in folder: ToolFolder, environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(try executable(), arguments, in: folder, environment: environment)
    }

    static func run(
        _ executable: URL, _ arguments: [String], in folder: ToolFolder, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        let output = try folder.emptyFile(".output")
        let errors = try folder.emptyFile(".errors")
        process.standardOutput = output
        process.standardError = errors
        try await ProcessTurns.shared.run(process)
        return Outcome(
            status: process.terminationStatus, output: try folder.text(".output"), errors: try folder.text(".errors"))
    }
}

/// Lets no more processes run at once than there are turns, and lets who waits for one give its thread to other tests:
/// many of them measure time, and would find all threads and cores taken by compilers.
actor ProcessTurns {
    static let shared = ProcessTurns(count: 2)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(count: Int) { free = count }

    /// Runs a process to its end.
    nonisolated func run(_ process: Process) async throws {
        await take()
        do {
            try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in done.resume() }
                do { try process.run() } catch { done.resume(throwing: error) }
            }
        } catch {
            await giveBack()
            throw error
        }
        await giveBack()
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func giveBack() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}

/// A folder for one test, gone with the value.
final class ToolFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("callsign-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func write(_ text: String, to name: String) throws {
        let target = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: url.appendingPathComponent(name))
    }

    func files(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(name).path).sorted()
    }

    func emptyFile(_ name: String) throws -> FileHandle {
        let target = url.appendingPathComponent(name)
        try Data().write(to: target)
        return try FileHandle(forWritingTo: target)
    }
}
