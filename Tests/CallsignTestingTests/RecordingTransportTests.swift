import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Recording")
final class RecordingTransportTests {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).http")

    deinit {
        try? FileManager.default.removeItem(at: file)
    }

    @Test("writes what is readable, leaves secrets out, and can be replayed")
    func redaction() async throws {
        let server = AnsweringTransport(
            headers: [.contentType: "application/json", .setCookie: "session=s3cret-cookie"],
            body: #"{"auth_id":"MA-s3cret-id","auth_token":"s3cret-token","rate":1.50,"list":[]}"#)
        let redaction = Redaction(replacements: ["MA-s3cret-id": "MA1", "+49 s3cret": "+49 1"])
        let recorder = RecordingTransport(server, to: file, redacting: redaction)
        let secret = post("/v1/Account/MA-s3cret-id/?api_key=s3cret-key&to=%2B49%20s3cret", token: "s3cret-basic")
        let body = Data(#"{"to":"+49 s3cret","password":"s3cret-password","token":{"inner":1}}"#.utf8)
        let (_, answer) = try await recorder.send(secret, body: RequestBody(body), limits: limits)
        #expect(answer == Data(server.body.utf8), "the caller gets the answer as it came")

        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("s3cret"))
        #expect(
            text == """
                POST /v1/Account/MA1/?api_key=%5Bredacted%5D&to=%2B49%201
                Host: example.com
                Authorization: [redacted]
                Content-Type: application/json

                {
                  "to": "+49 1",
                  "password": "[redacted]",
                  "token": {
                    "inner": 1
                  }
                }

                HTTP/1.1 200
                Content-Type: application/json
                Set-Cookie: [redacted]

                {
                  "auth_id": "MA1",
                  "auth_token": "[redacted]",
                  "rate": 1.50,
                  "list": []
                }

                """)
    }

    @Test("records what can be replayed with any secret")
    func replay() async throws {
        let server = AnsweringTransport(headers: [.contentType: "text/plain"], body: "# hello\n")
        let recorder = RecordingTransport(server, to: file, redacting: Redaction(replacements: ["MA9": "MA1"]))
        let body = Data("password=one&text=a+b".utf8)
        var request = post("/Account/MA9/?token=one&x=1", token: "one")
        request.headerFields[.contentType] = "application/x-www-form-urlencoded"
        _ = try await recorder.send(request, body: RequestBody(body), limits: limits)
        _ = try await recorder.send(request, body: RequestBody(body), limits: limits)

        let replay = try ReplayTransport(contentsOf: file)
        var other = post("/Account/MA1/?token=two&x=1", token: "two")
        other.headerFields[.contentType] = "application/x-www-form-urlencoded"
        for _ in 1...2 {
            let (_, answer) = try await replay.send(
                other, body: RequestBody(Data("password=two&text=a+b".utf8)), limits: limits)
            #expect(answer == Data("# hello\n".utf8))
        }
        try await replay.finish()
    }

    @Test("records failures, and passes them on")
    func failure() async throws {
        let error = TransportError(.connectionLost, "it broke\noff", serverMayHaveActed: true)
        let recorder = RecordingTransport(AnsweringTransport(error: error), to: file)
        await #expect(throws: error) { try await recorder.send(request("GET /a"), body: nil, limits: limits) }
        #expect(
            try HTTPRecording(contentsOf: file).exchanges.map(\.outcome) == [
                .failure(.init(.connectionLost, "it broke off"))
            ])
    }

    @Test("says so where the file can't be written")
    func unwritable() async throws {
        let recorder = RecordingTransport(
            AnsweringTransport(body: ""), to: file.appendingPathComponent("in/no/folder.http"))
        let error = await #expect(throws: TransportError.self) {
            try await recorder.send(request("GET /a"), body: nil, limits: limits)
        }
        #expect(error?.message.hasPrefix("the recording can't be written to ") == true)
    }

    private func post(_ path: String, token: String) -> HTTPRequest {
        HTTPRequest(
            method: .post, scheme: "https", authority: "example.com", path: path,
            headerFields: [.authorization: "Basic \(token)", .contentType: "application/json", .userAgent: "App/1"])
    }
}

/// Gives every request the same answer.
private struct AnsweringTransport: Transport {
    var headers = HTTPFields()
    var body = ""
    var error: TransportError?

    func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        if let error { throw error }
        return (HTTPResponse(status: 200, headerFields: headers), Data(self.body.utf8))
    }
}
