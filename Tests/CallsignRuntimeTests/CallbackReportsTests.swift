import CallsignRuntime
import CallsignTesting
import Foundation
import Testing

@Suite("Reports on asynchronous requests")
struct CallbackReportsTests {
    private let reports = CallbackReports(identifiedBy: "/api_id", capacity: 2, clock: TestClock(leaps: true))

    private func body(_ text: String) -> Data { Data(text.utf8) }

    @Test("reach who waits for them, each its own", arguments: [false, true])
    func reachWaiters(_ isForm: Bool) async {
        async let first = reports.report(for: "a1")
        async let second = reports.report(for: "b2")
        let bodies =
            isForm
            ? [body("api_id=b2&message=two"), body("api_id=a1&message=one")]
            : [body(#"{"api_id": "b2", "message": "two"}"#), body(#"{"api_id": "a1", "message": "one"}"#)]
        for body in bodies { #expect(reports.receive(body)) }
        #expect(await first == bodies[1])
        #expect(await second == bodies[0])
    }

    @Test("are kept for who comes later, the newest ones")
    func areKept() async {
        for identifier in ["a", "b", "c"] { reports.receive(body(#"{"api_id": "\#(identifier)"}"#)) }
        #expect(await reports.report(for: "c") == body(#"{"api_id": "c"}"#))
        #expect(await reports.report(for: "b") == body(#"{"api_id": "b"}"#))
        #expect(await reports.report(for: "a", within: .seconds(1)) == nil)
    }

    @Test("that don't come in time are given up")
    func endInTime() async {
        #expect(await reports.report(for: "a", within: .seconds(5)) == nil)
        #expect(reports.receive(body(#"{"api_id": "a"}"#)))
        #expect(await reports.report(for: "a", within: .seconds(5)) == body(#"{"api_id": "a"}"#))
    }

    @Test("are no longer waited for where the task is cancelled")
    func endWhenCancelled() async {
        let reports = reports
        let task = Task { await reports.report(for: "a") }
        task.cancel()
        #expect(await task.value == nil)
    }

    @Test(
        "that don't say what they are about are refused", arguments: ["{}", "[1]", "", "nothing", #"{"api_id": ""}"#])
    func refused(_ text: String) {
        #expect(!reports.receive(body(text)))
    }
}
