import CallsignRuntime
import Foundation
import LoopbackServer
import Testing
import TransportKinds

@testable import SampleClient

@Suite("Both transports", .timeLimit(.minutes(1)))
struct TransportTests {
    @Test(arguments: TransportKind.allCases)
    func sendsARequestAndReadsTheAnswer(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            .init(201, #"{"message":"call fired","request_uuid":"u"}"#, headers: [("X-Kind", "a")])
        }
        let (created, response) = try await kind.client(server).withResponse {
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

    @Test(arguments: TransportKind.allCases)
    func keepsEncodedPathsAsTheyAre(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        _ = try await kind.client(server).calls.get("a/b?c#d%2F ü;")
        #expect(server.requests.first?.path == "/Account/MA1/Call/a%2Fb%3Fc%23d%252F%20%C3%BC%3B/")
    }

    @Test(arguments: TransportKind.allCases)
    func readsAnAnswerInChunks(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, #"{"call_uuid":"c1","note":"some more text"}"#)
            answer.chunkSize = 7
            return answer
        }
        #expect(try await kind.client(server).calls.get("c").callUUID == "c1")
    }

    @Test(arguments: TransportKind.allCases)
    func readsAnAnswerWithoutABody(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(204) }
        try await kind.client(server).calls.delete("c")
        #expect(server.requests.map(\.method) == ["DELETE"])
    }

