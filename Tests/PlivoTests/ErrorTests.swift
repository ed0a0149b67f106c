import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Errors")
struct ErrorTests {
    private let callUUID = "7be0c4de-51a6-4f0a-9d0c-2f6d3b8a1e44"
    private let otherUUID = "0f4c6a1d-2b0e-4a3f-8a63-5a8f6f1b7c20"
    private let messageUUID = "f3d0055c-7c7e-4d50-8a0e-301530e31408"

    @Test("400 tells which parameter is missing")
    func missingParameter() async throws {
        try await replaying("errors/400-missing-parameter") { plivo in
            let error = await plivoError { try await plivo.messages.create(.init(src: "14155550111", dst: "")) }
            guard case .badRequest(let failure) = error else { return unexpected(error) }
            #expect(failure.status == 400)
            #expect(failure.operation == "messages.create")
            #expect(failure.error.message == "dst parameter not present")
            #expect(failure.apiID == "6935db6c-0851-47df-9b35-57a6d0e7c120")
            #expect(failure.requestID == "6935db6c-0851-47df-9b35-57a6d0e7c120")
            #expect(failure.causes?.isEmpty == false)
            #expect(failure.remedy?.isEmpty == false)
            #expect(error?.errorDescription?.contains("dst parameter not present") == true)
        }
    }

    @Test("400 with an object in place of text has a message, too")
    func objectError() async throws {
        try await replaying("errors/400-object") { plivo in
            let error = await plivoError {
                try await plivo.messages.create(.init(src: "14155550111", dst: "none", text: "Hello"))
            }
            guard case .badRequest(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "dst is not a number")
            guard case .errorDetail(let detail) = failure.body?.error else {
                Issue.record("expected the detail of the error in \(String(describing: failure.body))")
                return
            }
            #expect(detail.message == "dst is not a number")
            #expect(detail.additionalProperties["dst"] == .array([.string("not a number")]))
        }
    }

    @Test("401 may come without an identifier of the request")
    func unauthorized() async throws {
        try await replaying("errors/401") { plivo in
            let error = await plivoError { try await plivo.account.get() }
            guard case .unauthorized(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "authentication failed")
            #expect(failure.apiID == nil)
            #expect(failure.requestID == nil)
        }
    }

    @Test("403 says that the account may not do this")
    func forbidden() async throws {
        try await replaying("errors/403") { plivo in
            let error = await plivoError {
                try await plivo.calls.create(
                    .init(from: "+14155550142", to: "14155550177", answerURL: "https://example.com/answer"))
            }
            guard case .forbidden(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "calls to this destination are not enabled for the account")
        }
    }

    @Test("404 has a message")
    func notFound() async throws {
        try await replaying("errors/404") { plivo in
            do throws(PlivoError) {
                _ = try await plivo.calls.get(otherUUID)
                Issue.record("expected an error")
            } catch .notFound(let failure) {
                #expect(failure.error.message == "not found")
                #expect(failure.apiID == "3d0e8f91-9a41-11ee-8c5d-0242ac110007")
            } catch {
                unexpected(error)
            }
        }
    }

    @Test("404 with an empty object gets the message that the status has")
    func emptyObject() async throws {
        try await replaying("errors/404-empty-object") { plivo in
            let error = await plivoError { try await plivo.calls.get(otherUUID) }
            guard case .notFound(let failure) = error else { return unexpected(error) }
            #expect(!failure.error.message.isEmpty)
            #expect(failure.apiID == nil)
            #expect(failure.rawBody == Data("{}".utf8))
        }
    }

    @Test("405 has a message")
    func methodNotAllowed() async throws {
        try await replaying("errors/405") { plivo in
            let mediaID = "715d15c2-4cae-47c1-af80-dc513e08349c"
            let error = await plivoError {
                try await plivo.messages.deleteMedia(messageUUID: messageUUID, mediaID: mediaID)
            }
            guard case .methodNotAllowed(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "method not allowed")
        }
    }

