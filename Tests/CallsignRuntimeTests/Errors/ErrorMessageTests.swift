import Foundation
import HTTPTypes
import Testing

@testable import CallsignRuntime

@Suite("Messages of errors")
struct ErrorMessageTests {
    @Test(
        "are found wherever an API puts them",
        arguments: [
            (#"{"error": "no such call"}"#, "no such call"),
            (#"{"error": {"message": "no such call", "code": 7}}"#, "no such call"),
            (#"{"message": "no such call"}"#, "no such call"),
            (#"{"errors": [{"detail": "one"}, {"detail": "two"}]}"#, "one; two"),
            (#"{"error": {"dst": ["not a number"], "src": "missing"}}"#, "dst: not a number; src: missing"),
            (#"{"title": "Not found", "status": 404}"#, "Not found"),
            (#""just text""#, "just text"),
            ("plain\n  text ", "plain text"),
            ("{}", "Not Found"), ("", "Not Found"), ("[]", "Not Found"), ("null", "Not Found"),
            (#"{"error": ""}"#, "Not Found"), (#"{"error": null}"#, "Not Found"),
        ])
    func messages(_ body: String, _ message: String) {
        #expect(response(body).message == message)
    }

    @Test(
        "are taken out of pages for people",
        arguments: [
            ("<html><head><title>502 Bad\nGateway</title></head><body>x</body></html>", "502 Bad Gateway"),
            ("  <!DOCTYPE html><body><h1 class='a'>Down &amp; out</h1></body>", "Down & out"),
            ("<p>Only <b>text</b></p>", "Only text"), ("<>", "Not Found"), ("<title>", "Not Found"),
        ])
    func pages(_ body: String, _ message: String) {
        #expect(response(body).message == message)
    }

    @Test("come from the places that the API names first")
    func named() {
        let rules = ErrorRules(message: ["/fault/text"], requestID: ["/fault/id"])
        let body = #"{"error": "other", "fault": {"text": "mine", "id": 12}}"#
        #expect(response(body, rules: rules).message == "mine")
        #expect(response(body, rules: rules).requestID == "12")
    }

    @Test("are cut where they are too long, and never made of bytes")
    func limits() {
        #expect(response(String(repeating: "a", count: 600)).message == String(repeating: "a", count: 500) + "…")
        #expect(response(bytes: Data([0x89, 0x50, 0x4E, 0x47, 0x00, 0x01])).message == "Not Found")
        #expect(response(bytes: Data([0xFF, 0xFE, 0x41])).message == "Not Found")
    }

    @Test("have an identifier out of a header before one out of the body")
    func requestID() throws {
        let name = try #require(HTTPField.Name("X-Plivo-ID"))
        let rules = ErrorRules(requestID: ["/api_id"], requestIDHeader: "X-Plivo-ID")
        let body = #"{"api_id": "of the body"}"#
        #expect(response(body, headers: [name: "of the header"], rules: rules).requestID == "of the header")
        #expect(response(body, rules: rules).requestID == "of the body")
        #expect(response("{}", rules: rules).requestID == nil)
    }

    @Test(
        "say how long to wait, in seconds or as a date",
        arguments: [
            ("3", 3.0), ("0", 0), (" 120 ", 120), ("1.5", 1.5), ("Sun, 06 Nov 1994 08:49:39 GMT", 2),
            ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("-1", nil), ("soon", nil), ("", nil), ("1e99", nil),
            ("Sun, 06 Foo 1994 08:49:39 GMT", nil), ("Sunday, 06-Nov-94 08:49:40 GMT", 3),
            ("Sun Nov  6 08:49:41 1994", 4), ("Monday, 06-Nov-45 08:49:40 GMT", 0), ("Sun Nov  6 08:49:41", nil),
        ])
    func retryAfter(_ text: String, _ seconds: Double?) throws {
        let now = try #require(DateTimeText.parse("1994-11-06T08:49:37Z"))
        #expect(RetryAfter.parse(text, now: now) == seconds.map { .milliseconds($0 * 1000) })
    }

    private func response(
        _ body: String, headers: HTTPFields = [:], rules: ErrorRules = ErrorRules()
    ) -> ErrorBodyReader {
        response(bytes: Data(body.utf8), headers: headers, rules: rules)
    }

    private func response(
        bytes: Data, headers: HTTPFields = [:], rules: ErrorRules = ErrorRules()
    ) -> ErrorBodyReader {
        ErrorBodyReader(
            response: RawResponse(
                operation: "calls.get", status: 404, headers: headers, rawBody: bytes, earlierAttempts: [], rules: rules
            ))
    }
}
