import CallsignRuntime
import Foundation
import LoopbackServer
import Testing

@Suite("URLSession as a transport", .timeLimit(.minutes(1)))
struct URLSessionTransportTests {
    private func client(_ server: ScriptedServer, _ change: (inout ClientConfiguration) -> Void = { _ in })
        -> SampleClient
    {
        var configuration = ClientConfiguration(baseURL: URL(string: server.url))
        change(&configuration)
        return SampleClient(authID: "MA1", authToken: "secret", configuration: configuration)
    }

    @Test func sendsARequestAndReadsTheAnswer() async throws {
        let server = try ScriptedServer { _ in
            .init(201, #"{"message":"call fired","request_uuid":"u"}"#, headers: [("X-Kind", "a")])
        }
        let (created, response) = try await client(server).withResponse {
            try await $0.calls.create(.init(from: "1", to: ["2"]))
        }
        #expect(created.requestUUID == .text("u"))
        #expect(response.status == 201)
        #expect(response.headers[try #require(HTTPField.Name("X-Kind"))] == "a")
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.path == "/Account/MA1/Call/")
        #expect(request["Authorization"] == "Basic TUExOnNlY3JldA==")
        #expect(request["Content-Type"] == "application/json")
        #expect(request["User-Agent"] == "Sample/1.0.0 Callsign/0.1.0")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"from":"1","to":["2"]}"#)
    }

