import CallsignRuntime
import CallsignTesting
import Foundation
import Testing

@testable import SampleClient

@Suite("Retries")
struct RetryTests {
    /// Answers from a list, the last one for ever, and counts.
    final class Script: Sendable {
        enum Step: Sendable {
            case status(Int, HTTPFields = [:])
            case failure(TransportError)
        }

        private let steps: [Step]
        private let state = Locked<[HTTPRequest]>([])

        init(_ steps: [Step]) { self.steps = steps }

        var requests: [HTTPRequest] { state.withLock { $0 } }

        var transport: ScriptedTransport {
            var transport = ScriptedTransport { _, _ in (200, "") }
            transport.answer = { request, _ throws(TransportError) in
                let index = self.state.withLock { requests in
                    requests.append(request)
                    return requests.count - 1
                }
                switch self.steps[min(index, self.steps.count - 1)] {
                case .status(let status, let headers):
                    return (status, headers, Data(#"{"call_uuid":"c","message":"m","request_uuid":"u"}"#.utf8))
                case .failure(let error): throw error
                }
            }
            return transport
        }
    }

    private static let unsent = TransportError(.cannotConnect, "refused", serverMayHaveActed: false)
    private static let lost = TransportError(.connectionLost, "lost", serverMayHaveActed: true)

    private let clock = TestClock(leaps: true)

    private func client(
        _ script: Script, _ policy: RetryPolicy = RetryPolicy(jitter: .none),
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) -> SampleClient {
        var configuration = ClientConfiguration(retries: policy, clock: clock)
        change(&configuration)
        return SampleClient(authID: "MA1", authToken: "s", configuration: configuration, transport: script.transport)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var step: Script.Step
        /// How often it is sent where every attempt ends alike.
        var get: Int
        var post: Int

        var testDescription: String { what }
    }

    static let cases = [
        Case(what: "refused connections", step: .failure(unsent), get: 3, post: 3),
        Case(what: "lost connections", step: .failure(lost), get: 3, post: 1),
        Case(what: "too many requests", step: .status(429), get: 3, post: 3),
        Case(what: "too early", step: .status(425), get: 3, post: 3),
        Case(what: "server errors", step: .status(500), get: 3, post: 1),
        Case(what: "bad gateways", step: .status(502), get: 3, post: 1),
        Case(what: "unavailable services", step: .status(503), get: 3, post: 1),
        Case(what: "bad requests", step: .status(400), get: 1, post: 1),
        Case(what: "missing resources", step: .status(404), get: 1, post: 1),
        Case(what: "redirections nowhere", step: .status(304), get: 1, post: 1),
        Case(
            what: "untrusted servers",
            step: .failure(TransportError(.secureConnectionFailed, "untrusted", serverMayHaveActed: false)), get: 1,
            post: 1),
        Case(
            what: "bodies that are too large",
            step: .failure(TransportError(.responseTooLarge, "large", serverMayHaveActed: true)), get: 1, post: 1),
    ]

    @Test("sends again only what can't have been done", arguments: cases)
    func again(_ example: Case) async {
        let get = Script([example.step])
        await #expect(throws: SampleError.self) { try await client(get).calls.get("c") }
        #expect(get.requests.count == example.get)
        let post = Script([example.step])
        await #expect(throws: SampleError.self) { try await client(post).calls.create(.init(from: "1", to: ["2"])) }
        #expect(post.requests.count == example.post)
    }

    @Test("waits twice as long each time, up to a cap")
    func backOff() async {
        let script = Script([.status(500)])
        let policy = RetryPolicy(attempts: 6, base: .seconds(1), cap: .seconds(5), jitter: .none)
        await #expect(throws: SampleError.self) { try await client(script, policy).calls.get("c") }
        #expect(clock.slept == [.seconds(1), .seconds(2), .seconds(4), .seconds(5), .seconds(5)])
    }

    @Test("waits any time up to that with jitter")
    func jitter() async {
        let script = Script([.status(500)])
        let policy = RetryPolicy(attempts: 40, base: .seconds(1), cap: .seconds(1))
        await #expect(throws: SampleError.self) { try await client(script, policy).calls.get("c") }
        #expect(clock.slept.count == 39)
        #expect(clock.slept.allSatisfy { $0 >= .zero && $0 <= .seconds(1) })
        #expect(Set(clock.slept).count > 30)
    }

    @Test("waits as long as the server asks, in seconds or until a date")
    func retryAfter() async throws {
        let date = ISO8601DateFormatter().date(from: "2024-03-09T06:00:00Z") ?? .distantPast
        for (value, expected) in [
            ("7", Duration.seconds(7)), ("Sat, 09 Mar 2024 06:00:09 GMT", .seconds(9)),
            ("Sat, 09 Mar 2024 05:00:00 GMT", .zero),
        ] {
            let clock = TestClock(date: date, leaps: true)
            let script = Script([.status(429, [.retryAfter: value]), .status(200)])
            let client = client(script) { $0.clock = clock }
            #expect(try await client.calls.get("c").callUUID == "c")
            #expect(clock.slept.first == expected)
            #expect(clock.now == expected)
        }
    }

    @Test("doesn't wait longer than the call, or the policy's total, may take")
    func bounds() async {
        let long = Script([.status(429, [.retryAfter: "61"])])
        await #expect(throws: SampleError.self) { try await client(long).calls.get("c") }
        #expect(long.requests.count == 1)
        let total = Script([.status(500)])
        let policy = RetryPolicy(attempts: 9, base: .seconds(2), cap: .seconds(2), total: .seconds(5), jitter: .none)
        await #expect(throws: SampleError.self) { try await client(total, policy).calls.get("c") }
        #expect(total.requests.count == 3)
    }

    @Test("a call can have a policy of its own")
    func ofTheCall() async {
        let script = Script([.status(500)])
        let options = CallOptions(retries: .never)
        await #expect(throws: SampleError.self) { try await client(script).calls.get("c", options: options) }
        #expect(script.requests.count == 1)
    }

    @Test("the error gives an account of the attempts, and the observer sees each")
    func account() async throws {
        let script = Script([.failure(RetryTests.lost), .status(503), .status(404)])
        let seen = Locked<[Attempt]>([])
        let client = client(script) { $0.onAttempt = { attempt in seen.withLock { $0.append(attempt) } } }
        do {
            _ = try await client.calls.get("c")
            Issue.record("the call fails")
        } catch {
            #expect(error.context.attempts == 3)
            let earlier = error.context.earlierAttempts
            #expect(earlier.map(\.number) == [1, 2])
            #expect(earlier.map(\.outcome) == [.failure(RetryTests.lost), .response(status: 503)])
            #expect(earlier.map(\.delay) == [.milliseconds(500), .seconds(1)])
            #expect(error.description.hasSuffix("(after 3 attempts)"))
            let attempts = seen.withLock { $0 }
            #expect(attempts.prefix(2) == earlier[...])
            #expect(attempts.last?.outcome == .response(status: 404))
            #expect(attempts.last?.delay == nil)
        }
    }

    @Test("a success says how many attempts it took")
    func success() async throws {
        let script = Script([.status(500), .status(200)])
        let (call, response) = try await client(script).withResponse { try await $0.calls.get("c") }
        #expect(call.callUUID == "c")
        #expect(response.attempts == 2)
        #expect(response.earlierAttempts.map(\.outcome) == [.response(status: 500)])
    }

    @Test("attempts share an idempotency key, and calls don't")
    func idempotencyKey() async throws {
        let script = Script([.failure(RetryTests.lost), .status(200)])
        let client = client(script)
        let key = try #require(HTTPField.Name("Idempotency-Key"))
        var call = OperationCall("calls.create", .post, "/Call/")
        call.idempotencyKeyHeader = "Idempotency-Key"
        let _: AsyncAccepted? = try? await client.core.value(call, CallOptions(), throwing: SampleError.self)
        let keys = script.requests.map { $0.headerFields[key] }
        #expect(keys.count == 2)
        #expect(keys.first == keys.last)
        #expect(keys.first??.count == 36)
        let _: AsyncAccepted? = try? await client.core.value(call, CallOptions(), throwing: SampleError.self)
        #expect(script.requests.last?.headerFields[key] != keys.first)
        let own = CallOptions(idempotencyKey: "order-7")
        let _: AsyncAccepted? = try? await client.core.value(call, own, throwing: SampleError.self)
        #expect(script.requests.last?.headerFields[key] == "order-7")
    }

    @Test("the description can say that an operation may, or may not, be repeated")
    func described() async {
        for (method, isIdempotent, count) in [(HTTPRequest.Method.post, true, 3), (.get, false, 1)] {
            let script = Script([.status(500)])
            var call = OperationCall("search", method, "/Search/")
            call.isIdempotent = isIdempotent
            let core = client(script).core
            await #expect(throws: SampleError.self) {
                try await core.noContent(call, CallOptions(), throwing: SampleError.self)
            }
            #expect(script.requests.count == count)
        }
    }
}
