import CallsignRuntime
import CallsignTesting
import Foundation
import Testing

@testable import SampleClient

/// A check passes where a call does as it must, and says what differs where it doesn't.
@Suite struct OperationCheckTests {
    private static let getting = CheckedRequest("GET", "https://api.example.com/v1/Account/MA1/Call/c1/")
    private static let call = #"{"call_uuid": "c1", "call_direction": "inbound", "total_duration": 3}"#
    private static let failure = #"{"api_id": "1", "error": "no such call"}"#

    private func client(_ call: CheckedCall) -> SampleClient {
        SampleClient(authID: "MA1", authToken: "t", configuration: call.configuration, transport: call.transport)
    }

    /// The problems of a check of `calls.get`.
    private func problems(_ request: CheckedRequest = getting, _ answers: CheckedAnswer...) async -> [String] {
        do throws(OperationCheckFailure) {
            try await OperationCheck("calls.get", sends: request, answers: answers).run { call in
                try await client(call).calls.get("c1")
            }
            return []
        } catch {
            return error.problems
        }
    }

    @Test func passesWhereEachAnswerIsReadAsWhatItIs() async {
        let problems = await problems(
            Self.getting, .success(200, "application/json", Self.call),
            .failure("notFound", 404, "application/json", Self.failure))
        #expect(problems == [])
    }

    @Test func saysHowARequestDiffers() async throws {
        let request = CheckedRequest(
            "POST", "https://api.example.com/v1/Account/MA1/Call/c2/?a=1", headers: [.init("X-Trace", "7")])
        let problems = await problems(request, .success(200, "application/json", Self.call))
        let text = try #require(problems.first)
        for line in ["- POST", "+ GET", "Call/c2/", "Call/c1/", "- a=1", "header X-Trace"] {
            #expect(text.contains(line), "the difference has no '\(line)'")
        }
    }

    @Test func checksARequestThatHasNoAnswers() async {
        #expect(await problems(Self.getting) == [])
        #expect(await problems(CheckedRequest("GET", "https://api.example.com/v1/Account/MA1/Call/c3/")) != [])
    }

    @Test func saysThatASuccessIsNotRead() async throws {
        let problems = await problems(Self.getting, .success(200, "application/json", #"{"call_uuid": 3}"#))
        #expect(try #require(problems.first).hasPrefix("calls.get, answered with 200 application/json: an error was"))
    }

    @Test func saysThatAnErrorIsAnotherOneOrNone() async throws {
        let other = await problems(Self.getting, .failure("badRequest", 404, "application/json", Self.failure))
        #expect(try #require(other.first).contains("the error is .notFound, not .badRequest"))
        let none = await problems(Self.getting, .failure("notFound", 200, "application/json", Self.call))
        #expect(try #require(none.first).contains("no error was thrown, but it must be .notFound"))
    }

    @Test func saysThatAnErrorsBodyIsNotRead() async throws {
        let problems = await problems(Self.getting, .failure("notFound", 404, "application/json", "[1]"))
        #expect(try #require(problems.first).contains("the error's body isn't read as its type"))
    }

    private static let asking = CheckedRequest("GET", "https://api.example.com/v1/Ticks")

    /// The problems of a check of an operation that answers with events.
    private func problems(ofEvents body: String, _ elements: [String]) async -> [String] {
        let answer = CheckedAnswer.success(200, "text/event-stream", body, elements: elements)
        do throws(OperationCheckFailure) {
            try await OperationCheck("ticks", sends: Self.asking, answers: [answer]).run { call in
                try await client(call).core.events(
                    OperationCall("ticks", .get, "/Ticks"), CallOptions(), throwing: SampleError.self)
                    as EventStream<NoteList, SampleError>
            }
            return []
        } catch {
            return error.problems
        }
    }

    @Test func comparesWhatArrivesBitByBit() async throws {
        let body = "data: {\"notes\": [\"a\"]}\n\ndata: {\"notes\": [], \"next\": \"b\"}\n\n"
        let elements = [#"{"notes": ["a"]}"#, #"{"next": "b", "notes": []}"#]
        #expect(await problems(ofEvents: body, elements) == [])
        let fewer = await problems(ofEvents: body, [elements[0]])
        #expect(try #require(fewer.first).contains("there are 2 elements, but there must be 1"))
        let other = await problems(ofEvents: body, [elements[0], #"{"notes": ["c"]}"#])
        #expect(
            try #require(other.first).contains("element 1 is NoteList(notes: [], next: \"b\"), but must be NoteList"))
    }

    @Test func readsWhatIsReportedLater() throws {
        let check = OperationCheck("calls.create", sends: Self.getting)
        try check.reads(reports: [Self.call]) { try client($0).core.outcome(of: "calls.create", $1) }
        do throws(OperationCheckFailure) {
            try check.reads(reports: [Self.failure]) { try client($0).core.outcome(of: "calls.create", $1) }
            Issue.record("a failure isn't the result")
        } catch {
            #expect(error.problems.count == 1)
            #expect(error.problems[0].hasPrefix("calls.create, reported by {"))
        }
    }

    private struct Headers: ResponseHeaders {
        let fields: HeaderFields
        var count: Int? { fields.value("X-Count") }

        init(_ fields: HeaderFields) {
            self.fields = fields
        }
    }

    @Test func saysThatAHeaderIsNotRead() async throws {
        func answer(_ value: String) -> CheckedAnswer {
            .success(
                200, headers: [.init("X-Count", value)], reads: [.init("X-Count", \Headers.count)], "application/json",
                Self.call)
        }
        #expect(await problems(Self.getting, answer("3")) == [])
        #expect(
            await problems(Self.getting, answer("three")) == [
                "calls.get, answered with 200 application/json: the header X-Count isn't read as its type"
            ])
    }

    @Test func partsOfAFormAreComparedWithoutTheirBoundary() async throws {
        func problems(_ text: String) async throws -> [String] {
            let request = CheckedRequest(
                "POST", "https://api.example.com/v1/x",
                body: .parts([.init("a", "1"), .init("f", fileName: "f.txt", contentType: "text/plain", text)]))
            do throws(OperationCheckFailure) {
                try await OperationCheck("x", sends: request).run { call in
                    let core = ClientCore(
                        server: "https://api.example.com/v1", userAgent: "x", configuration: call.configuration,
                        transport: call.transport)
                    var sent = OperationCall("x", .post, "/x")
                    sent.multipart(Form())
                    try await core.noContent(sent, CallOptions(), throwing: SampleError.self)
                }
                return []
            } catch {
                return error.problems
            }
        }
        #expect(try await problems("content") == [])
        #expect(try await problems("other") != [])
    }

    private struct Form: MultipartEncodable {
        func encode(to form: inout MultipartForm) {
            form.field("a", 1)
            form.file("f", .sample("content", name: "f.txt", contentType: "text/plain"))
        }
    }

    @Test func samplesAreWhatTheirTextsSay() {
        #expect(Date.sample("2024-01-15T09:30:00Z") == Date(timeIntervalSince1970: 1_705_311_000))
        #expect(JSONValue.sample(#"{"a": [1, null]}"#) == ["a": [1, nil]])
        #expect(Data.sample(base64: "Y2FsbA==") == Data.sample("call"))
        #expect(Decimal.sample("1.5") == 1.5)
        #expect(CalendarDate.sample("2024-02-29").description == "2024-02-29")
    }
}

extension ClientCore {
    fileprivate func outcome(of operation: String, _ body: Data) throws(SampleError) -> Call {
        try outcome(of: operation, fromCallback: body, throwing: SampleError.self)
    }
}