    @Test func keepsEncodedPathsAsTheyAre() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        _ = try await client(server).calls.get("a/b?c#d%2F ü;")
        #expect(server.requests.first?.path == "/Account/MA1/Call/a%2Fb%3Fc%23d%252F%20%C3%BC%3B/")
    }

    @Test func readsAnAnswerInChunks() async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, #"{"call_uuid":"c1","note":"some more text"}"#)
            answer.chunkSize = 7
            return answer
        }
        #expect(try await client(server).calls.get("c").callUUID == "c1")
    }

    @Test func readsAnAnswerWithoutABody() async throws {
        let server = try ScriptedServer { _ in .init(204) }
        try await client(server).calls.delete("c")
        #expect(server.requests.map(\.method) == ["DELETE"])
    }

    @Test func givesUpWhenTheTimeIsOver() async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, "{}")
            answer.delay = 30
            return answer
        }
        await #expect { try await client(server) { $0.attemptTimeout = .milliseconds(200) }.calls.get("c") } throws: {
            guard case .timeout(let failure)? = $0 as? SampleError else { return false }
            return failure.limit == .milliseconds(200) && failure.context.attempts == 1
        }
        await #expect { try await client(server).calls.get("c", options: .init(timeout: .milliseconds(100))) } throws: {
            guard case .timeout(let failure)? = $0 as? SampleError else { return false }
            return failure.limit == .milliseconds(100)
        }
    }

    @Test(arguments: [ScriptedServer.Answer.Ending.dropped(after: 10), .refused])
    func reportsALostConnection(_ ending: ScriptedServer.Answer.Ending) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, #"{"call_uuid":"c1","note":"some more text"}"#)
            answer.ending = ending
            return answer
        }
        await #expect { try await client(server).calls.get("c") } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.serverMayHaveActed
        }
    }

    @Test func reportsThatNobodyListens() async throws {
        // A port that was free a moment ago: its server is gone.
        let port = try ScriptedServer { _ in .init() }.port
        try await Task.sleep(for: .milliseconds(200))
        let configuration = ClientConfiguration(baseURL: URL(string: "http://127.0.0.1:\(port)"))
        await #expect {
            try await SampleClient(authID: "MA1", authToken: "secret", configuration: configuration).calls.get("c")
        } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.kind == .cannotConnect && !failure.serverMayHaveActed
        }
    }

    @Test func stopsWhenItsTaskIsCancelled() async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, "{}")
            answer.delay = 30
            return answer
        }
        let client = client(server)
        let task = Task { try await client.calls.get("c") }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect { try await task.value } throws: {
            if case .cancelled? = $0 as? SampleError { true } else { false }
        }
    }

    @Test func sendsNothingFromACancelledTask() async throws {
        let server = try ScriptedServer { _ in .init(200, "{}") }
        let client = client(server)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.calls.get("c")
        }
        await #expect(throws: SampleError.self) { try await task.value }
        #expect(server.requests.isEmpty)
    }

    @Test func boundsTheBody() async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, String(repeating: " ", count: 200_000))
            answer.chunkSize = 10_000
            return answer
        }
        await #expect { try await client(server) { $0.maximumResponseBytes = 50_000 }.calls.get("c") } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.kind == .responseTooLarge
        }
    }

    @Test func staysWithinAnOriginWithItsCredentials() async throws {
        let server = try ScriptedServer { request in
            request.path.hasSuffix("/old/")
                ? .init(302, headers: [("Location", "/Account/MA1/Call/new/")]) : .init(200, #"{"call_uuid":"new"}"#)
        }
        #expect(try await client(server).calls.get("old").callUUID == "new")
        #expect(server.requests.map { $0["Authorization"] != nil } == [true, true])
    }

    @Test func leavesCredentialsBehindOnTheWayToAnotherOrigin() async throws {
        let other = try ScriptedServer { _ in .init(200, #"{"call_uuid":"elsewhere"}"#) }
        let address = other.url
        let server = try ScriptedServer { _ in .init(302, headers: [("Location", "\(address)/moved")]) }
        let client = client(server) { $0.headers = ["X-Token": "secret", "Cookie": "a=b"] }
        #expect(try await client.calls.get("c").callUUID == "elsewhere")
        let request = try #require(other.requests.first)
        #expect(request.path == "/moved")
        #expect(request["Authorization"] == nil)
        #expect(request["X-Token"] == nil)
        #expect(request["Cookie"] == nil)
    }

    @Test func sendsNoBodyToAnotherOrigin() async throws {
        let other = try ScriptedServer { _ in .init(200, "{}") }
        let address = other.url
        let server = try ScriptedServer { _ in .init(307, headers: [("Location", address)]) }
        await #expect { try await client(server).calls.create(.init(from: "1", to: [])) } throws: {
            ($0 as? SampleError)?.context.status == 307
        }
        #expect(other.requests.isEmpty)
    }

    @Test func repeatsARequestWhereTheServerSaysSo() async throws {
        let server = try ScriptedServer { request in
            request.path == "/again"
                ? .init(201, #"{"message":"m","request_uuid":"u"}"#) : .init(308, headers: [("Location", "/again")])
        }
        _ = try await client(server).calls.create(.init(from: "1", to: []))
        #expect(server.requests.map(\.method) == ["POST", "POST"])
        #expect(server.requests.first?.body == server.requests.last?.body)
    }

    @Test func followsNoEndlessRedirect() async throws {
        let server = try ScriptedServer { request in .init(302, headers: [("Location", request.path + "x")]) }
        await #expect { try await client(server).calls.get("c") } throws: {
            ($0 as? SampleError)?.context.status == 302
        }
        #expect(server.requests.count == 6)
    }

    @Test func keepsNoCookies() async throws {
        let server = try ScriptedServer { _ in
            .init(200, #"{"call_uuid":"c"}"#, headers: [("Set-Cookie", "a=b; Path=/")])
        }
        let client = client(server)
        _ = try await client.calls.get("c")
        _ = try await client.calls.get("c")
        #expect(server.requests.map { $0["Cookie"] } == [nil, nil])
    }

    @Test func sendsManyRequestsAtOnce() async throws {
        let server = try ScriptedServer { request in .init(200, #"{"call_uuid":"\#(request.path)"}"#) }
        let client = client(server)
        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask { try await client.calls.get("\(number)").callUUID == "/Account/MA1/Call/\(number)/" }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: true, count: 50))
    }

    @Test func refusesToGoUnencrypted() async throws {
        let configuration = ClientConfiguration(baseURL: URL(string: "http://api.example.com"))
        let client = SampleClient(authID: "MA1", authToken: "secret", configuration: configuration)
        await #expect { try await client.calls.get("c") } throws: {
            guard case .invalidRequest(let failure)? = $0 as? SampleError else { return false }
            return failure.reason.contains("isn't encrypted")
        }
    }
}
