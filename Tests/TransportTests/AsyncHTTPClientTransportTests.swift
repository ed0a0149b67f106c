import AsyncHTTPClient
import CallsignAsyncHTTPClient
import CallsignRuntime
import Foundation
import LoopbackServer
import Testing

@testable import SampleClient

@Suite("AsyncHTTPClient as a transport", .timeLimit(.minutes(1)))
struct AsyncHTTPClientTransportTests {
    private typealias Options = AsyncHTTPClientTransport.Options

    private func call(_ url: String, _ options: Options) async throws -> String {
        try await AsyncHTTPClientTransport.withTransport(options) { transport in
            let configuration = ClientConfiguration(baseURL: URL(string: url), retries: .never)
            let client = SampleClient(
                authID: "MA1", authToken: "secret", configuration: configuration, transport: transport)
            return try await client.calls.get("c").callUUID
        }
    }

    private func failure(_ url: String, _ options: Options) async throws -> TransportFailure? {
        do {
            _ = try await call(url, options)
            return nil
        } catch let error as SampleError {
            guard case .transport(let failure) = error else { throw error }
            return failure
        }
    }

    // MARK: Proxies

    @Test func goesThroughAProxyThatDemandsAPassword() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        let proxy = try LoopbackProxy(.http(credentials: "Basic dXNlcjpwYXNz"))
        let options = Options(proxy: try Proxy(url: "http://user:pass@127.0.0.1:\(proxy.port)"))
        #expect(try await call(server.url, options) == "c")
        #expect(proxy.requests == ["CONNECT 127.0.0.1:\(server.port)"])
        #expect(server.requests.first?["Proxy-Authorization"] == nil)
        #expect(server.requests.first?["Authorization"] == "Basic TUExOnNlY3JldA==")
    }

    @Test(arguments: ["", "user:wrong@"])
    func isRefusedByAProxyWithoutTheRightPassword(_ credentials: String) async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        let proxy = try LoopbackProxy(.http(credentials: "Basic dXNlcjpwYXNz"))
        let options = Options(proxy: try Proxy(url: "http://\(credentials)127.0.0.1:\(proxy.port)"))
        let failure = try #require(try await failure(server.url, options))
        #expect(failure.kind == .cannotConnect)
        #expect(failure.context.message.contains("the proxy"))
        #expect(!failure.serverMayHaveActed)
        #expect(server.requests.isEmpty)
    }

    @Test func tunnelsWhatIsEncryptedThroughAProxy() async throws {
        let proxy = try LoopbackProxy(.http(credentials: "Basic dXNlcjpwYXNz"))
        try await SecureServer.run { server in
            let right = Options(
                proxy: try Proxy(url: "http://user:pass@127.0.0.1:\(proxy.port)"), trustRoots: .file(SecureServer.root))
            #expect(try await call("https://localhost:\(server.port)", right) == "over tls")
            #expect(proxy.requests == ["CONNECT localhost:\(server.port)"])
            let wrong = Options(
                proxy: try Proxy(url: "http://user:wrong@127.0.0.1:\(proxy.port)"),
                trustRoots: .file(SecureServer.root))
            let failure = try #require(try await failure("https://localhost:\(server.port)", wrong))
            #expect(failure.kind == .cannotConnect)
            #expect(!failure.serverMayHaveActed)
            #expect(failure.context.message.contains("proxy"))
        }
    }

    @Test func goesThroughSOCKS() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        let proxy = try LoopbackProxy(.socks5)
        let options = Options(proxy: Proxy(.socks5, host: "127.0.0.1", port: Int(proxy.port)))
        #expect(try await call(server.url, options) == "c")
        #expect(proxy.requests == ["SOCKS \(server.port)"])
    }

    @Test func sendsNothingDirectlyWhereTheProxyIsGone() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        let port = try ScriptedServer { _ in .init() }.port
        try await Task.sleep(for: .milliseconds(200))
        let failure = try #require(
            try await failure(server.url, Options(proxy: Proxy(host: "127.0.0.1", port: Int(port)))))
        #expect(failure.kind == .cannotConnect)
        #expect(server.requests.isEmpty)
    }

    @Test func refusesAProxyThatItCannotLogInTo() {
        let proxy = Proxy(.socks5, host: "127.0.0.1", port: 1080, username: "user", password: "pass")
        #expect {
            _ = try AsyncHTTPClientTransport(Options(proxy: proxy))
        } throws: {
            if case .unsupported? = $0 as? ConfigurationError { true } else { false }
        }
    }

    // MARK: Trust

    @Test func trustsRootsOfOnesOwn() async throws {
        try await SecureServer.run { server in
            let pem = try String(contentsOfFile: SecureServer.root, encoding: .utf8)
            let url = "https://localhost:\(server.port)"
            for roots in [Options.TrustRoots.file(SecureServer.root), .pem(pem)] {
                #expect(try await call(url, Options(trustRoots: roots)) == "over tls")
            }
            let failure = try #require(try await failure(url, Options()))
            #expect(failure.kind == .secureConnectionFailed)
            #expect(!failure.serverMayHaveActed)
        }
    }

    @Test(arguments: [Options.TrustRoots.file("/no/such/file.pem"), .pem("no certificate"), .pem("")])
    private func refusesRootsThatAreNone(_ roots: Options.TrustRoots) {
        #expect {
            _ = try AsyncHTTPClientTransport(Options(trustRoots: roots))
        } throws: {
            if case .invalidCertificates? = $0 as? ConfigurationError { true } else { false }
        }
    }

    // MARK: Life

    @Test func saysThatItHasBeenShutDown() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        let transport = try AsyncHTTPClientTransport()
        let client = SampleClient(
            authID: "MA1", authToken: "s", configuration: .init(baseURL: URL(string: server.url)), transport: transport)
        #expect(try await client.calls.get("c").callUUID == "c")
        try await transport.shutdown()
        try await transport.shutdown()
        await #expect { try await client.calls.get("c") } throws: {
            guard case .transport(let failure)? = $0 as? SampleError else { return false }
            return failure.kind == .unsupported && failure.context.attempts == 1
        }
    }

    @Test func sharesAClientAndLeavesItOpen() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"call_uuid":"c"}"#) }
        for _ in 0..<2 {
            let transport = AsyncHTTPClientTransport(sharing: .shared)
            let client = SampleClient(
                authID: "MA1", authToken: "s", configuration: .init(baseURL: URL(string: server.url)),
                transport: transport)
            #expect(try await client.calls.get("c").callUUID == "c")
            try await transport.shutdown()
        }
    }
}

