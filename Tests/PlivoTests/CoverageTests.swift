import CallsignTesting
import Foundation
import HTTPTypes
import Testing

/// Keeps the client, the recordings and these tests in step.
@Suite("Coverage")
struct CoverageTests {
    /// An operation as generated code names it.
    private struct Operation: Hashable {
        var name: String
        var method: String
        var path: String
    }

    @Test("every operation of the client has a recorded success")
    func operations() throws {
        let successes = try Recordings.names().flatMap { try HTTPRecording(contentsOf: Recordings.file($0)).exchanges }
            .filter { exchange in
                guard case .response(let response) = exchange.outcome else { return false }
                return response.status.kind == .successful
            }
        let operations = try generatedOperations()
        #expect(operations.count > 50)
        for operation in operations {
            let isRecorded = successes.contains {
                $0.request.method.rawValue.lowercased() == operation.method
                    && matches($0.request.target, operation.path)
            }
            #expect(isRecorded, "\(operation.name) has no recording")
        }
    }

    @Test("every recording is replayed by a test")
    func recordings() throws {
        let tests = try swiftFiles(in: Recordings.tests).map { try String(contentsOf: $0, encoding: .utf8) }
        let names = try Recordings.names()
        #expect(names.count > 80)
        for name in names {
            #expect(tests.contains { $0.contains("\"\(name)\"") }, "no test names \(name)")
        }
    }

    /// What the client's sources call.
    private func generatedOperations() throws -> Set<Operation> {
        let folder = Recordings.tests.appendingPathComponent("../../Generated/Plivo").standardizedFileURL
        let call = /OperationCall\(\s*"([^"]+)",\s*\.([a-z]+),\s*"([^"]+)"\s*\)/
        var operations: Set<Operation> = []
        for file in try swiftFiles(in: folder) {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: call) {
                operations.insert(
                    Operation(name: String(match.1), method: String(match.2), path: String(match.3)))
            }
        }
        return operations
    }

    private func swiftFiles(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
    }

    /// Whether a recorded target, which may be a whole address, is of an operation's path, whose parameters stand in
    /// braces.
    private func matches(_ target: String, _ path: String) -> Bool {
        let version = target.firstRange(of: "/v1/")?.upperBound ?? target.startIndex
        let recorded = target[version...].prefix { $0 != "?" }.split(separator: "/")
        let template = path.split(separator: "/")
        return recorded.count == template.count
            && zip(recorded, template).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
}
