import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Replaying")
struct ReplayTransportTests {
    @Test(
        "takes equal requests for equal",
        arguments: [
            ("GET /a?x=1&y=2", "GET /a?y=2&x=1", "", ""),
            ("GET /a?x=a%20b", "GET /a?x=a+b", "", ""),
            ("GET /%7Euser", "GET /~user", "", ""),
            ("POST /a", "POST /a", #"{"a": 1.0, "b": [true, null]}"#, #"{"b":[true,null],"a":1}"#),
            ("GET https://EXAMPLE.com/a", "GET /a", "", ""),
            ("GET /a?to=https://example.org/b", "GET /a?to=https://example.org/b", "", ""),
            ("POST /a", "POST /a", "\\# text\nof two lines", "# text\nof two lines"),
        ])
    func equal(_ recorded: String, _ sent: String, _ recordedBody: String, _ sentBody: String) async throws {
        let replay = ReplayTransport(
            try HTTPRecording("\(recorded)\n\n\(recordedBody)\n\nHTTP/1.1 200 OK\nX-A: b\n\nbody\n"))
        let (head, body) = try await replay.send(request(sent), body: RequestBody(Data(sentBody.utf8)), limits: limits)
        #expect(head.status.code == 200)
        #expect(head.headerFields[try #require(HTTPField.Name("X-A"))] == "b")
        #expect(body == Data("body".utf8))
        try await replay.finish()
    }

    @Test(
        "shows how a request differs",
        arguments: [
            ("GET /a", "POST /a", "", "", ["  method", "    - GET", "    + POST"]),
            ("GET /a/b", "GET /a/c", "", "", ["  path", "    - /a/b", "    + /a/c"]),
            (
                "GET /a?x=1&y=2&z=3", "GET /a?x=1&y=3", "", "",
                ["  query", "      x=1", "    - y=2", "    - z=3", "    + y=3"]
            ),
            (
                "GET https://other.com/a", "GET /a", "", "",
                ["  origin", "    - https://other.com", "    + https://example.com"]
            ),
            ("GET /a%2Fb", "GET /a/b", "", "", ["  path", "    - /a%2Fb", "    + /a/b"]),
            (
                "POST /a", "POST /a", #"{"a": 1, "b": 2}"#, #"{"a": 1, "b": 3, "c": 4}"#,
                [
                    "  body", "      {", #"        "a": 1,"#, #"    -   "b": 2"#, #"    +   "b": 3,"#,
                    #"    +   "c": 4"#, "      }",
                ]
            ),
            ("POST /a", "POST /a", "text", "", ["  body", "    - text"]),
        ])
    func different(
        _ recorded: String, _ sent: String, _ recordedBody: String, _ sentBody: String, _ difference: [String]
    ) async throws {
        let text = "\(recorded)\n\n\(recordedBody)\n\nHTTP/1.1 200 OK\n"
        let replay = ReplayTransport(try HTTPRecording(text), name: "sample")
        let error = await #expect(throws: TransportError.self) {
            try await replay.send(request(sent), body: RequestBody(Data(sentBody.utf8)), limits: limits)
        }
        let lines = (error?.message ?? "").components(separatedBy: "\n")
        #expect(lines.first == "sample, exchange 1 of 1: \(sent) is not what was recorded (-) but (+)")
        #expect(Array(lines.dropFirst()) == difference)
        let failure = await #expect(throws: ReplayFailure.self) { try await replay.finish() }
        #expect(failure?.differences == [error?.message ?? ""])
    }

    @Test("compares the headers that were recorded, and the values of those that weren't redacted")
    func headers() async throws {
        let text = "GET /a\nAuthorization: [redacted]\nAccept: text/plain\nHost: example.com\n\nHTTP/1.1 200 OK\n"
        var request = request("GET /a")
        request.headerFields[.authorization] = "Basic abc"
        request.headerFields[.accept] = "text/plain"
        request.headerFields[.userAgent] = "anything"
        let replay = ReplayTransport(try HTTPRecording(text + "\n" + text + "\n" + text))
        _ = try await replay.send(request, body: nil, limits: limits)

        request.headerFields[.accept] = "text/html"
        await expectDifference("  header Accept\n    - text/plain\n    + text/html", replay, request)
        request.headerFields[.accept] = "text/plain"
        request.headerFields[.authorization] = nil
        await expectDifference("  header Authorization\n    - [redacted]", replay, request)
    }

