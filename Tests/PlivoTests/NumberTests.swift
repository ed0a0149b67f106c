import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Numbers")
struct NumberTests {
    private let number = "14155550142"

    @Test("filters numbers by kind, services and dates, and reads entries of which no two have the same keys")
    func list() async throws {
        try await replaying("numbers/list") { plivo in
            let page = try await plivo.numbers.listPage(
                .init(
                    type: .tollFree, numberStartsWith: "1415", services: [.voice, .sms],
                    renewalDateBefore: CalendarDate(year: 2024, month: 8, day: 1),
                    renewalDateOnOrAfter: CalendarDate(year: 2024, month: 7, day: 1),
                    tenDLCRegistrationStatus: .completed, tollFreeSMSVerification: .verified, limit: 20))
            #expect(page.meta.totalCount == 3)
            #expect(page.objects.map(\.number) == ["14155550142", "14155550143", "14155550144"])
            #expect(page.objects.map(\.active) == [true, nil, nil])
            #expect(page.objects.map(\.alias) == ["front desk", "", nil])
            #expect(page.objects.map(\.cnamLookup) == [.enabled, .disabled, nil])
            #expect(page.objects.map(\.numberType) == [.local, .tollFree, NumberType(rawValue: "satellite")])
            #expect(page.objects.map(\.subAccountName) == ["Reseller West", nil, nil])
            #expect(page.objects.map(\.mmsEnabled) == [true, true, nil])
            #expect(page.objects.map(\.mmsRate) == [0, 0, nil])
            #expect(page.objects.map(\.renewalDate?.day) == [20, 20, nil])
            #expect(page.objects.map(\.tenDLCRegistrationStatus) == [.completed, nil, .processing])
            #expect(page.objects.map(\.tollFreeSMSVerification) == [nil, .verified, nil])
            #expect(page.objects.map(\.tollFreeSMSVerificationOrderStatus) == [nil, "APPROVED", nil])
        }
    }

    @Test("adds numbers from a carrier of one's own")
    func create() async throws {
        try await replaying("numbers/create") { plivo in
            let added = try await plivo.numbers.create(
                .init(
                    numbers: "14155550145,14155550146", carrier: "20171206115534", region: "California, United States",
                    appID: "20418873310254417", subaccount: Sample.subaccountID))
            #expect(added.message == "changed")
            #expect(added.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110021")
        }
    }

    @Test("reads a number, with rates as decimal numbers")
    func get() async throws {
        try await replaying("numbers/get") { plivo in
            let rented = try await plivo.numbers.get(number)
            #expect(rented.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110022")
            #expect(rented.number == number)
            #expect(rented.addedOn == CalendarDate(year: 2023, month: 11, day: 20))
            #expect(rented.renewalDate == CalendarDate(year: 2024, month: 7, day: 20))
            #expect(rented.application == "/v1/Account/\(Sample.authID)/Application/20418873310254417/")
            #expect(rented.carrier == "Plivo")
            #expect(rented.city == "San Francisco")
            #expect(rented.country == "United States")
            #expect(rented.region == "California, UNITED STATES")
            #expect(rented.cnam == "NORTHWIND")
            #expect(rented.cnamLookup == .enabled)
            #expect(rented.callerReputationStatus == .notEnrolled)
            #expect(rented.complianceStatus == nil)
            #expect(rented.monthlyRentalRate == decimal("0.95"))
            #expect(rented.voiceRate == decimal("0.0091"))
            #expect(rented.smsRate == 0)
            #expect(rented.voiceEnabled)
            #expect(rented.smsEnabled)
            #expect(rented.numberType == .local)
            #expect(rented.subAccount == Sample.subaccountID)
            #expect(rented.subAccountName == nil)
            #expect(rented.tenDLCRegistrationStatus == .unregistered)
            #expect(rented.tollFreeSMSVerification == nil)
            #expect(rented.resourceURI == "/v1/Account/\(Sample.authID)/Number/\(number)/")
        }
    }

    @Test("changes a number, whose callbacks are parameters of their own")
    func update() async throws {
        try await replaying("numbers/update") { plivo in
            let changed = try await plivo.numbers.update(
                number,
                .init(
                    appID: "20418873310254417", subaccount: Sample.subaccountID, alias: "front desk",
                    cnamLookup: .enabled, cnam: "NORTHWIND", cnamCallbackURL: "https://example.com/plivo/cnam",
                    cnamCallbackMethod: .post, callerReputation: .disabled,
                    verificationInfo: ["address_id": "73219845"]))
            #expect(changed.message == "changed")
        }
    }

    @Test("gives a number up")
    func delete() async throws {
        try await replaying("numbers/delete") { plivo in
            try await plivo.numbers.delete(number)
        }
    }
}
