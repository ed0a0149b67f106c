import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Plivo
import Testing

/// What is read can be written again, where the configuration asks for it.
@Suite("Writing records again")
struct RewritingTests {
    @Test("gives each recorded call as it came")
    func calls() throws {
        let count = try rewrite(Call.self, from: "calls/", where: { $0["call_uuid"] != nil && $0["total_rate"] != nil })
        #expect(count >= 5)
    }

    @Test("gives each recorded message as it came")
    func messages() throws {
        let count = try rewrite(Message.self, from: "messages/", where: { $0["message_state"] != nil })
        #expect(count >= 5)
    }

    @Test("gives each recording of a call as it came")
    func recordings() throws {
        let count = try rewrite(Recording.self, from: "recordings/", where: { $0["recording_url"] != nil })
        #expect(count >= 4)
    }

    @Test("keeps how Plivo wrote a call's times and costs, and how its durations")
    func originals() async throws {
        try await replaying("calls/get-unanswered") { plivo in
            let call = try await plivo.calls.get("0f4c6a1d-2b0e-4a3f-8a63-5a8f6f1b7c20")
            #expect(call.endTime == date("2024-03-09T06:13:20Z"))
            #expect(call.originals["end_time"] == "2024-03-09 11:43:20+05:30")
            #expect(call.totalRate == decimal("0.0055"))
            #expect(call.originals["total_rate"] == "0.00550")
            #expect(call.billDuration == 0)
            #expect(call.originals["bill_duration"] == "0")
            #expect(call.originals["no_such_key"] == nil)
        }
    }

    /// Reads and writes each object of recorded answers that is such a record, on its own or in a list.
    ///
    /// - Returns: how many there were.
    private func rewrite<Record: Codable>(
        _ type: Record.Type, from folder: String, where isRecord: ([String: Any]) -> Bool
    ) throws -> Int {
        var count = 0
        for name in try Recordings.names() where name.hasPrefix(folder) {
            for body in try HTTPRecording(contentsOf: Recordings.file(name)).exchanges.compactMap(answer) {
                for object in ((body["objects"] as? [[String: Any]]) ?? [body]) where isRecord(object) {
                    let text = try JSONSerialization.data(withJSONObject: object)
                    let record = try JSONDecoder().decode(type, from: text)
                    let written = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record))
                    let expected = object.filter { !($0.value is NSNull) }
                    #expect(written as? NSDictionary == expected as NSDictionary, "\(name)")
                    count += 1
                }
            }
        }
        return count
    }

    private func answer(_ exchange: RecordedExchange) -> [String: Any]? {
        guard case .response(let response) = exchange.outcome, response.status == .ok, let body = response.body else {
            return nil
        }
        return (try? JSONSerialization.jsonObject(with: body)) as? [String: Any]
    }
}
