import CallsignRuntime
import CallsignTesting
import Foundation
import Testing

@testable import SampleClient

@Suite("Middleware")
struct MiddlewareTests {
    /// Adds its name to a header on the way out and notes the status on the way back.
    private struct Layer: Middleware {
        var name: String
        var seen: Locked<[String]>

        func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse {
            var request = request
            seen.withLock {
                $0.append(
                    "\(name) \(request.operation) \(request.attempt) \(request.head.headerFields[.authorization] ?? "-")"
                )
            }
            request.head.headerFields[.via] = (request.head.headerFields[.via] ?? "") + name
            let response = try await next(request)
            seen.withLock { $0.append("\(name) \(response.head.status.code)") }
            return response
        }
    }

    private struct Failing: Middleware {
        struct Failure: Error {}

        func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse { throw Failure() }
    }

    private struct Rerouting: Middleware {
        var authority: String
        var scheme = "https"

        func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse {
            var request = request
            request.head.authority = authority
            request.head.scheme = scheme
            return try await next(request)
        }
    }

    private func client(_ middleware: [any Middleware], _ transport: ScriptedTransport) -> SampleClient {
        let configuration = ClientConfiguration(
            retries: RetryPolicy(jitter: .none), middleware: middleware, clock: TestClock())
        return SampleClient(authID: "MA1", authToken: "s", configuration: configuration, transport: transport)
    }

    @Test("stands around each attempt, the first outermost, and sees no credentials")
    func order() async throws {
        let seen = Locked<[String]>([])
        let transport = ScriptedTransport { request, _ in
            #expect(request.headerFields[.via] == "ab")
            #expect(request.headerFields[.authorization] == "Basic TUExOnM=")
            return (200, #"{"call_uuid":"c"}"#)
        }
        _ = try await client([Layer(name: "a", seen: seen), Layer(name: "b", seen: seen)], transport).calls.get("c")
        #expect(seen.withLock { $0 } == ["a calls.get 1 -", "b calls.get 1 -", "b 200", "a 200"])
    }

    @Test("what it throws ends the call, without its text")
    func failure() async throws {
        let transport = ScriptedTransport { _, _ in
            Issue.record("nothing is sent")
            return (200, "{}")
        }
        do {
            _ = try await client([Failing()], transport).calls.create(
                .init(from: "1", to: []), options: CallOptions(retries: .never))
            Issue.record("the middleware fails")
        } catch {
            guard case .transport(let failure) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(failure.context.message == "a middleware failed: Failure")
            #expect(!failure.serverMayHaveActed)
        }
    }

    @Test("credentials don't go where it sends a request instead")
    func rerouting() async throws {
        let transport = ScriptedTransport { request, _ in
            #expect(request.authority == "other.example.com")
            #expect(request.headerFields[.authorization] == nil)
            return (200, #"{"call_uuid":"c"}"#)
        }
        _ = try await client([Rerouting(authority: "other.example.com")], transport).calls.get("c")
    }

    @Test("it can't send a request unencrypted")
    func insecure() async throws {
        let transport = ScriptedTransport { _, _ in
            Issue.record("nothing is sent")
            return (200, "{}")
        }
        do {
            _ = try await client([Rerouting(authority: "example.com", scheme: "http")], transport).calls.get("c")
            Issue.record("it isn't encrypted")
        } catch {
            guard case .invalidRequest(let request) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(request.reason.contains("isn't encrypted"))
        }
    }
}