    @Test(arguments: TransportKind.allCases)
    func givesUpWhenTheTimeIsOver(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, "{}")
            answer.delay = 30
            return answer
        }
        await #expect {
            try await kind.client(server) {
                $0.attemptTimeout = .milliseconds(200)
                $0.retries = .never
            }.calls.get("c")
        } throws: {
            guard case .timeout(let failure)? = $0 as? SampleError else { return false }
            return failure.limit == .milliseconds(200) && failure.context.attempts == 1
        }
        await #expect {
            try await kind.client(server).calls.get("c", options: .init(timeout: .milliseconds(100)))
        } throws: {
            guard case .timeout(let failure)? = $0 as? SampleError else { return false }
            return failure.limit == .milliseconds(100)
        }
    }

    @Test(arguments: TransportKind.allCases, [ScriptedServer.Answer.Ending.dropped(after: 10), .refused])
    func reportsALostConnection(_ kind: TransportKind, _ ending: ScriptedServer.Answer.Ending) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, #"{"call_uuid":"c1","note":"some more text"}"#)
            answer.ending = ending
            return answer
        }
        await #expect { try await kind.client(server).calls.get("c") } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.serverMayHaveActed
        }
    }

    @Test(arguments: TransportKind.allCases)
    func reportsThatNobodyListens(_ kind: TransportKind) async throws {
        // A port that was free a moment ago: its server is gone.
        let port = try ScriptedServer { _ in .init() }.port
        try await Task.sleep(for: .milliseconds(200))
        let configuration = ClientConfiguration(
            baseURL: URL(string: "http://127.0.0.1:\(port)"), retries: RetryPolicy(attempts: 2, base: .milliseconds(1)))
        let client = SampleClient(
            authID: "MA1", authToken: "secret", configuration: configuration, transport: try kind.transport())
        await #expect {
            try await client.calls.get("c")
        } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.kind == .cannotConnect && !failure.serverMayHaveActed
        }
    }

    @Test(arguments: TransportKind.allCases)
    func stopsWhenItsTaskIsCancelled(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, "{}")
            answer.delay = 30
            return answer
        }
        let client = try kind.client(server)
        let task = Task { try await client.calls.get("c") }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect { try await task.value } throws: {
            if case .cancelled? = $0 as? SampleError { true } else { false }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func sendsNothingFromACancelledTask(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(200, "{}") }
        let client = try kind.client(server)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.calls.get("c")
        }
        await #expect(throws: SampleError.self) { try await task.value }
        #expect(server.requests.isEmpty)
    }

    @Test(arguments: TransportKind.allCases)
    func boundsTheBody(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, String(repeating: " ", count: 200_000))
            answer.chunkSize = 10_000
            return answer
        }
        await #expect { try await kind.client(server) { $0.maximumResponseBytes = 50_000 }.calls.get("c") } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.kind == .responseTooLarge
        }
    }

    @Test(arguments: TransportKind.allCases)
    func staysWithinAnOriginWithItsCredentials(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in
            request.path.hasSuffix("/old/")
                ? .init(302, headers: [("Location", "/Account/MA1/Call/new/")]) : .init(200, #"{"call_uuid":"new"}"#)
        }
        #expect(try await kind.client(server).calls.get("old").callUUID == "new")
        #expect(server.requests.map { $0["Authorization"] != nil } == [true, true])
    }

    @Test(arguments: TransportKind.allCases)
    func leavesCredentialsBehindOnTheWayToAnotherOrigin(_ kind: TransportKind) async throws {
        let other = try ScriptedServer { _ in .init(200, #"{"call_uuid":"elsewhere"}"#) }
        let address = other.url
        let server = try ScriptedServer { _ in .init(302, headers: [("Location", "\(address)/moved")]) }
        let client = try kind.client(server) { $0.headers = ["X-Token": "secret", "Cookie": "a=b"] }
        #expect(try await client.calls.get("c").callUUID == "elsewhere")
        let request = try #require(other.requests.first)
        #expect(request.path == "/moved")
        #expect(request["Authorization"] == nil)
        #expect(request["X-Token"] == nil)
        #expect(request["Cookie"] == nil)
    }

    @Test(arguments: TransportKind.allCases)
    func sendsNoBodyToAnotherOrigin(_ kind: TransportKind) async throws {
        let other = try ScriptedServer { _ in .init(200, "{}") }
        let address = other.url
        let server = try ScriptedServer { _ in .init(307, headers: [("Location", address)]) }
        await #expect { try await kind.client(server).calls.create(.init(from: "1", to: [])) } throws: {
            ($0 as? SampleError)?.context.status == 307
        }
        #expect(other.requests.isEmpty)
    }

    @Test(arguments: TransportKind.allCases)
    func repeatsARequestWhereTheServerSaysSo(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in
            request.path == "/again"
                ? .init(201, #"{"message":"m","request_uuid":"u"}"#) : .init(308, headers: [("Location", "/again")])
        }
        _ = try await kind.client(server).calls.create(.init(from: "1", to: []))
        #expect(server.requests.map(\.method) == ["POST", "POST"])
        #expect(server.requests.first?.body == server.requests.last?.body)
    }

    @Test(arguments: TransportKind.allCases)
    func followsNoEndlessRedirect(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in .init(302, headers: [("Location", request.path + "x")]) }
        await #expect { try await kind.client(server).calls.get("c") } throws: {
            ($0 as? SampleError)?.context.status == 302
        }
        #expect(server.requests.count == 6)
    }

    @Test(arguments: TransportKind.allCases)
    func keepsNoCookies(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            .init(200, #"{"call_uuid":"c"}"#, headers: [("Set-Cookie", "a=b; Path=/")])
        }
        let client = try kind.client(server)
        _ = try await client.calls.get("c")
        _ = try await client.calls.get("c")
        #expect(server.requests.map { $0["Cookie"] } == [nil, nil])
    }

    @Test(arguments: TransportKind.allCases)
    func sendsManyRequestsAtOnce(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in .init(200, #"{"call_uuid":"\#(request.path)"}"#) }
        let client = try kind.client(server)
        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask { try await client.calls.get("\(number)").callUUID == "/Account/MA1/Call/\(number)/" }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: true, count: 50))
    }

    @Test(arguments: TransportKind.allCases)
    func refusesToGoUnencrypted(_ kind: TransportKind) async throws {
        let configuration = ClientConfiguration(baseURL: URL(string: "http://api.example.com"))
        let client = SampleClient(
            authID: "MA1", authToken: "secret", configuration: configuration, transport: try kind.transport())
        await #expect { try await client.calls.get("c") } throws: {
            guard case .invalidRequest(let failure)? = $0 as? SampleError else { return false }
            return failure.reason.contains("isn't encrypted")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func waitsNotForAnAnswerThatTrickles(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, #"{"call_uuid":"c"}"#)
            answer.chunkSize = 1
            answer.pace = 1
            return answer
        }
        await #expect {
            try await kind.client(server).calls.get("c", options: CallOptions(timeout: .milliseconds(300)))
        } throws: {
            if case .timeout? = $0 as? SampleError { true } else { false }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func takesNoTenMegabytesWhereTwoKilobytesAreExpected(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(200, String(repeating: " ", count: 10_000_000)) }
        await #expect { try await kind.client(server) { $0.maximumResponseBytes = 2048 }.calls.get("c") } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.kind == .responseTooLarge && failure.context.attempts == 1
        }
    }

    @Test(arguments: TransportKind.allCases)
    func reportsWhatIsNoHTTP(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer()
            answer.ending = .garbled("HELLO 200 WORLD\r\n\r\n")
            return answer
        }
        await #expect { try await kind.client(server).calls.create(.init(from: "1", to: [])) } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.serverMayHaveActed && failure.context.attempts == 1
        }
        #expect(server.requests.count == 1)
    }

    @Test(arguments: TransportKind.allCases)
    func uploadsAFileFromTheDisk(_ kind: TransportKind) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        let content = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        try content.write(to: file)
        let server = try ScriptedServer { _ in .init(204) }
        var call = OperationCall("documents.create", .post, "/Document/")
        call.multipart(Upload(alias: "proof", file: MultipartFile(contentsOf: file)))
        try await kind.client(server).core.noContent(call, CallOptions(), throwing: SampleError.self)
        let request = try #require(server.requests.first)
        #expect(request["Content-Length"] == "\(request.body.count)")
        #expect(request["Content-Type"] == "multipart/form-data; boundary=callsign-part-0")
        let head =
            "--callsign-part-0\r\nContent-Disposition: form-data; name=\"alias\"\r\n\r\nproof\r\n--callsign-part-0\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"\(file.lastPathComponent)\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n"
        let expected = Data(head.utf8) + content + Data("\r\n--callsign-part-0--\r\n".utf8)
        #expect(request.body == expected)
    }

    @Test(arguments: TransportKind.allCases)
    func sendsAllCookiesInOneField(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(204) }
        var call = OperationCall("cookies.send", .get, "/")
        call.cookie("a", "1")
        call.cookie("b", ["2", "3"])
        try await kind.client(server).core.noContent(call, CallOptions(), throwing: SampleError.self)
        let fields = try #require(server.requests.first).headers.filter { $0.name.lowercased() == "cookie" }
        #expect(fields.map(\.value) == ["a=1; b=2; b=3"])
    }

    private struct Upload: MultipartEncodable {
        var alias: String
        var file: MultipartFile

        func encode(to form: inout MultipartForm) {
            form.field("alias", alias)
            form.file("file", file)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func namesAFileThatIsNotThere(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(204) }
        var call = OperationCall("documents.create", .post, "/Document/")
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("missing.pdf")
        call.multipart(Upload(alias: "proof", file: MultipartFile(contentsOf: file)))
        await #expect {
            try await kind.client(server).core.noContent(call, CallOptions(), throwing: SampleError.self)
        } throws: {
            guard case .invalidRequest(let failure)? = $0 as? SampleError else { return false }
            return failure.reason == "part \"file\" of the body: the file missing.pdf can't be read"
        }
        #expect(server.requests.isEmpty)
    }
}