    @Test("429 says how long to wait, when the server does")
    func rateLimited() async throws {
        try await replaying("errors/429-retry-after") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .rateLimited(let failure) = error else { return unexpected(error) }
            #expect(failure.retryAfter == .seconds(3))
        }
        try await replaying("errors/429") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .rateLimited(let failure) = error else { return unexpected(error) }
            #expect(failure.retryAfter == nil)
            #expect(failure.error.message == "too many requests")
        }
    }

    @Test("500 with a page for people has that page's title as its message")
    func page() async throws {
        try await replaying("errors/500-html") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .serverError(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "500 Internal Server Error")
            #expect(failure.body == nil)
            #expect(String(bytes: failure.rawBody, encoding: .utf8)?.hasPrefix("<!DOCTYPE html>") == true)
        }
    }

    @Test("500 without a body has a message all the same")
    func emptyBody() async throws {
        try await replaying("errors/500-empty") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .serverError(let failure) = error else { return unexpected(error) }
            #expect(!failure.error.message.isEmpty)
            #expect(failure.rawBody.isEmpty)
        }
    }

    @Test("a status that the description doesn't name is told apart")
    func undocumented() async throws {
        try await replaying("errors/503-undocumented") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .undocumented(let failure) = error else { return unexpected(error) }
            #expect(failure.status == 503)
            #expect(failure.error.message == "Service Unavailable")
        }
    }

    @Test("a success that can't be read keeps what was received")
    func decoding() async throws {
        try await replaying("errors/200-wrong-type") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .decoding(let failure) = error else { return unexpected(error) }
            #expect(failure.status == 200)
            #expect(failure.operation == "calls.get")
            #expect(failure.codingPath.contains("end_time"))
            #expect(!failure.rawBody.isEmpty)
        }
        try await replaying("errors/200-empty") { plivo in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .decoding(let failure) = error else { return unexpected(error) }
            #expect(failure.rawBody.isEmpty)
        }
    }

    @Test(
        "a success that lacks something says what, of which operation, and what to tell the API's support",
        arguments: [
            ("errors/200-missing-key", "objects[1].total_amount", "it is missing"),
            ("errors/200-wrong-kind", "objects[1].bill_duration", "expected a whole number"),
        ])
    func incomplete(_ recording: String, _ path: String, _ reason: String) async throws {
        try await replaying(recording) { plivo in
            let error = await plivoError { try await plivo.calls.list(.init(limit: 2)).page() }
            guard case .decoding(let failure) = error else { return unexpected(error) }
            #expect(failure.codingPath == path)
            #expect(failure.requestID == "3d0e8f95-9a41-11ee-8c5d-0242ac110007")
            let text = try #require(error?.errorDescription)
            #expect(text.hasPrefix("calls.list: 200 OK: the body's \(path) isn't what the API describes"))
            #expect(text.contains(reason))
            #expect(text.hasSuffix("(request 3d0e8f95-9a41-11ee-8c5d-0242ac110007)"))
        }
    }

    @Test("says what happened, why, and what to do, as Foundation asks for it")
    func localized() async throws {
        try await replaying("errors/400-missing-parameter") { plivo in
            let error: any Error = try #require(
                await plivoError { try await plivo.messages.create(.init(src: "14155550111", dst: "")) })
            #expect(
                error.localizedDescription == "messages.create: 400 Bad Request: dst parameter not present"
                    + " (request 6935db6c-0851-47df-9b35-57a6d0e7c120)")
            let localized = try #require(error as? any LocalizedError)
            #expect(localized.failureReason?.hasPrefix("A required parameter was left out") == true)
            #expect(localized.recoverySuggestion?.hasPrefix("Compare the request") == true)
        }
    }

    @Test("a failure that is posted to the callback is the same typed error")
    func callback() async throws {
        try await replaying { plivo in
            let posted = Data(#"{"api_id": "1", "error": "to is not a number"}"#.utf8)
            do throws(PlivoError) {
                _ = try plivo.calls.createOutcome(fromCallback: posted)
                Issue.record("expected an error")
            } catch {
                #expect(error.context.message == "to is not a number")
            }
        }
    }

    @Test("an identifier that would change the path never leaves")
    func dangerousPath() async throws {
        try await replaying { plivo in
            for identifier in ["", ".", ".."] {
                let error = await plivoError { try await plivo.calls.get(identifier) }
                guard case .invalidRequest = error else { return unexpected(error) }
            }
        }
    }
}
