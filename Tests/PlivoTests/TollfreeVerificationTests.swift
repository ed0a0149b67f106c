import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Verification of toll-free numbers")
struct TollfreeVerificationTests {
    private let uuid = "c0709307-5714-4443-a217-0760860c6e06"
    private let profileUUID = "ea1c35c6-5ad6-4ebd-9855-ec4ffa917e4d"

    @Test("asks for a number to be verified")
    func create() async throws {
        try await replaying("tollfree-verifications/create") { plivo in
            let created = try await plivo.tollfreeVerifications.create(
                .init(
                    number: "18335550166", profileUUID: profileUUID, useCase: "2FA,CUSTOMER_CARE",
                    useCaseSummary: "Codes at sign in.", messageSample: "Your code is 123456.",
                    optInImageURL: "https://example.org/optin.png", optInType: .mobileQRCode, volume: "100",
                    additionalInformation: "None", extraData: "row 17",
                    callbackURL: "https://example.com/plivo/tollfree", callbackMethod: .post))
            #expect(created.uuid == uuid)
            #expect(created.message == "Verification request for 18335550166 submitted")
        }
    }

    @Test("reads a request that was refused")
    func get() async throws {
        try await replaying("tollfree-verifications/get") { plivo in
            let verification = try await plivo.tollfreeVerifications.get(uuid)
            #expect(verification.number == "18335550166")
            #expect(verification.useCase == "2FA,CUSTOMER_CARE")
            #expect(verification.optInType == .mobileQRCode)
            #expect(verification.status == .rejected)
            #expect(verification.errorMessage == "The picture can't be opened")
            #expect(verification.extraData == "row 17")
            #expect(verification.callbackMethod == .post)
            let created = try #require(verification.created)
            #expect(abs(created.timeIntervalSince(date("2024-02-12T17:27:12Z")) - 0.554134) < 0.00001)
            let lastModified = try #require(verification.lastModified)
            #expect(abs(lastModified.timeIntervalSince(date("2024-02-13T12:05:47Z")) - 0.337907) < 0.00001)
        }
    }

    @Test("changes a request")
    func update() async throws {
        try await replaying("tollfree-verifications/update") { plivo in
            let updated = try await plivo.tollfreeVerifications.update(
                uuid,
                .init(
                    profileUUID: profileUUID, useCase: "2FA,CUSTOMER_CARE", useCaseSummary: "Codes at sign in.",
                    messageSample: "Your code is 123456.", optInImageURL: "https://example.org/optin.png",
                    optInType: .mobileQRCode, volume: "100", additionalInformation: "None", extraData: "row 17",
                    callbackURL: "https://example.com/plivo/tollfree", callbackMethod: .post))
            #expect(updated.message == "Verification request for 18335550166 updated")
        }
    }

    @Test("deletes a request")
    func delete() async throws {
        try await replaying("tollfree-verifications/delete") { plivo in
            try await plivo.tollfreeVerifications.delete(uuid)
        }
    }

    @Test("goes through two pages, whose totals have different names")
    func list() async throws {
        try await replaying("tollfree-verifications/list", "tollfree-verifications/list-last-page") { plivo in
            var found: [TollfreeVerification] = []
            let request = PlivoClient.TollfreeVerifications.ListRequest(
                number: "18335550166", status: .submitted, profileUUID: profileUUID, useCase: "2FA",
                createdAfter: date("2024-02-01T00:00:00Z"), createdOnOrAfter: date("2024-02-02T00:00:00Z"),
                createdBefore: date("2024-02-20T00:00:00Z"), createdOnOrBefore: date("2024-02-19T00:00:00Z"), limit: 1)
            for try await verification in plivo.tollfreeVerifications.list(request) { found.append(verification) }
            #expect(found.map(\.uuid) == [uuid, "9d3e71b4-08c2-4f6a-a5e7-b2c41d90f863"])
            #expect(found.map(\.status) == [.submitted, .approved])
            #expect(found.last?.useCase == "2FA,CUSTOMER_CARE")
            #expect(found.map(\.optInImageURL) == [nil, "https://example.org/optin.png"])
        }
    }

    @Test("reads a list that isn't there, and why")
    func listNothing() async throws {
        try await replaying("tollfree-verifications/list-nothing") { plivo in
            let page = try await plivo.tollfreeVerifications.listPage()
            #expect(page.objects == nil)
            #expect(page.error == "not enabled for this account")
        }
    }
}
