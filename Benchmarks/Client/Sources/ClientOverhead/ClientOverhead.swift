import AllocationCounter
import AsyncHTTPClient
import CallsignAsyncHTTPClient
import CallsignRuntime
import Foundation
import Plivo

/// Compares a page of `plivo.calls.list` with the same call by hand: processor time and allocations a call.
///
/// Both are measured in turns within one process, so that what else the machine does troubles both alike; the middle
/// of the turns' ratios is what counts.
@main
struct ClientOverhead {
    struct Cost {
        var time: Double
        var allocations: Double
    }

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let url = URL(string: arguments[1]), let calls = Int(arguments[2]) else {
            print("usage: ClientOverhead SERVER CALLS")
            return
        }
        let authID = "MANORTHWIND000000001"
        let http = HTTPClient(eventLoopGroupProvider: .singleton)
        let typed = ByHand(client: http, server: arguments[1], authID: authID, authToken: "t", readsDates: true)
        let texts = ByHand(client: http, server: arguments[1], authID: authID, authToken: "t", readsDates: false)
        let transport = AsyncHTTPClientTransport(sharing: http)
        let plivo = PlivoClient(
            authID: authID, authToken: "t", configuration: .init(baseURL: url, rateLimiting: .none),
            transport: transport)

        let generated: @Sendable () async throws -> Void = {
            let page = try await plivo.calls.list(.init(callDirection: .inbound, limit: 20)).page()
            precondition(page.items.count == 20)
        }
        let handTyped: @Sendable () async throws -> Void = {
            let page = try await typed.list()
            precondition(page.objects.count == 20)
        }
        let handTexts: @Sendable () async throws -> Void = {
            let page = try await texts.list()
            precondition(page.objects.count == 20)
        }
        try await report(calls, generated, handTyped, "by hand")
        try await report(calls, generated, handTexts, "by hand, dates left as text")
        try await http.shutdown()
    }

    private static func report(
        _ calls: Int, _ generated: @Sendable () async throws -> Void, _ hand: @Sendable () async throws -> Void,
        _ name: String
    ) async throws {
        let turns = 10
        _ = try await cost(calls / 4, generated)
        _ = try await cost(calls / 4, hand)
        var pairs: [(generated: Cost, hand: Cost)] = []
        for _ in 0..<turns {
            let first = try await cost(calls / turns, generated)
            pairs.append((first, try await cost(calls / turns, hand)))
        }
        print("\(name): a call of the client, and one by hand")
        line("processor time", "µs", pairs.map { ($0.generated.time / 1000, $0.hand.time / 1000) })
        line("allocations", "", pairs.map { ($0.generated.allocations, $0.hand.allocations) })
    }

    private static func line(_ name: String, _ unit: String, _ values: [(Double, Double)]) {
        let ratio = middle(values.map { $0.0 / $0.1 })
        let numbers = [middle(values.map(\.0)), middle(values.map(\.1))]
        let texts = numbers.map { String(format: "%8.1f %@", $0, unit) }
        print(
            "  \(name.padding(toLength: 16, withPad: " ", startingAt: 0)) \(texts[0]) \(texts[1])   "
                + String(format: "%.2f times as much", ratio))
    }

    private static func middle(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    private static func cost(_ calls: Int, _ call: @Sendable () async throws -> Void) async throws -> Cost {
        let calls = max(calls, 1)
        let time = processor_time()
        let allocations = allocation_count()
        for _ in 0..<calls { try await call() }
        return Cost(
            time: Double(processor_time() - time) / Double(calls),
            allocations: Double(allocation_count() - allocations) / Double(calls))
    }
}
