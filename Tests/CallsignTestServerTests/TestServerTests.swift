import CallsignRuntime
import CallsignTestServer
import CallsignTesting
import Foundation
import HTTPTypes
import Plivo
import Testing
import TransportKinds

/// Plivo's client over both transports, against a server that gives the recorded answers.
@Suite("A test server", .timeLimit(.minutes(1)))
struct TestServerTests {
    private static let callUUID = "7be0c4de-51a6-4f0a-9d0c-2f6d3b8a1e44"
    private static let target = "/v1/Account/MANORTHWIND000000001/Call/\(callUUID)/"
    private static let call = """
        HTTP/1.1 200 OK
        Content-Type: application/json

        {
          "call_uuid": "\(callUUID)", "call_direction": "inbound", "bill_duration": 73, "billed_duration": 120,
          "call_duration": 73, "end_time": "2024-03-09 11:43:20+05:30", "from_number": "+14155550142",
          "initiation_time": "2024-03-09 11:41:52+05:30", "resource_uri": "/v1/…", "to_number": "14155550177",
          "total_amount": "0.01100", "total_rate": "0.00550"
        }

        """

    @Test("answers what the client's own tests replay", arguments: TransportKind.allCases)
    func answersOutOfAFolder(_ kind: TransportKind) async throws {
        try await TestServer.withServer(serving: Recordings.folder) { server in
            let plivo = try kind.plivo(server)
            let receipt = try await plivo.messages.create(
                .init(
                    src: "14155550111", dst: "14155550133", text: "Your table is ready 🍽",
                    url: "https://example.com/status", method: .post, log: .contentOnly, trackable: false))
            #expect(receipt.messageUUID == ["f3d0055c-7c7e-4d50-8a0e-301530e31408"])
            // Three pages, each once and then all of them again.
            for _ in 1...2 {
                var amounts: [Decimal] = []
                for try await call in plivo.calls.list(.init(callDirection: .inbound, limit: 2)) {
                    amounts.append(call.totalAmount)
                }
                #expect(amounts == ["0.011", "0.022", "0.033", "0.044", "0.055"].map { Decimal(string: $0) })
            }
            // It is recorded with its own host.
            let number = try await plivo.lookup.get("+15125550177")
            #expect(number.phoneNumber == "+15125550177")
            #expect(
                server.requests.map(\.request.target) == [
                    "/v1/Account/MANORTHWIND000000001/Message/",
                    "/v1/Account/MANORTHWIND000000001/Call/?call_direction=inbound&limit=2",
                    "/v1/Account/MANORTHWIND000000001/Call/?call_direction=inbound&limit=2&offset=2",
                    "/v1/Account/MANORTHWIND000000001/Call/?call_direction=inbound&limit=2&offset=4",
                    "/v1/Account/MANORTHWIND000000001/Call/?call_direction=inbound&limit=2",
                    "/v1/Account/MANORTHWIND000000001/Call/?call_direction=inbound&limit=2&offset=2",
                    "/v1/Account/MANORTHWIND000000001/Call/?call_direction=inbound&limit=2&offset=4",
                    "/v1/Number/%2B15125550177?type=carrier",
                ])
            #expect(
                server.requests.first?.description
                    == "POST /v1/Account/MANORTHWIND000000001/Message/: 202, exchange 1 of messages/create.http")
        }
    }

    @Test("says which recording is the nearest to a request that none fits", arguments: TransportKind.allCases)
    func tellsTheDifference(_ kind: TransportKind) async throws {
        let expected = """
            nothing is recorded for POST /v1/Account/MANORTHWIND000000001/Message/; messages/create.http, exchange 1 \
            of 1, POST /v1/Account/MANORTHWIND000000001/Message/, comes nearest, recorded (-) and sent (+):
              body
                  {
                    "dst": "14155550133",
                -   "text": "Good morning"
                +   "text": "Good evening"
                  }
            """
        let server = try await TestServer.start(serving: [
            "calls/list.http": try HTTPRecording("GET /v1/Account/MANORTHWIND000000001/Call/\n\nHTTP/1.1 200\n"),
            "messages/create.http": try HTTPRecording(
                """
                POST /v1/Account/MANORTHWIND000000001/Message/

                {"dst": "14155550133", "text": "Good morning"}

                HTTP/1.1 202

                """),
        ])
        try server.check()
        let error = await #expect(throws: PlivoError.self) {
            try await kind.plivo(server).messages.create(.init(dst: "14155550133", text: "Good evening"))
        }
        guard case .undocumented(let failure)? = error else {
            Issue.record("unexpected: \(String(describing: error))")
            return
        }
        #expect(failure.status == 501)
        #expect(failure.attempts == 1)
        #expect(String(decoding: failure.rawBody, as: UTF8.self) == expected + "\n")
        #expect(error?.localizedDescription.contains("messages/create.http, exchange 1 of 1") == true)
        #expect(throws: ReplayFailure(differences: [expected])) { try server.check() }
        await server.stop()
    }

    @Test("fails a test that made nothing of an unrecorded request")
    func failsAtTheEnd() async throws {
        let error = await #expect(throws: ReplayFailure.self) {
            try await TestServer.withServer(serving: Recordings.folder.appendingPathComponent("calls")) { server in
                _ = try? await TransportKind.urlSession.plivo(server).calls.get("no-such-call")
            }
        }
        #expect(error?.differences.count == 1)
        #expect(
            error?.description.hasPrefix(
                "nothing is recorded for GET /v1/Account/MANORTHWIND000000001/Call/no-such-call/; ") == true)
    }

    @Test("gives the answers to the same request in turn, and the last from then on", arguments: TransportKind.allCases)
    func answersInTurn(_ kind: TransportKind) async throws {
        let server = try await TestServer.start(serving: [
            "a": try HTTPRecording(
                "GET \(Self.target)\n\nHTTP/1.1 503\n\nGET \(Self.target)\n\nHTTP/1.1 429\nRetry-After: 0\n"),
            "b": try HTTPRecording("GET \(Self.target)\n\n" + Self.call),
        ])
        let plivo = try kind.plivo(server)
        let (first, response) = try await plivo.withResponse { try await $0.calls.get(Self.callUUID) }
        #expect(first.billDuration == 73)
        #expect(response.attempts == 3)
        #expect(try await plivo.calls.get(Self.callUUID).billDuration == 73)
        let answers = server.requests.map(\.answer).map { answer -> String in
            guard case .exchange(let recording, let number, _) = answer else { return "nothing" }
            return "\(recording) \(number)"
        }
        #expect(answers == ["a 1", "a 2", "b 1", "b 1"])
    }

    @Test(
        "acts recorded failures out", arguments: TransportKind.allCases,
        ["connectionLost", "cannotConnect", "invalidResponse", "timedOut"])
    func failures(_ kind: TransportKind, _ failure: String) async throws {
        let server = try await TestServer.start(serving: [
            "a": try HTTPRecording("GET \(Self.target)\n\n! \(failure) as recorded\n")
        ])
        let plivo = try kind.plivo(server) { $0.retries = .never }
        let options = CallOptions(timeout: failure == "timedOut" ? .milliseconds(200) : .seconds(30))
        let error = await #expect(throws: PlivoError.self) {
            try await plivo.calls.get(Self.callUUID, options: options)
        }
        switch error {
        case .timeout where failure == "timedOut": break
        // Each transport has its own word for it.
        case .transport(let problem) where failure != "timedOut": #expect(problem.serverMayHaveActed)
        default: Issue.record("unexpected: \(String(describing: error))")
        }
        #expect(server.requests.count == 1)
    }

    @Test("answers without a body where HTTP has none, and on the same connection", arguments: TransportKind.allCases)
    func bodies(_ kind: TransportKind) async throws {
        let server = try await TestServer.start(serving: [
            "a": try HTTPRecording(
                """
                HEAD /a

                HTTP/1.1 200 OK
                Content-Length: 12

                GET /a

                HTTP/1.1 200 Fine
                Content-Encoding: gzip
                Content-Length: 3
                Transfer-Encoding: chunked
                Connection: close
                X-Twice: one
                X-Twice: two

                hello, world

                DELETE /a

                HTTP/1.1 204

                """)
        ])
        let transport = try kind.transport()
        for _ in 1...3 {
            let (head, none) = try await transport.send(request("HEAD", server), body: nil, limits: limits)
            #expect(head.headerFields[.contentLength] == "12")
            #expect(none.isEmpty)
            let (got, body) = try await transport.send(request("GET", server), body: nil, limits: limits)
            #expect(body == Data("hello, world".utf8))
            #expect(got.headerFields[.contentLength] == "12")
            #expect(got.headerFields[.contentEncoding] == nil)
            let twice = try #require(HTTPField.Name("X-Twice"))
            #expect(got.headerFields[values: twice].joined(separator: ", ") == "one, two")
            let (deleted, nothing) = try await transport.send(request("DELETE", server), body: nil, limits: limits)
            #expect(deleted.status.code == 204)
            #expect(nothing.isEmpty)
        }
        try server.check()
        var unknown = try request("HEAD", server)
        unknown.path = "/b"
        let (refused, nothing) = try await transport.send(unknown, body: nil, limits: limits)
        #expect(refused.status.code == 501)
        #expect(refused.headerFields[.contentLength].flatMap { Int($0) } ?? 0 > 0)
        #expect(nothing.isEmpty)
    }

    @Test("sends all of a long body before it closes the connection", arguments: TransportKind.allCases)
    func longBody(_ kind: TransportKind) async throws {
        let body = Data((0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let server = try await TestServer.start(serving: [
            "a": HTTPRecording([
                RecordedExchange(
                    request: RecordedRequest(method: .post, target: "/a", body: body),
                    outcome: .response(RecordedResponse(status: .ok, body: body)))
            ])
        ])
        let transport = try kind.transport()
        for connection in ["close", "keep-alive"] {
            var request = try request("POST", server)
            request.headerFields[.connection] = connection
            let (_, answer) = try await transport.send(
                request, body: RequestBody(body),
                limits: TransportLimits(timeout: .seconds(30), maximumResponseBytes: 8 << 20))
            #expect(answer == body)
        }
        try server.check()
    }

    @Test("serves what was recorded through a transport", arguments: TransportKind.allCases)
    func servesRecorded(_ kind: TransportKind) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).http")
        defer { try? FileManager.default.removeItem(at: file) }
        try await TestServer.withServer(serving: Recordings.folder) { server in
            let plivo = try kind.plivo(server, wrapping: { RecordingTransport($0, to: file) })
            _ = try await plivo.calls.get(Self.callUUID)
            try await plivo.calls.hangup(Self.callUUID)
        }
        // The recording has credentials, redacted, and the host of the other server.
        try await TestServer.withServer(serving: file) { server in
            let plivo = try kind.plivo(server)
            #expect(try await plivo.calls.get(Self.callUUID).totalAmount == Decimal(string: "0.011"))
            try await plivo.calls.hangup(Self.callUUID)
            #expect(server.requests.map(\.request.method) == [.get, .delete])
        }
    }

    @Test("answers many at once", arguments: TransportKind.allCases)
    func concurrent(_ kind: TransportKind) async throws {
        let server = try await TestServer.start(serving: [
            "a": try HTTPRecording("GET \(Self.target)\n\n" + Self.call)
        ])
        let plivo = try kind.plivo(server) { $0.rateLimiting = .none }
        let durations = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...200 { group.addTask { try await plivo.calls.get(Self.callUUID).billDuration } }
            return try await group.reduce(0, +)
        }
        #expect(durations == 200 * 73)
        #expect(server.requests.count == 200)
    }

    @Test("stops at once, also while a client waits", arguments: TransportKind.allCases)
    func stops(_ kind: TransportKind) async throws {
        let server = try await TestServer.start(serving: [
            "a": try HTTPRecording("GET \(Self.target)\n\n! timedOut nothing came\n")
        ])
        let plivo = try kind.plivo(server) { $0.retries = .never }
        let waiting = Task { try await plivo.calls.get(Self.callUUID) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        await server.stop()
        try await server.untilStopped()
        await server.stop()
        for attempt in [waiting, Task { try await plivo.calls.get(Self.callUUID) }] {
            guard case .failure(PlivoError.transport) = await attempt.result else {
                Issue.record("expected that there is no server any more")
                continue
            }
        }
        #expect(server.requests.count == 1)
    }

    private let limits = TransportLimits(timeout: .seconds(30), maximumResponseBytes: 1 << 20)

    private func request(_ method: String, _ server: TestServer) throws -> HTTPRequest {
        HTTPRequest(
            method: try #require(HTTPRequest.Method(rawValue: method)), scheme: "http",
            authority: "127.0.0.1:\(try #require(server.url.port))", path: "/a")
    }
}