@Suite("Proxies")
struct ProxyTests {
    @Test(arguments: [
        ("http://proxy.example.com:3128", "http://proxy.example.com:3128"),
        ("http://proxy.example.com", "http://proxy.example.com:8080"),
        ("http://us%40er:pa%3Ass@proxy.example.com:1", "http://us@er@proxy.example.com:1"),
        ("socks5://localhost", "socks5://localhost:1080"),
    ])
    func readsURLsAndPrintsNoPassword(_ url: String, _ description: String) throws {
        let proxy = try Proxy(url: url)
        #expect("\(proxy)" == description)
        if url.contains("pa%3A") {
            #expect(proxy.password == "pa:ss")
            var dumped = ""
            dump(proxy, to: &dumped)
            #expect(!dumped.contains("pa:ss"))
        }
    }

    @Test(arguments: ["", "proxy.example.com:3128", "ftp://proxy.example.com", "http://"])
    func refusesWhatIsNone(_ url: String) {
        #expect {
            _ = try Proxy(url: url)
        } throws: {
            if case .invalidProxy? = $0 as? ConfigurationError { true } else { false }
        }
    }

    #if canImport(FoundationNetworking)
        @Test func urlSessionRefusesOneWhereItWouldGoDirectly() {
            #expect {
                _ = try URLSessionTransport(proxy: Proxy(host: "127.0.0.1", port: 1))
            } throws: {
                if case .unsupported? = $0 as? ConfigurationError { true } else { false }
            }
        }
    #endif
}
