import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Verify sessions")
struct VerifySessionTests {
    private let sessionUUID = "3b7f0d52-6c18-4e9a-a1d4-95f2c0e7b836"
    private let appUUID = "fe0c49a1-7d3b-4f10-8c55-21b6a7e0d934"

    @Test("sends a code, with nothing said but to whom")
    func create() async throws {
        try await replaying("verify-sessions/create") { plivo in
            let receipt = try await plivo.verifySessions.create(.init(recipient: "+14155550133"))
            #expect(receipt.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110201")
            #expect(receipt.message == "Session started")
            #expect(receipt.sessionUUID == sessionUUID)
        }
    }

    @Test("calls with a code of one's own, and says all that can be said")
    func createByCall() async throws {
        try await replaying("verify-sessions/create-by-call") { plivo in
            let receipt = try await plivo.verifySessions.create(
                .init(
                    recipient: "+14155550133", appUUID: appUUID, channel: .voice, url: "https://example.com/verify",
                    method: .get, src: "14155550111", locale: "pt_BR", brandName: "Northwind", appHash: "kZ3+vR8tQ1m",
                    codeLength: 6, dtmf: 9, fraudCheck: "disabled", otp: "481205"))
            #expect(receipt.sessionUUID == sessionUUID)
            #expect(receipt.error == nil)
            #expect(receipt.invalidNumber == nil)
        }
    }

    @Test("tells that a destination is not permitted")
    func createForbidden() async throws {
        try await replaying("verify-sessions/create-forbidden") { plivo in
            let error = await plivoError {
                try await plivo.verifySessions.create(.init(recipient: "+35120055501"))
            }
            guard case .forbidden(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "Geo permission to the destination country is not enabled")
        }
    }

    @Test("reads a session with its attempts and what each cost")
    func get() async throws {
        try await replaying("verify-sessions/get") { plivo in
            let session = try await plivo.verifySessions.get(sessionUUID)
            #expect(session.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110204")
            #expect(session.sessionUUID == sessionUUID)
            #expect(session.appUUID == appUUID)
            #expect(session.alias == "Sign in")
            #expect(session.recipient == "14155550133")
            #expect(session.channel == .voice)
            #expect(session.locale == "en_US")
            #expect(session.status == .verified)
            #expect(session.count == 2)
            #expect(session.requestorIP == "203.0.113.7")
            #expect(session.destinationCountryISO2 == "US")
            #expect(session.destinationNetwork == "Example Wireless")
            let created = date("2024-03-02T09:15:27Z").addingTimeInterval(0.104512)
            #expect(abs(session.createdAt.timeIntervalSince(created)) < 0.000_001)
            #expect(session.updatedAt == date("2024-03-02T09:16:02Z"))

            let attempts = try #require(session.attemptDetails)
            #expect(attempts.map(\.channel) == [.sms, .voice])
            #expect(attempts.map(\.status) == ["failed", "answer"])
            #expect(attempts.map(\.brandName) == ["Northwind", nil])
            #expect(attempts.map(\.appHash) == ["kZ3+vR8tQ1m", nil])
            #expect(attempts.map(\.codeLength) == [6, nil])
            #expect(attempts.map(\.dtmf) == [nil, 9])
            #expect(attempts.map(\.fraudCheck) == ["disabled", nil])
            #expect(attempts.last?.time == date("2024-03-02T09:15:49Z"))

            #expect(session.charges.totalCharge == decimal("0.0745"))
            #expect(session.charges.validationCharge == decimal("0.05"))
            let charges = try #require(session.charges.attemptCharges)
            #expect(charges.map(\.attemptUUID) == attempts.map(\.attemptUUID))
            #expect(charges.map(\.channel) == [.sms, .voice])
            #expect(charges.map(\.charge) == [decimal("0.0085"), decimal("0.016")])
        }
    }

    @Test("reads a session before its first attempt, which last changed in the year 1")
    func getUnattempted() async throws {
        try await replaying("verify-sessions/get-unattempted") { plivo in
            let session = try await plivo.verifySessions.get(sessionUUID)
            #expect(session.status == .inProgress)
            #expect(session.count == 0)
            #expect(session.alias == nil)
            #expect(session.locale == nil)
            #expect(session.requestorIP == "")
            #expect(session.destinationCountryISO2 == "")
            #expect(session.destinationNetwork == nil)
            #expect(session.attemptDetails == nil)
            #expect(session.charges.totalCharge == 0)
            #expect(session.charges.attemptCharges == nil)
            // 28 seconds after the year began in UTC, less the offset's own seconds.
            #expect(session.updatedAt.timeIntervalSince1970 == -62_135_596_772)
        }
    }

    @Test("goes through all sessions of three pages, though nothing says how many there are")
    func list() async throws {
        try await replaying("verify-sessions/list") { plivo in
            var last: [Substring] = []
            for try await session in plivo.verifySessions.list(.init(limit: 2)) {
                last.append(session.sessionUUID.suffix(2))
            }
            #expect(last == ["01", "02", "03", "04", "05"])
        }
    }

    @Test("filters sessions, and reads one that is written otherwise")
    func listFiltered() async throws {
        try await replaying("verify-sessions/list-filtered") { plivo in
            let page = try await plivo.verifySessions.listPage(
                .init(
                    status: .expired, recipient: "14155550101", appUUID: appUUID, country: "US", alias: "Sign in",
                    subaccount: Sample.subaccountID, brandName: "Northwind", appHash: "kZ3+vR8tQ1m",
                    sessionTime: date("2024-03-02T09:15:27Z").addingTimeInterval(0.5),
                    sessionTimeAfter: date("2024-03-02T09:00:00Z"),
                    sessionTimeOnOrAfter: date("2024-03-02T09:15:00Z"),
                    sessionTimeBefore: date("2024-03-02T10:00:00Z"),
                    sessionTimeOnOrBefore: date("2024-03-02T09:45:00Z"), limit: 20, offset: 0))
            #expect(page.error == nil)
            #expect(page.meta?.totalCount == nil)
            let session = try #require(page.sessions?.first)
            #expect(session.apiID == nil)
            #expect(session.alias == nil)
            #expect(session.status.rawValue == "Expired")
            #expect(session.createdAt == date("2024-03-02T09:15:27Z").addingTimeInterval(0.5))
            let attempt = try #require(session.attemptDetails?.first)
            #expect(attempt.attemptUUID == nil)
            #expect(attempt.time == date("2024-03-02T09:15:28Z"))
        }
    }

    @Test("takes null for no sessions")
    func listEmpty() async throws {
        try await replaying("verify-sessions/list-empty") { plivo in
            var count = 0
            for try await _ in plivo.verifySessions.list(.init(recipient: "14155550199")) { count += 1 }
            #expect(count == 0)
        }
    }

    @Test("checks a code")
    func validate() async throws {
        try await replaying("verify-sessions/validate") { plivo in
            let answer = try await plivo.verifySessions.validate(sessionUUID, .init(otp: "481205"))
            #expect(answer.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110206")
            #expect(answer.message == "Code accepted.")
            #expect(answer.sessionUUID == sessionUUID)
        }
    }

    @Test("checks a session without telling the code")
    func validateWithoutCode() async throws {
        try await replaying("verify-sessions/validate-without-code") { plivo in
            let answer = try await plivo.verifySessions.validate(sessionUUID, .init())
            #expect(answer.sessionUUID == nil)
            #expect(answer.error == nil)
            #expect(answer.invalidNumber == nil)
        }
    }
}
