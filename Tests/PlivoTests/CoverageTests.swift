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
        #expect(operations.count > 200)
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
        #expect(names.count > 300)
        for name in names {
            #expect(tests.contains { $0.contains("\"\(name)\"") }, "no test names \(name)")
        }
    }

    @Test("every method is called by a test that replays a success of it and looks at the answer")
    func methods() throws {
        let tests = try TestSource.all()
        let methods = try GeneratedClient.methods()
        #expect(methods.count > 300)
        for method in methods where !method.isAsynchronous && !method.isOutcome && !method.isList {
            // The method for one page is what a list calls for each.
            let list = method.callSite.hasSuffix("Page") ? String(method.callSite.dropLast("Page".count)) : nil
            let callers = tests.filter { test in test.calls(method.callSite) || list.map(test.calls) == true }
            let replaying = try callers.filter { test in
                try test.recordings().contains { exchange in
                    guard case .response(let response) = exchange.outcome, let request = method.request else {
                        return false
                    }
                    return response.status.kind == .successful
                        && exchange.request.method.rawValue.lowercased() == request.method
                        && matches(exchange.request.target, request.path)
                }
            }
            #expect(!replaying.isEmpty, "no test replays a success of \(method.callSite)")
            let looking = replaying.filter { test in
                !method.returnsValue || test.looks(afterCalling: method.callSite)
                    || list.map(test.looks(afterCalling:)) == true
            }
            #expect(!looking.isEmpty, "no test looks at what \(method.callSite) gives")
        }
    }

    @Test("every list is walked, and every form that is answered later is asked for and read")
    func tables() throws {
        let methods = try GeneratedClient.methods()
        let lists = methods.filter(\.isList).map(\.callSite)
        #expect(Set(lists) == Set(ListCase.all.map(\.name)))
        #expect(lists.count == ListCase.all.count)
        let asynchronous = methods.filter(\.isAsynchronous).map(\.callSite)
        #expect(Set(asynchronous) == Set(AsynchronousForm.all.map(\.name)))
        #expect(asynchronous.count == AsynchronousForm.all.count)
        #expect(Set(methods.filter(\.isOutcome).map(\.callSite)) == Set(asynchronous.map { $0 + "Outcome" }))
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

/// The source of one test.
private struct TestSource {
    /// Without spaces, and with the client's resources named in full.
    private let text: String

    /// All tests of the folder but these.
    static func all() throws -> [TestSource] {
        try FileManager.default.contentsOfDirectory(at: Recordings.tests, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" && $0.lastPathComponent != "CoverageTests.swift" }
            .flatMap { file in
                let text = try String(contentsOf: file, encoding: .utf8)
                let starts = text.ranges(of: "@Test").map(\.upperBound)
                return zip(starts, starts.dropFirst() + [text.endIndex]).map { TestSource(text[$0..<$1]) }
            }
    }

    private init(_ source: Substring) {
        var text = String(source)
        for alias in source.matches(of: /let (\w+) = (plivo\.[\w.]+)\n/) {
            text = text.replacing(" \(alias.1).", with: " \(alias.2).").replacing("(\(alias.1).", with: "(\(alias.2).")
        }
        self.text = text.filter { !$0.isWhitespace }
    }

    func calls(_ method: String) -> Bool { text.contains("plivo.\(method)(") }

    /// Whether something is expected of what a method gives.
    func looks(afterCalling method: String) -> Bool {
        guard let call = text.firstRange(of: "plivo.\(method)(") else { return false }
        // Or within an expectation itself.
        let before = text[..<call.lowerBound].suffix(40)
        return before.contains("#expect(") || before.contains("#require(")
            || ["#expect(", "#require(", "case."].contains { text[call.upperBound...].contains($0) }
    }

    /// What the test replays.
    func recordings() throws -> [RecordedExchange] {
        let names = text.matches(of: /"([a-z0-9-]+\/[a-z0-9-]+)"/).map { String($0.1) }
        return try names.filter { FileManager.default.fileExists(atPath: Recordings.file($0).path) }
            .flatMap { try HTTPRecording(contentsOf: Recordings.file($0)).exchanges }
    }
}
