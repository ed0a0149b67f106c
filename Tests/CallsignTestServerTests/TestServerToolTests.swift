import BuiltTools
import CallsignRuntime
import CallsignTestServer
import CallsignTesting
import Foundation
import Plivo
import Testing

/// The built tool, run as a user runs it.
@Suite("The test server by hand", .timeLimit(.minutes(1)))
struct TestServerToolTests {
    let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
    }

    @Test("says where it listens, and what it answered")
    func serves() async throws {
        let tool = try BuiltTool(named: "callsign-test-server").start([Recordings.folder.path], in: folder)
        let url = try #require(URL(string: try await tool.nextLine()))
        #expect(url.host == "127.0.0.1")
        let plivo = PlivoClient(
            authID: "MANORTHWIND000000001", authToken: "any",
            configuration: ClientConfiguration(baseURL: url.appendingPathComponent("v1")))
        #expect(try await plivo.account.get().authID == "MANORTHWIND000000001")
        #expect(
            try await tool.nextLine() == "GET /v1/Account/MANORTHWIND000000001/: 200, exchange 1 of account/get.http")
        _ = try? await plivo.calls.get("no-such-call")
        #expect(
            try await tool.nextLine().hasPrefix(
                "nothing is recorded for GET /v1/Account/MANORTHWIND000000001/Call/no-such-call/; "))
    }

    @Test("says what is wrong with the folder")
    func refuses() async throws {
        let outcome = try await run(["/no/such/folder"])
        #expect(outcome.status == 2)
        #expect(outcome.errors == "/no/such/folder: error: there is no such file or folder\n")
    }

    @Test("says that a port is taken")
    func portIsTaken() async throws {
        let server = try await TestServer.start(serving: [:])
        let port = try #require(server.url.port)
        let outcome = try await run([Recordings.folder.path, "--port", "\(port)"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("error: port \(port) can't be had: "), "\(outcome.errors)")
    }

    private func run(_ arguments: [String]) async throws -> BuiltTool.Outcome {
        try await BuiltTool(named: "callsign-test-server").run(arguments, in: folder)
    }
}
