import CallsignRuntime
import CallsignTesting
import Foundation
import LoopbackServer
import Testing
import TransportKinds

@testable import SampleClient

@Suite("Tokens of an OAuth server", .timeLimit(.minutes(1)))
struct OAuthTests {
    /// An API and its OAuth server in one: counts the tokens that it gives, and lets in the newest alone.
    private final class Authority: Sendable {
        struct State: Sendable {
            var forms: [[String: String]] = []
            var authorizations: [String?] = []
            var isRevoked = false
            var refusals = 0
        }

        let state = Locked(State())
        /// Answers in place of tokens, the first one first; then there are tokens.
        let failures: Locked<[ScriptedServer.Answer]>
        let lifetime: Int?

        init(lifetime: Int? = 3600, failures: [ScriptedServer.Answer] = []) {
            self.lifetime = lifetime
            self.failures = Locked(failures)
        }

        func answer(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
            if request.path.hasSuffix("/discovery") { return .init(200, #"{"token_endpoint":"\#("/token")"}"#) }
            return request.path.hasSuffix("/token") ? token(request) : call(request)
        }

        private func token(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
            let pairs = String(decoding: request.body, as: UTF8.self).split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map {
                    $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
                }
                return (parts[0], parts.dropFirst().joined(separator: "="))
            }
            let number = state.withLock { state in
                state.forms.append(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
                state.authorizations.append(request["Authorization"])
                state.isRevoked = false
                return state.forms.count
            }
            if let failure = failures.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return failure }
            let expiry = lifetime.map { #","expires_in":\#($0)"# } ?? ""
            return .init(
                200, #"{"access_token":"t\#(number)","token_type":"Bearer","refresh_token":"r\#(number)"\#(expiry)}"#)
        }

        private func call(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
            let isLetIn = state.withLock { state in
                let isNewest = request["Authorization"] == "Bearer t\(state.forms.count)"
                if !isNewest || state.isRevoked { state.refusals += 1 }
                return isNewest && !state.isRevoked
            }
            return isLetIn ? .init(200, #"{"call_uuid":"c"}"#) : .init(401, #"{"error":"not let in"}"#)
        }

        var forms: [[String: String]] { state.withLock { $0.forms } }
        var authorizations: [String?] { state.withLock { $0.authorizations } }
        var refusals: Int { state.withLock { $0.refusals } }

        func revoke() { state.withLock { $0.isRevoked = true } }
    }

    private func server(_ authority: Authority) throws -> ScriptedServer {
        try ScriptedServer { authority.answer($0) }
    }

    private func client(
        _ kind: TransportKind, _ server: ScriptedServer, _ authentication: Authentication,
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) throws -> SampleClient {
        try kind.client(server) {
            $0.authentication = ["basicAuth": authentication]
            $0.rateLimiting = .none
            change(&$0)
        }
    }

    private func credentials(_ endpoint: OAuthEndpoint = .token("/token")) -> Authentication {
        .clientCredentials(
            endpoint: endpoint, clientID: "the client", clientSecret: "s3cr:t/", scopes: ["calls.read", "calls.write"],
            parameters: ["audience": "calls"])
    }

    private func callAtOnce(_ client: SampleClient, times: Int) async throws {
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<times { group.addTask { try await client.calls.get("1").callUUID } }
            for try await answer in group { #expect(answer == "c") }
        }
    }

    @Test("a hundred calls at once ask for one token", arguments: TransportKind.allCases)
    func shared(_ kind: TransportKind) async throws {
        let authority = Authority()
        let server = try server(authority)
        let client = try client(kind, server, credentials())
        try await callAtOnce(client, times: 100)
        #expect(
            authority.forms == [
                ["grant_type": "client_credentials", "scope": "calls.read calls.write", "audience": "calls"]
            ])
        let pair = Data("the+client:s3cr%3At%2F".utf8).base64EncodedString()
        #expect(authority.authorizations == ["Basic \(pair)"])
        #expect(authority.refusals == 0)
    }

    @Test("identifier and secret go into the form where the server wants them there")
    func body() async throws {
        let authority = Authority()
        let server = try server(authority)
        let authentication = Authentication.clientCredentials(
            endpoint: .token(server.url + "/oauth/token"), clientID: "me", clientSecret: "a&b",
            clientAuthentication: .body)
        _ = try await client(.urlSession, server, authentication).calls.get("1")
        #expect(
            authority.forms == [["grant_type": "client_credentials", "client_id": "me", "client_secret": "a&b"]])
        #expect(authority.authorizations == [nil])
    }

    @Test("a token is used until shortly before it expires, and then another one")
    func expiry() async throws {
        let authority = Authority(lifetime: 600)
        let server = try server(authority)
        let clock = TestClock()
        let client = try client(.urlSession, server, credentials()) {
            $0.clock = clock
            $0.timeout = .seconds(10_000)
            $0.attemptTimeout = .seconds(10_000)
        }
        for (advance, tokens) in [(0, 1), (539, 1), (1, 2), (539, 2), (1, 3)] {
            clock.advance(by: .seconds(advance))
            _ = try await client.calls.get("1")
            #expect(authority.forms.count == tokens)
        }
        #expect(authority.refusals == 0)
    }

    @Test("a token without a lifetime is used until the API refuses it")
    func endless() async throws {
        let authority = Authority(lifetime: nil)
        let server = try server(authority)
        let clock = TestClock()
        let client = try client(.urlSession, server, credentials()) {
            $0.clock = clock
            $0.timeout = .seconds(1_000_000)
            $0.attemptTimeout = .seconds(1_000_000)
        }
        _ = try await client.calls.get("1")
        clock.advance(by: .seconds(100_000))
        _ = try await client.calls.get("1")
        #expect(authority.forms.count == 1)
    }

    @Test("a revoked token is had anew once, whoever finds out", arguments: TransportKind.allCases)
    func revoked(_ kind: TransportKind) async throws {
        let authority = Authority()
        let server = try server(authority)
        let client = try client(kind, server, credentials())
        _ = try await client.calls.get("1")
        authority.revoke()
        try await callAtOnce(client, times: 50)
        #expect(authority.forms.count == 2)
        #expect((1...50).contains(authority.refusals))
    }

    @Test("an API that refuses a new token, too, is believed")
    func refused() async throws {
        let server = try ScriptedServer { request in
            request.path.hasSuffix("/token")
                ? .init(200, #"{"access_token":"t","expires_in":"3600"}"#) : .init(401, #"{"error":"no"}"#)
        }
        let client = try client(.urlSession, server, credentials())
        await #expect(throws: (any Error).self) { try await client.calls.get("1") }
        #expect(server.requests.map(\.path.isToken) == [true, false, true, false])
    }

    @Test("why a server gives no token is told, without secrets")
    func unknownClient() async throws {
        let failure = ScriptedServer.Answer(
            401, #"{"error":"invalid_client","error_description":"no client has the secret s3cr:t/"}"#)
        let authority = Authority(failures: [failure])
        let server = try server(authority)
        let client = try client(.urlSession, server, credentials())
        do {
            _ = try await client.calls.get("1")
            Issue.record("it was called without a token")
        } catch {
            let text = "\(error.context.message)"
            #expect(text.contains("the OAuth server answered 401, invalid_client: no client has the secret ••••"))
            #expect(!"\(error)".contains("s3cr") && !String(reflecting: error).contains("s3cr"))
        }
        #expect(server.requests.map(\.path.isToken) == [true])
    }

    @Test(
        "an answer without a token is told",
        arguments: [
            ("{}", "no access_token"), ("no JSON", "no access_token"), (#"{"access_token":""}"#, "no access_token"),
            (#"{"access_token":"a","token_type":"mac"}"#, "isn't a bearer token"),
        ])
    func unusable(_ answer: String, _ reason: String) async throws {
        let authority = Authority(failures: [.init(200, answer)])
        let server = try server(authority)
        let client = try client(.urlSession, server, credentials())
        do {
            _ = try await client.calls.get("1")
            Issue.record("it was called without a token")
        } catch {
            #expect(error.context.message.contains(reason))
        }
    }

    @Test("a server in trouble is asked again, as the client's policy has it")
    func trouble() async throws {
        let authority = Authority(failures: [.init(503), .init(500, "down"), .init(429)])
        let server = try server(authority)
        let client = try client(.urlSession, server, credentials()) {
            $0.retries = RetryPolicy(attempts: 4, base: .milliseconds(1))
        }
        #expect(try await client.calls.get("1").callUUID == "c")
        #expect(authority.forms.count == 4)
        #expect(authority.refusals == 0)
    }

    @Test("a server that is down for long is an error of the transport, which says where it is")
    func outage() async throws {
        let authority = Authority(failures: Array(repeating: .init(503), count: 9))
        let server = try server(authority)
        let client = try client(.urlSession, server, credentials()) { $0.retries = RetryPolicy(attempts: 1) }
        do {
            _ = try await client.calls.get("1")
            Issue.record("it was called without a token")
        } catch {
            #expect(error.context.message == "the OAuth server at \(server.url) answered 503")
        }
        #expect(server.requests.map(\.path.isToken) == [true])
    }

    @Test(
        "a new refresh token takes the place of the one before, and the app is told", arguments: TransportKind.allCases)
    func refresh(_ kind: TransportKind) async throws {
        let authority = Authority()
        let server = try server(authority)
        let told = Locked<[OAuthTokens]>([])
        let authentication = Authentication.refreshToken(
            "r0", endpoint: .token("/token"), clientID: "app",
            onTokens: { tokens in told.withLock { $0.append(tokens) } })
        let client = try client(kind, server, authentication)
        _ = try await client.calls.get("1")
        authority.revoke()
        _ = try await client.calls.get("1")
        #expect(
            authority.forms == [
                ["grant_type": "refresh_token", "refresh_token": "r0", "client_id": "app"],
                ["grant_type": "refresh_token", "refresh_token": "r1", "client_id": "app"],
            ])
        let tokens = told.withLock { $0 }
        #expect(tokens.map(\.accessToken) == ["t1", "t2"])
        #expect(tokens.map(\.refreshToken) == ["r1", "r2"])
        #expect(tokens.map(\.lifetime) == [.seconds(3600), .seconds(3600)])
    }

    @Test("what a server says of itself names where tokens are")
    func discovery() async throws {
        let authority = Authority()
        let server = try server(authority)
        let client = try client(.urlSession, server, credentials(.metadata("/discovery")))
        #expect(try await client.calls.get("1").callUUID == "c")
        #expect(server.requests.map(\.method) == ["GET", "POST", "GET"])
    }

    @Test("a call that is cancelled while it waits for a token ends, and leaves the others their token")
    func cancelled() async throws {
        let isOpen = Locked(false)
        let server = try ScriptedServer { request in
            if request.path.hasSuffix("/token") {
                while !isOpen.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.002) }
                return .init(200, #"{"access_token":"t"}"#)
            }
            return .init(200, #"{"call_uuid":"c"}"#)
        }
        let client = try client(.urlSession, server, credentials())
        let cancelled = Task { try await client.calls.get("1").callUUID }
        let waiting = Task { try await client.calls.get("2").callUUID }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        cancelled.cancel()
        await #expect(throws: (any Error).self) { try await cancelled.value }
        #expect(server.requests.count == 1)
        isOpen.withLock { $0 = true }
        #expect(try await waiting.value == "c")
        #expect(server.requests.map(\.path.isToken) == [true, false])
    }

    @Test("an OAuth server is spoken to in secret only")
    func unencrypted() async throws {
        let authority = Authority()
        let server = try server(authority)
        let client = try client(.urlSession, server, credentials(.token("http://oauth.example.com/token")))
        do {
            _ = try await client.calls.get("1")
            Issue.record("it was called without a token")
        } catch {
            #expect(error.context.message.contains("the way to http://oauth.example.com:80 isn't encrypted"))
        }
        #expect(server.requests.isEmpty)
    }

    @Test func printingShowsNoSecret() {
        var configuration = ClientConfiguration()
        configuration.authentication = ["a": credentials()]
        let tokens = OAuthTokens(accessToken: "s3cr", refreshToken: "s3cr")
        var dumped = ""
        dump(configuration, to: &dumped)
        dump(tokens, to: &dumped)
        dumped += "\(credentials()) \(tokens) \(String(reflecting: tokens))"
        #expect(!dumped.contains("s3cr"))
    }
}

extension String {
    fileprivate var isToken: Bool { hasSuffix("/token") }
}
