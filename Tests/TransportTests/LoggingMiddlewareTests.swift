import CallsignLogging
import CallsignRuntime
import CallsignTesting
import Foundation
import Logging
import Testing

@testable import SampleClient

@Suite("Logging")
struct LoggingMiddlewareTests {
    /// Keeps lines as text.
    private struct Handler: LogHandler {
        let lines: Locked<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let pairs = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            lines.withLock { $0.append("\(event.level) \(event.message) \(pairs.joined(separator: " "))") }
        }
    }

    private func logged(
        status: Int, bodyBytes: Int = 0, _ body: (SampleClient) async throws -> Void
    ) async throws -> [String] {
        let lines = Locked<[String]>([])
        let logger = Logger(label: "test") { _ in Handler(lines: lines) }
        let recording = try HTTPRecording(
            """
            POST /v1/Account/MA1/Call/
            Content-Type: application/json

            {"from": "14155550100", "to": ["14155550101"]}

            HTTP/1.1 \(status) Status
            Content-Type: application/json

            {"message": "call to +14155550101 fired", "request_uuid": "4155550101-ab", "auth_token": "secret-7"}
            """)
        let clock = TestClock()
        let configuration = ClientConfiguration(
            retries: .never, middleware: [LoggingMiddleware(logger, bodyBytes: bodyBytes, clock: clock)], clock: clock)
        let client = SampleClient(
            authID: "MA1", authToken: "hidden", configuration: configuration, transport: ReplayTransport(recording))
        try await body(client)
        return lines.withLock { $0 }
    }

    @Test func saysWhatWasCalledAndWhatCameBack() async throws {
        let lines = try await logged(status: 201) {
            _ = try await $0.calls.create(.init(from: "14155550100", to: ["14155550101"]))
        }
        #expect(
            lines == [
                "debug calls.create: 201 attempt=1 method=POST milliseconds=0 operation=calls.create "
                    + "path=/v1/Account/MA1/Call/ status=201"
            ])
    }

    @Test func warnsOfFailures() async throws {
        let lines = try await logged(status: 400) { client in
            await #expect(throws: SampleError.self) {
                try await client.calls.create(.init(from: "14155550100", to: ["14155550101"]))
            }
        }
        #expect(lines.first?.hasPrefix("warning calls.create: 400 ") == true)
    }

    @Test func hidesNumbersAndSecretsInBodies() async throws {
        let lines = try await logged(status: 201, bodyBytes: 1000) {
            _ = try await $0.calls.create(.init(from: "14155550100", to: ["14155550101"]))
        }
        let line = try #require(lines.first)
        #expect(line.contains(#"request_body={"from":"*********00","to":["*********01"]}"#))
        #expect(line.contains(#""message": "call to +*********01 fired""#))
        #expect(line.contains(#""request_uuid": "4155550101-ab""#))
        #expect(line.contains(#""auth_token": "••••""#))
        #expect(!line.contains("secret-7"))
        #expect(!line.contains("hidden"))
    }
}
