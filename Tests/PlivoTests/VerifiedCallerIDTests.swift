import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Verified caller IDs")
struct VerifiedCallerIDTests {
    private let verificationUUID = "a6e41c08-93d7-4b25-8f10-5c7d2e9b6034"

    @Test("begins to verify a number by text message")
    func initiate() async throws {
        try await replaying("verified-caller-ids/initiate") { plivo in
            let receipt = try await plivo.verifiedCallerIDs.initiate(.init(phoneNumber: "+14155550142"))
            #expect(receipt.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110301")
            #expect(receipt.message.hasSuffix("valid for 15 minutes"))
            #expect(receipt.verificationUUID == verificationUUID)
        }
    }

    @Test("begins to verify a number by a call, and says all that can be said")
    func initiateByCall() async throws {
        try await replaying("verified-caller-ids/initiate-by-call") { plivo in
            let receipt = try await plivo.verifiedCallerIDs.initiate(
                .init(
                    phoneNumber: "+14155550142", alias: "Front desk", channel: .call, subaccount: Sample.subaccountID,
                    country: "US", accountID: 4071, authID: Sample.authID, authToken: "not-a-token"))
            #expect(receipt.verificationUUID == verificationUUID)
        }
    }

    @Test("hands back the code")
    func verify() async throws {
        try await replaying("verified-caller-ids/verify") { plivo in
            let verified = try await plivo.verifiedCallerIDs.verify(verificationUUID, .init(otp: "481205"))
            #expect(verified.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110303")
            #expect(verified.channel == .call)
            #expect(verified.alias == "Front desk")
            #expect(verified.country == "US")
            let created = date("2024-03-09T06:12:03Z").addingTimeInterval(0.091534)
            #expect(abs(verified.createdAt.timeIntervalSince(created)) < 0.000_001)
            #expect(verified.phoneNumber == "+14155550142")
            #expect(verified.subaccount == Sample.subaccountID)
            #expect(verified.verificationUUID == verificationUUID)
        }
    }

    @Test("reads a verification of which little is told, and a time of nanoseconds")
    func verifyDocumented() async throws {
        try await replaying("verified-caller-ids/verify-documented") { plivo in
            let verified = try await plivo.verifiedCallerIDs.verify(verificationUUID, .init(otp: "4812"))
            #expect(verified.channel == .unset)
            #expect(verified.alias == nil)
            #expect(verified.country == "")
            let created = date("2024-03-09T06:12:03Z").addingTimeInterval(0.091534218)
            #expect(abs(verified.createdAt.timeIntervalSince(created)) < 0.000_001)
            #expect(verified.subaccount == nil)
        }
    }

    @Test("reads a number")
    func get() async throws {
        try await replaying("verified-caller-ids/get") { plivo in
            let number = try await plivo.verifiedCallerIDs.get("14155550142")
            #expect(number.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110305")
            #expect(number.alias == "Front desk")
            #expect(number.country == "US")
            #expect(number.createdAt == date("2024-03-09T06:12:03Z").addingTimeInterval(0.5))
            let modified = date("2024-03-10T18:00:41Z").addingTimeInterval(0.123456789)
            #expect(abs(number.modifiedAt.timeIntervalSince(modified)) < 0.000_001)
            #expect(number.phoneNumber == "+14155550142")
            #expect(number.subaccount == "")
            #expect(number.verificationUUID == verificationUUID)
            #expect(number.resourceURI == nil)
        }
    }

    @Test("reads a number without a name, asked for with its plus sign")
    func getUnnamed() async throws {
        try await replaying("verified-caller-ids/get-unnamed") { plivo in
            let number = try await plivo.verifiedCallerIDs.get("+14155550142")
            #expect(number.alias == nil)
            #expect(number.subaccount == nil)
            #expect(number.country == "")
        }
    }

    @Test("changes a number's name and subaccount")
    func update() async throws {
        try await replaying("verified-caller-ids/update") { plivo in
            let number = try await plivo.verifiedCallerIDs.update(
                "14155550142", .init(alias: "Night desk", subaccount: Sample.subaccountID))
            #expect(number.alias == "Night desk")
            #expect(number.subaccount == Sample.subaccountID)
            #expect(number.modifiedAt == date("2024-03-11T08:30:00Z"))
        }
    }

    @Test("deletes a number, whether or not the answer has a body")
    func delete() async throws {
        try await replaying("verified-caller-ids/delete", "verified-caller-ids/delete-confirmed") { plivo in
            try await plivo.verifiedCallerIDs.delete("14155550142")
            try await plivo.verifiedCallerIDs.delete("14155550142")
        }
    }

    @Test("goes through all numbers of three pages")
    func list() async throws {
        try await replaying("verified-caller-ids/list") { plivo in
            var numbers: [String] = []
            let request = PlivoClient.VerifiedCallerIDs.ListRequest(
                country: "US", subaccount: Sample.subaccountID, limit: 2)
            for try await number in plivo.verifiedCallerIDs.list(request) { numbers.append(number.phoneNumber) }
            #expect(numbers == ["+14155550141", "+14155550142", "+14155550143", "+14155550144", "+14155550145"])
        }
    }

    @Test("lists the numbers of a name, with their paths")
    func listNamed() async throws {
        try await replaying("verified-caller-ids/list-named") { plivo in
            let page = try await plivo.verifiedCallerIDs.listPage(.init(alias: "Desk 1", limit: 20, offset: 0))
            #expect(page.meta.totalCount == 1)
            let number = try #require(page.objects.first)
            #expect(number.apiID == nil)
            #expect(number.alias == nil)
            #expect(number.subaccount == "")
            #expect(number.resourceURI == "/v1/Account/\(Sample.authID)/VerifiedCallerId/14155550141")
        }
    }
}
