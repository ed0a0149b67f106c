import CallsignRuntime
import Foundation
import LoopbackServer
import Testing
import TransportKinds

@testable import SampleClient

/// What matters most about retries: nobody is called twice.
@Suite("Retries and a server that fails in every way", .timeLimit(.minutes(5)))
struct DuplicateTests {
    /// Places calls, and fails before, while and after it does.
    private final class Exchange: Sendable {
        private struct State: Sendable {
            var attempts: [String: Int] = [:]
            var placed: [String: Int] = [:]
        }

        private let state = Locked(State())

        var placed: [String: Int] { state.withLock { $0.placed } }
        var attempts: Int { state.withLock { $0.attempts.values.reduce(0, +) } }

        func answer(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
            let number = String(decoding: request.body, as: UTF8.self).filter(\.isNumber)
            let attempt = state.withLock { state in
                state.attempts[number, default: 0] += 1
                return state.attempts[number] ?? 1
            }
            // Which fault it is follows from the call and the attempt, so that every run is alike.
            let fault = attempt > 2 ? 0 : ((Int(number) ?? 0) &* 7 &+ attempt &* 17) % 10
            var answer = ScriptedServer.Answer(201, #"{"message":"call fired","request_uuid":"u"}"#)
            switch fault {
            case 1, 2: return .init(429, #"{"error":"too many requests"}"#)
            case 3: answer.ending = .refused
            case 4: answer.ending = .dropped(after: 12)
            case 5: answer = .init(500, #"{"error":"placed, then failed"}"#)
            case 6: answer = .init(503, "<h1>Unavailable</h1>")
            case 7: answer.ending = .garbled("\r\n\r\n")
            default: break
            }
            state.withLock { $0.placed[number, default: 0] += 1 }
            return answer
        }
    }

    @Test("ten thousand calls, none of them placed twice", arguments: TransportKind.allCases)
    func duplicates(_ kind: TransportKind) async throws {
        let exchange = Exchange()
        let server = try ScriptedServer { exchange.answer($0) }
        let client = try kind.client(server) { $0.retries = RetryPolicy(attempts: 4, base: .zero) }
        let total = 10_000
        let successes = await withTaskGroup(of: Int.self) { group in
            for worker in 0..<16 {
                group.addTask {
                    var count = 0
                    for number in stride(from: worker, to: total, by: 16) {
                        if (try? await client.calls.create(.init(from: "\(number)", to: []))) != nil { count += 1 }
                    }
                    return count
                }
            }
            return await group.reduce(0, +)
        }
        let placed = exchange.placed
        #expect(placed.count == total)
        #expect(placed.values.allSatisfy { $0 == 1 })
        // A fifth was refused once and tried again; what broke off or failed otherwise was not.
        #expect(exchange.attempts == total + total / 5)
        #expect(successes == total / 2)
    }
}
