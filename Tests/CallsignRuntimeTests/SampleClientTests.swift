import CallsignRuntime
import Foundation
import Testing

@testable import SampleClient

/// The call sites of a generated client, as its users write them.
@Suite("A client in the generated shape")
struct SampleClientTests {
    @Test func placesACall() async throws {
        let transport = ScriptedTransport { request, body in
            #expect(request.method == .post)
            #expect(request.path == "/v1/Account/MA1/Call/")
            #expect(request.headerFields[.authorization] == "Basic TUExOnNlY3JldA==")
            #expect(request.headerFields[.contentType] == "application/json")
            #expect(body == #"{"from":"1","ring_url":"https://example.com/r","to":["2","3"]}"#)
            return (201, #"{"api_id":"a1","message":"call fired","request_uuid":["u1","u2"]}"#)
        }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        let created = try await client.calls.create(
            .init(from: "1", to: ["2", "3"], ringURL: "https://example.com/r"))
        #expect(created.requestUUID == .list(["u1", "u2"]))
    }

    @Test func placesACallThatReportsLater() async throws {
        let transport = ScriptedTransport { _, body in
            #expect(body == #"{"from":"1","to":[],"callback_url":"https://example.com/done"}"#)
            return (200, #"{"api_id":"a1","message":"async api spawned"}"#)
        }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        let queued = try await client.calls.create(.init(from: "1", to: []), reportingTo: "https://example.com/done")
        #expect(queued.apiID == "a1")
    }

    @Test(arguments: [
        #"{"api_id":"a1","message":"call fired","request_uuid":"u1"}"#,
        "api_id=a1&message=call+fired&request_uuid=u1",
    ])
    func readsAReportedResult(body: String) throws {
        let client = SampleClient(authID: "MA1", authToken: "secret")
        let outcome = try client.calls.createOutcome(fromCallback: Data(body.utf8))
        #expect(outcome.requestUUID == .text("u1"))
        #expect(outcome.message == "call fired")
    }

    @Test func readsAReportedFailure() throws {
        let client = SampleClient(authID: "MA1", authToken: "secret")
        do {
            _ = try client.calls.createOutcome(fromCallback: Data(#"{"api_id":"a1","error":"no such number"}"#.utf8))
            Issue.record("the report is a failure")
        } catch .undocumented(let failure) {
            #expect(failure.error.message == "no such number")
            #expect(failure.requestID == "a1")
        }
    }

    @Test func sendsAllKindsOfParameters() async throws {
        let transport = ScriptedTransport { request, _ in
            #expect(
                request.path
                    == "/v1/Account/MA1/Call/?call_direction=inbound&limit=5&since=2024-03-09T06%3A12%3A09Z"
                    + "&ids=a%7Cb&filter%5Bminimum%5D=3&filter%5Btags%5D=x&filter%5Btags%5D=y&status=live")
            #expect(request.headerFields[HTTPField.Name("X-Trace")!] == "t")
            return (200, #"{"meta":{"total_count":1},"objects":[{"call_uuid":"c1","end_time":"","sip":"x"}]}"#)
        }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        let page = try await client.calls.list(
            .init(
                callDirection: .inbound, limit: 5, since: Date(timeIntervalSince1970: 1_709_964_729), ids: ["a", "b"],
                filter: .init(minimum: 3, tags: ["x", "y"]), trace: "t")
        ).page()
        #expect(page.items.count == 1)
        #expect(page.items.first?.endTime == nil)
        #expect(page.items.first?.additionalProperties == ["sip": "x"])
        #expect(page.total ?? 0 == 1)
        #expect(!page.hasNext)
    }

    @Test func tellsWhatWentWrong() async throws {
        let transport = ScriptedTransport { _, _ in (404, #"{"api_id":"a1","error":"not found","code":"7"}"#) }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        do throws(SampleError) {
            _ = try await client.calls.get("c1")
            Issue.record("404 is a failure")
        } catch .notFound(let failure) {
            #expect(failure.error.message == "not found")
            #expect(failure.apiID ?? "" == "a1")
            #expect(failure.code == 7)
            #expect(failure.requestID == "a1")
            #expect(failure.remedy == "Check that the resource exists.")
            #expect(failure.retryAfter == nil)
            #expect(failure.attempts == 1)
            let error: any Error = SampleError.notFound(failure)
            #expect(error.localizedDescription == "calls.get: 404 Not Found: not found (request a1)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func tellsHowLongToWait() async throws {
        let transport = ScriptedTransport { _, _ in (429, "", [.retryAfter: "2"]) }
        let configuration = ClientConfiguration(retries: RetryPolicy(attempts: 1))
        let client = SampleClient(
            authID: "MA1", authToken: "secret", configuration: configuration, transport: transport)
        do throws(SampleError) {
            _ = try await client.calls.get("c1")
            Issue.record("429 is a failure")
        } catch .rateLimited(let failure) {
            #expect(failure.retryAfter ?? .seconds(1) == .seconds(2))
            #expect(failure.error.message == "Too Many Requests")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func givesTheWholeResponse() async throws {
        let transport = ScriptedTransport { _, _ in (200, #"{"call_uuid":"c1"}"#, [.server: "s"]) }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        let (call, response) = try await client.withResponse { client in try await client.calls.get("c1") }
        #expect(call.callUUID == "c1")
        #expect(response.status == 200)
        #expect(response.headers[.server] == "s")
        #expect(response.text == #"{"call_uuid":"c1"}"#)
    }

    @MainActor @Test func worksFromTheMainActor() async throws {
        let transport = ScriptedTransport { _, _ in
            (200, #"{"meta":{"total_count":2},"objects":[{"call_uuid":"c1"},{"call_uuid":"c2"}]}"#)
        }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        var identifiers: [String] = []
        for try await call in client.calls.list(.init(callDirection: .inbound)) { identifiers.append(call.callUUID) }
        #expect(identifiers == ["c1", "c2"])
        let (_, response) = try await client.withResponse { try await $0.calls.list().page() }
        #expect(response.status == 200)
        for try await page in client.calls.list().pages { #expect(page.items.count == 2) }
    }

    @Test func choosesByStatus() async throws {
        let transport = ScriptedTransport { _, _ in (202, "") }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        do throws(SampleError) {
            _ = try await client.calls.record(callUUID: "c", format: "mp3")
            Issue.record("202 isn't described")
        } catch {
            #expect(error.context.status == 202)
        }
    }

    @Test func namesAllMissingVariables() {
        #expect(throws: ConfigurationError.missingEnvironment(["SAMPLE_AUTH_ID", "SAMPLE_AUTH_TOKEN"])) {
            try SampleClient.fromEnvironment(["SAMPLE_AUTH_TOKEN": ""])
        }
    }

    @Test func uploadsFiles() async throws {
        let transport = ScriptedTransport { request, body in
            #expect(request.headerFields[.contentType] == "multipart/form-data; boundary=callsign-part-1")
            #expect(
                body == """
                    --callsign-part-1\r
                    Content-Disposition: form-data; name="title"\r
                    \r
                    Hello\r
                    --callsign-part-1\r
                    Content-Disposition: form-data; name="file"; filename="a%22b.txt"\r
                    Content-Type: text/plain\r
                    \r
                    --callsign-part-0\r
                    --callsign-part-1\r
                    Content-Disposition: form-data; name="tags"\r
                    \r
                    x\r
                    --callsign-part-1--\r

                    """)
            return (204, "")
        }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        try await client.notes.attach(
            .init(
                title: "Hello",
                file: MultipartFile(Data("--callsign-part-0".utf8), filename: "a\"b.txt", contentType: "text/plain"),
                tags: ["x"]))
    }
}
