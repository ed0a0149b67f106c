import CallsignRuntime
import CallsignTestServer
import CallsignTesting
import Foundation
import Plivo
import Testing

/// The built tool, run as a user runs it.
@Suite("The test server by hand", .timeLimit(.minutes(1)))
struct TestServerToolTests {
    @Test("says where it listens, and what it answered")
    func serves() async throws {
        let (process, output, _) = try start([Recordings.folder.path])
        defer { process.terminate() }
        let url = try #require(URL(string: line(output)))
        #expect(url.host == "127.0.0.1")
        let plivo = PlivoClient(
            authID: "MANORTHWIND000000001", authToken: "any",
            configuration: ClientConfiguration(baseURL: url.appendingPathComponent("v1")))
        #expect(try await plivo.account.get().authID == "MANORTHWIND000000001")
        #expect(line(output) == "GET /v1/Account/MANORTHWIND000000001/: 200, exchange 1 of account/get.http")
        _ = try? await plivo.calls.get("no-such-call")
        #expect(
            line(output).hasPrefix(
                "nothing is recorded for GET /v1/Account/MANORTHWIND000000001/Call/no-such-call/; "))
    }

    @Test("says what is wrong with the folder")
    func refuses() throws {
        let (process, _, errors) = try start(["/no/such/folder"])
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(
            String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                == "/no/such/folder: error: there is no such file or folder\n")
    }

    @Test("says that a port is taken")
    func portIsTaken() async throws {
        let server = try await TestServer.start(serving: [:])
        let port = try #require(server.url.port)
        let (process, _, errors) = try start([Recordings.folder.path, "--port", "\(port)"])
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text.hasPrefix("error: port \(port) can't be had: "), "\(text)")
    }

    private func start(_ arguments: [String]) throws -> (Process, output: Pipe, errors: Pipe) {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return (process, output, errors)
    }

    /// The next line; empty where the tool has ended.
    private func line(_ pipe: Pipe) -> String {
        var bytes: [UInt8] = []
        while let byte = pipe.fileHandleForReading.readData(ofLength: 1).first, byte != UInt8(ascii: "\n") {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The tool stands beside the bundle of these tests.
    private func executable() throws -> URL {
        let places = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let files = places.flatMap { [$0, $0.deletingLastPathComponent()] }.map {
            $0.appendingPathComponent("callsign-test-server")
        }
        return try #require(
            files.first { FileManager.default.isExecutableFile(atPath: $0.path) }, "the tool is not beside the tests")
    }
}
