import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Long bodies", .timeLimit(.minutes(1)))
struct LongBodyTests {
    private func lines(_ count: Int, _ line: (Int) -> String) -> Data {
        Data((1...count).map(line).joined(separator: "\n").utf8)
    }

    /// The lines of the difference, without the first, which names the place.
    private func difference(recorded: Data, sent: Data) async -> [String] {
        let exchange = RecordedExchange(
            request: RecordedRequest(method: .post, target: "/a", body: recorded),
            outcome: .response(RecordedResponse(status: .ok)))
        let error = await #expect(throws: TransportError.self) {
            try await ReplayTransport(HTTPRecording([exchange])).send(
                request("POST /a"), body: RequestBody(sent), limits: limits)
        }
        return Array((error?.message ?? "").components(separatedBy: "\n").dropFirst())
    }

    @Test("show the lines around the first change")
    func windows() async {
        let difference = await difference(
            recorded: lines(5000) { "line \($0)" }, sent: lines(5000) { $0 == 4000 ? "changed" : "line \($0)" })
        let beginning = [
            "  body", "      … 3996 lines that are equal", "      line 3997", "      line 3998", "      line 3999",
            "    - line 4000", "    + changed", "      line 4001",
        ]
        #expect(Array(difference.prefix(8)) == beginning)
        #expect(difference.last == "      … 604 more lines were recorded, 604 more sent")
        #expect(difference.count == 404)
    }

    @Test("are compared quickly, however much differs")
    func everythingDiffers() async {
        let difference = await difference(recorded: lines(100_000) { "a \($0)" }, sent: lines(90_000) { "b \($0)" })
        #expect(difference.count == 802)
        #expect(difference.last == "      … 99600 more lines were recorded, 89600 more sent")
    }
}