    private func expectDifference(_ text: String, _ replay: ReplayTransport, _ request: HTTPRequest) async {
        let error = await #expect(throws: TransportError.self) {
            try await replay.send(request, body: nil, limits: limits)
        }
        #expect(error?.message.hasSuffix(text) == true, "\(error?.message ?? "")")
    }

    @Test("tells of requests that never came, and of those that came too late")
    func missing() async throws {
        let replay = ReplayTransport(
            try HTTPRecording("GET /a\n\nHTTP/1.1 200 OK\n\nGET /b\n\nHTTP/1.1 200 OK\n"), name: "two")
        _ = try await replay.send(request("GET /a"), body: nil, limits: limits)
        let failure = await #expect(throws: ReplayFailure.self) { try await replay.finish() }
        #expect(failure?.differences == ["two, exchange 2 of 2: GET /b never came"])
        _ = try await replay.send(request("GET /b"), body: nil, limits: limits)
        try await replay.finish()
        let error = await #expect(throws: TransportError.self) {
            try await replay.send(request("GET /c"), body: nil, limits: limits)
        }
        #expect(error?.message == "two: GET /c came after all 2 recorded exchanges")
    }

    @Test("answers in any order where that is wanted")
    func anyOrder() async throws {
        let recording = try HTTPRecording(
            "GET /a\n\nHTTP/1.1 201\n\nGET /b\n\nHTTP/1.1 202\n\nGET /a\n\nHTTP/1.1 203\n")
        let replay = ReplayTransport(recording, order: .any)
        var statuses: [Int] = []
        for path in ["/b", "/a", "/a"] {
            statuses.append(
                try await replay.send(request("GET \(path)"), body: nil, limits: limits).0.status.code)
        }
        #expect(statuses == [202, 201, 203])
        try await replay.finish()
    }

    @Test("compares with the nearest where requests come in any order: the path counts most, the body least")
    func nearest() async throws {
        let recording = try HTTPRecording(
            """
            POST /v1/calls

            {"to": "1"}

            HTTP/1.1 201

            GET /v1/calls/1?live=true

            HTTP/1.1 200

            GET /v1/calls/1

            HTTP/1.1 200

            DELETE /v1/calls/1

            HTTP/1.1 204

            """)
        for (sent, body, expected) in [
            ("POST /v1/calls", #"{"to":"2"}"#, "1 of 4: POST /v1/calls"),
            ("GET /v1/calls/1?live=false", "", "2 of 4: GET /v1/calls/1?live=false"),
            ("GET /v1/calls/2", "", "3 of 4: GET /v1/calls/2"),
            ("DELETE /v1/calls/2", "", "4 of 4: DELETE /v1/calls/2"),
            ("PATCH /v1/calls", #"{"to":"1"}"#, "1 of 4: PATCH /v1/calls"),
        ] {
            let replay = ReplayTransport(recording, name: "calls", order: .any)
            let error = await #expect(throws: TransportError.self) {
                try await replay.send(request(sent), body: RequestBody(Data(body.utf8)), limits: limits)
            }
            #expect(
                error?.message.hasPrefix("calls, exchange \(expected) is not what was recorded") == true,
                "\(error?.message ?? "")")
        }
    }

    @Test("replays failures")
    func failures() async throws {
        let replay = ReplayTransport(
            try HTTPRecording("GET /a\n! cannotConnect refused\nGET /b\n! connectionLost gone\n"))
        for (path, error) in [
            ("/a", TransportError(.cannotConnect, "refused", serverMayHaveActed: false)),
            ("/b", TransportError(.connectionLost, "gone", serverMayHaveActed: true)),
        ] {
            await #expect(throws: error) {
                try await replay.send(request("GET \(path)"), body: nil, limits: limits)
            }
        }
        try await replay.finish()
    }
}

let limits = TransportLimits(timeout: .seconds(5), maximumResponseBytes: 1 << 20)

/// - Parameter line: a method and a path.
func request(_ line: String) -> HTTPRequest {
    let parts = line.split(separator: " ")
    return HTTPRequest(
        method: HTTPRequest.Method(rawValue: String(parts[0])) ?? .get, scheme: "https", authority: "example.com",
        path: String(parts[1]))
}
