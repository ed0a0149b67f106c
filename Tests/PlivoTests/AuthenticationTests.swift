import CallsignRuntime
import Foundation
import HTTPTypes
import Plivo
import Testing

@Suite("Credentials")
struct AuthenticationTests {
    /// Keeps the requests, and answers each with the same.
    private final class Wire: Transport {
        private let sent = Locked<[HTTPRequest]>([])
        private let answer: @Sendable (HTTPRequest) -> (HTTPResponse, Data)

        var requests: [HTTPRequest] { sent.withLock { $0 } }

        init(_ answer: @escaping @Sendable (HTTPRequest) -> (HTTPResponse, Data)) {
            self.answer = answer
        }

        convenience init(_ status: Int = 404) {
            self.init { _ in (HTTPResponse(status: .init(code: status)), Data(#"{"error":"not found"}"#.utf8)) }
        }

        func send(
            _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
        ) async throws(TransportError) -> (HTTPResponse, Data) {
            sent.withLock { $0.append(request) }
            return answer(request)
        }
    }

    private func basic(_ user: String, _ password: String) -> String {
        "Basic \(Data("\(user):\(password)".utf8).base64EncodedString())"
    }

    @Test("go with each request to each of the API's hosts")
    func hosts() async {
        let wire = Wire()
        let plivo = PlivoClient(authID: "MA1", authToken: "secret", transport: wire)
        _ = try? await plivo.account.get()
        _ = try? await plivo.lookup.get("+14155550142")
        _ = try? await plivo.phlos.get("p")
        _ = try? await plivo.callFeedback.create("c", .init(rating: 5))
        #expect(
            wire.requests.map(\.authority) == [
                "api.plivo.com", "lookup.plivo.com", "phlorunner.plivo.com", "stats.plivo.com",
            ])
        #expect(wire.requests.map(\.scheme) == Array(repeating: "https", count: 4))
        for request in wire.requests { #expect(request.headerFields[.authorization] == basic("MA1", "secret")) }
    }

    @Test("don't go where one of its hosts redirects to, not even to another of them")
    func redirects() async {
        let wire = Wire { request in
            guard request.authority == "lookup.plivo.com" else { return (HTTPResponse(status: .notFound), Data()) }
            return (
                HTTPResponse(status: .found, headerFields: [.location: "https://api.plivo.com/v1/Number/1"]), Data()
            )
        }
        let plivo = PlivoClient(authID: "MA1", authToken: "secret", transport: wire)
        _ = try? await plivo.lookup.get("+14155550142")
        #expect(wire.requests.map(\.authority) == ["lookup.plivo.com", "api.plivo.com"])
        #expect(wire.requests.map { $0.headerFields[.authorization] } == [basic("MA1", "secret"), nil])
    }

    @Test("don't go after the address of a next page on another host")
    func pages() async {
        let wire = Wire(200)
        let plivo = PlivoClient(authID: "MA1", authToken: "secret", transport: wire)
        var call = OperationCall("calls.list", .get, "/Account/{auth_id}/Call/")
        call.follow("https://api.plivo.com.example.com/v1/Account/MA1/Call/?offset=20")
        await #expect {
            try await plivo.core.noContent(call, CallOptions(), throwing: PlivoError.self)
        } throws: { error in
            guard case .invalidRequest(let failure)? = error as? PlivoError else { return false }
            return failure.reason.contains("another origin")
        }
        #expect(wire.requests.isEmpty)
    }

    @Test("are asked for before each request where they change")
    func rotation() async {
        let tokens = Locked(0)
        let wire = Wire()
        let plivo = PlivoClient(
            authID: "MA1",
            authToken: {
                tokens.withLock { count in
                    count += 1
                    return "token\(count)"
                }
            }, transport: wire)
        for _ in 0..<2 { _ = try? await plivo.account.get() }
        #expect(
            wire.requests.map { $0.headerFields[.authorization] } == [basic("MA1", "token1"), basic("MA1", "token2")])
    }

    @Test("that can't be had leave the request unsent, and their failure's text unsaid")
    func failingProvider() async {
        struct VaultSealed: Error { var secret = "hunter2" }
        let wire = Wire()
        let plivo = PlivoClient(authID: "MA1", authToken: { throw VaultSealed() }, transport: wire)
        let error = await plivoError { try await plivo.account.get() }
        guard case .invalidRequest(let failure) = error else { return unexpected(error) }
        #expect(failure.reason.contains("VaultSealed"))
        #expect(!"\(failure) \(failure.context)".contains("hunter2"))
        #expect(wire.requests.isEmpty)
    }

    @Test("of a subaccount act for it, and the main account's act for it too")
    func acting() async {
        let wire = Wire()
        let plivo = PlivoClient(authID: "MA1", authToken: "secret", transport: wire)
        _ = try? await plivo.acting(authID: "SA1", authToken: "own").account.get()
        _ = try? await plivo.acting(authID: "SA1").account.get()
        _ = try? await plivo.account.get()
        #expect(wire.requests.map(\.path) == ["/v1/Account/SA1/", "/v1/Account/SA1/", "/v1/Account/MA1/"])
        #expect(
            wire.requests.map { $0.headerFields[.authorization] } == [
                basic("SA1", "own"), basic("MA1", "secret"), basic("MA1", "secret"),
            ])
    }

    @Test("come out of the environment")
    func environment() async throws {
        let wire = Wire()
        let plivo = try PlivoClient.fromEnvironment(
            ["PLIVO_AUTH_ID": "MA7", "PLIVO_AUTH_TOKEN": "of the environment"], transport: wire)
        _ = try? await plivo.account.get()
        #expect(wire.requests.first?.path == "/v1/Account/MA7/")
        #expect(wire.requests.first?.headerFields[.authorization] == basic("MA7", "of the environment"))
    }

    @Test(
        "are named where the environment lacks them",
        arguments: [
            ([:], ["PLIVO_AUTH_ID", "PLIVO_AUTH_TOKEN"]), (["PLIVO_AUTH_ID": "MA1"], ["PLIVO_AUTH_TOKEN"]),
            (["PLIVO_AUTH_ID": "", "PLIVO_AUTH_TOKEN": "t"], ["PLIVO_AUTH_ID"]),
        ] as [([String: String], [String])])
    func missing(_ environment: [String: String], _ names: [String]) {
        #expect {
            _ = try PlivoClient.fromEnvironment(environment)
        } throws: { error in
            (error as? ConfigurationError) == .missingEnvironment(names)
                && names.allSatisfy { error.localizedDescription.contains($0) }
        }
    }

    @Test("are never printed")
    func printing() {
        let plivo = PlivoClient(authID: "MA1", authToken: "secret")
        var text = "\(plivo) \(String(reflecting: plivo)) \(plivo.calls)"
        dump(plivo, to: &text)
        #expect(!text.contains("secret"))
    }
}
