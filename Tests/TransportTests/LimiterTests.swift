import CallsignRuntime
import CallsignTesting
import Foundation
import LoopbackServer
import Testing
import TransportKinds

@testable import SampleClient

@Suite("A limit on requests, and a real server", .timeLimit(.minutes(1)))
struct LimiterTests {
    /// Notes when each attempt sets out, by the client's clock.
    private struct Departures: Middleware {
        let times = Locked<[Duration]>([])
        let clock: TestClock

        func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse {
            times.withLock { $0.append(clock.now) }
            return try await next(request)
        }
    }

    @Test("a thousand calls at once keep to it, and none is lost", arguments: TransportKind.allCases)
    func burst(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in .init(200, #"{"call_uuid":"\#(request.path)"}"#) }
        let clock = TestClock()
        let departures = Departures(clock: clock)
        let client = try kind.client(server) {
            // By a clock that only this test moves, so nothing but the limit ever ends a wait.
            $0.clock = clock
            $0.timeout = .seconds(1000)
            $0.attemptTimeout = .seconds(1000)
            $0.rateLimiting = .limit(RateLimit(requests: 300, per: .seconds(5)))
            $0.middleware = [departures]
        }
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<1000 { group.addTask { try await client.calls.get("\(number)").callUUID } }
            for expected in [300, 600, 900] {
                // All that may have been answered, and only the limit sleeps.
                while server.requests.count < expected || clock.sleeperCount != 1 {
                    try await Task.sleep(for: .milliseconds(2))
                }
                clock.advance(by: .milliseconds(4999))
                try await Task.sleep(for: .milliseconds(20))
                #expect(server.requests.count == expected)
                clock.advance(by: .milliseconds(1))
            }
            let answers = try await group.reduce(into: Set<String>()) { $0.insert($1) }
            #expect(answers == Set((0..<1000).map { "/Account/MA1/Call/\($0)/" }))
        }
        #expect(server.requests.count == 1000)
        let times = departures.times.withLock { $0.sorted() }
        for (earlier, later) in zip(times, times.dropFirst(300)) { #expect(later - earlier >= .seconds(5)) }
    }

    @Test("an answer that asks to wait holds back the calls of all copies", arguments: TransportKind.allCases)
    func closing(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in
            request.path.contains("first")
                ? .init(429, #"{"error":"too many requests"}"#, headers: [("Retry-After", "30")])
                : .init(200, #"{"call_uuid":"c"}"#)
        }
        let clock = TestClock()
        let client = try kind.client(server) {
            $0.clock = clock
            $0.timeout = .seconds(1000)
            $0.attemptTimeout = .seconds(1000)
            $0.retries = .never
        }
        await #expect(throws: SampleError.self) { try await client.calls.get("first") }
        let second = Task { try await SampleClient(core: client.core).calls.get("second") }
        while clock.sleeperCount == 0 { try await Task.sleep(for: .milliseconds(2)) }
        #expect(server.requests.count == 1)
        clock.advance(by: .seconds(30))
        #expect(try await second.value.callUUID == "c")
        #expect(server.requests.count == 2)
    }
}
