import CallsignRuntime
import Plivo
import Testing

@Suite("Call feedback")
struct CallFeedbackTests {
    private let callUUID = "7be0c4de-51a6-4f0a-9d0c-2f6d3b8a1e44"

    @Test("rates a call with a fraction, and tells everything that was wrong with it")
    func create() async throws {
        try await replaying("call-feedback/create") { plivo in
            let receipt = try await plivo.callFeedback.create(
                callUUID,
                .init(rating: 2.5, issues: CallIssue.knownValues, notes: "The other side cut out twice."))
            #expect(receipt.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110601")
            #expect(receipt.message == "Feedback has been posted")
            #expect(receipt.status == "success")
        }
    }

    @Test("sends nothing but the rating of a call that was good")
    func createBest() async throws {
        try await replaying("call-feedback/create-best") { plivo in
            let receipt = try await plivo.callFeedback.create(callUUID, .init(rating: 5))
            #expect(receipt.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110602")
        }
    }

    @Test("422 tells which value makes no sense")
    func createRefused() async throws {
        try await replaying("call-feedback/create-refused", "call-feedback/create-refused-twice-told") { plivo in
            let outOfRange = try #require(
                await refusal { try await plivo.callFeedback.create(callUUID, .init(rating: 6)) })
            #expect(outOfRange.status == 422)
            #expect(outOfRange.message == "rating out of range")
            #expect(outOfRange.requestID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110603")
            #expect(outOfRange.causes?.isEmpty == false)
            #expect(outOfRange.remedy?.isEmpty == false)

            let unknown = CallIssue(rawValue: "TOO_LONG")
            let unknownIssue = try #require(
                await refusal { try await plivo.callFeedback.create(callUUID, .init(rating: 1, issues: [unknown])) })
            #expect(unknownIssue.status == 422)
            #expect(unknownIssue.message == "issue not known")
        }
    }

    private func refusal(_ operation: () async throws -> CallFeedbackCreated) async -> FailureContext? {
        do {
            _ = try await operation()
        } catch {
            return (error as? any ClientError)?.context
        }
        return nil
    }
}
