import CallsignRuntime
import CallsignTesting
import Foundation
import Testing

@testable import SampleClient

@Suite("Limits on requests", .timeLimit(.minutes(1)))
struct RequestGateTests {
    /// When requests were sent, by the test's clock, and what they were.
    private final class Server: Sendable {
        private let sent = Locked<[(time: Duration, path: String)]>([])
        let clock: TestClock
        private let status: @Sendable (Int) -> (Int, HTTPFields)

        init(clock: TestClock, status: @escaping @Sendable (Int) -> (Int, HTTPFields) = { _ in (200, [:]) }) {
            self.clock = clock
            self.status = status
        }

        var times: [Duration] { sent.withLock { $0.map(\.time) } }
        var paths: [String] { sent.withLock { $0.map(\.path) } }

        func client(_ limit: RateLimiting, _ change: (inout ClientConfiguration) -> Void = { _ in }) -> SampleClient {
            var configuration = ClientConfiguration(
                timeout: .seconds(1000), retries: .never, rateLimiting: limit, clock: clock)
            change(&configuration)
            let transport = ScriptedTransport { request, _ in
                let number = self.sent.withLock { sent in
                    sent.append((self.clock.now, request.path ?? ""))
                    return sent.count
                }
                let (status, headers) = self.status(number)
                return (status, #"{"call_uuid":"c"}"#, headers)
            }
            return SampleClient(authID: "MA1", authToken: "s", configuration: configuration, transport: transport)
        }
    }

    private let limit = RateLimit(requests: 300, per: .seconds(5))

    @Test("a burst of a thousand calls never exceeds it, and none is lost")
    func burst() async throws {
        let server = Server(clock: TestClock())
        let client = server.client(.limit(limit))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<1000 {
                // Copies of the client share the limit.
                group.addTask { _ = try await SampleClient(core: client.core).calls.get("\(number)") }
            }
            for expected in [300, 600, 900] {
                while server.times.count < expected || server.clock.sleeperCount == 0 { await Task.yield() }
                server.clock.advance(by: .milliseconds(4999))
                for _ in 0..<500 { await Task.yield() }
                #expect(server.times.count == expected)
                server.clock.advance(by: .milliseconds(1))
            }
            try await group.waitForAll()
        }
        let times = server.times
        #expect(Set(server.paths).count == 1000)
        for (earlier, later) in zip(times, times.dropFirst(300)) { #expect(later - earlier >= .seconds(5)) }
    }

    @Test("whoever comes first goes first")
    func order() async throws {
        let server = Server(clock: TestClock())
        let client = server.client(.limit(RateLimit(requests: 1, per: .seconds(1))))
        _ = try await client.calls.get("first")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<5 {
                group.addTask { _ = try await client.calls.get("\(number)") }
                // The next one comes when this one stands in the queue: one attendant sleeps for all, so its place is
                // seen by giving it time.
                for _ in 0..<200 { await Task.yield() }
            }
            while server.times.count < 6 {
                server.clock.advance(by: .milliseconds(500))
                for _ in 0..<200 { await Task.yield() }
            }
            try await group.waitForAll()
        }
        #expect(
            server.paths.map { $0.split(separator: "/").last.map(String.init) } == ["first", "0", "1", "2", "3", "4"])
    }

    @Test("who waits can be cancelled, and takes nobody's turn")
    func cancellation() async throws {
        let server = Server(clock: TestClock())
        let client = server.client(.limit(RateLimit(requests: 1, per: .seconds(1))))
        _ = try await client.calls.get("first")
        let waiting = Task { try await client.calls.get("cancelled") }
        while server.clock.sleeperCount == 0 { await Task.yield() }
        waiting.cancel()
        do {
            _ = try await waiting.value
            Issue.record("it was cancelled")
        } catch let error as SampleError {
            guard case .cancelled = error else {
                Issue.record("\(error)")
                return
            }
        }
        let next = Task { try await client.calls.get("next") }
        while server.times.count < 2 {
            server.clock.advance(by: .milliseconds(100))
            await Task.yield()
        }
        #expect(try await next.value.callUUID == "c")
        #expect(server.paths.last?.contains("next") == true)
    }

    @Test("a turn that would come too late is an error in time")
    func late() async throws {
        let server = Server(clock: TestClock(leaps: true))
        let client = server.client(.limit(RateLimit(requests: 1, per: .seconds(60))))
        _ = try await client.calls.get("first")
        do {
            _ = try await client.calls.get("second", options: CallOptions(timeout: .seconds(10)))
            Issue.record("its turn comes after a minute")
        } catch {
            guard case .timeout(let failure) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(failure.context.message.hasPrefix("not sent"))
            #expect(failure.context.attempts == 0)
        }
        #expect(server.times.count == 1)
    }

    @Test("an answer that asks to wait slows the whole client down")
    func everybodyWaits() async throws {
        let server = Server(clock: TestClock(leaps: true)) { $0 == 1 ? (429, [.retryAfter: "30"]) : (200, [:]) }
        let client = server.client(.none)
        await #expect(throws: SampleError.self) { try await client.calls.get("first") }
        #expect(server.clock.now < .seconds(1))
        _ = try await client.calls.get("second")
        #expect(try #require(server.times.last) >= .seconds(30))
    }

    @Test("an account of one's own has a limit of its own")
    func acting() async throws {
        let server = Server(clock: TestClock(leaps: true))
        let client = server.client(.limit(RateLimit(requests: 1, per: .seconds(60))))
        _ = try await client.calls.get("a")
        let other = SampleClient(core: client.core.acting(parameters: ["auth_id": "SA1"]))
        _ = try await other.calls.get("b")
        #expect(server.times == [.zero, .zero])
        #expect(server.paths == ["/v1/Account/MA1/Call/a/", "/v1/Account/SA1/Call/b/"])
    }
}
