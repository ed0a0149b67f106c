import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Phone numbers")
struct PhoneNumberTests {
    @Test("searches for numbers, and reads a LATA that is a number, a text or null")
    func list() async throws {
        try await replaying("phone-numbers/list") { plivo in
            let page = try await plivo.phoneNumbers.listPage(
                .init(
                    countryISO: "US", type: .local, pattern: "415", services: [.voice, .sms, .mms], npaNXX: "415555",
                    limit: 3))
            #expect(page.meta.totalCount == 412)
            #expect(page.objects.map(\.number) == ["14155550187", "14155550188", "14155550189"])
            #expect(page.objects.map(\.lata) == [722, 722, nil])
            #expect(page.objects.map(\.type) == [.fixed, .fixed, .tollFree])
            #expect(page.objects.map(\.subType) == [.local, nil, nil])
            #expect(page.objects.map(\.city) == ["SAN FRANCISCO", nil, nil])
            #expect(page.objects.map(\.rateCenter) == ["SNFC CNTRL", "SNFC CNTRL", nil])
            #expect(page.objects.map(\.mmsEnabled) == [true, nil, nil])
            #expect(page.objects.map(\.mmsRate) == [decimal("0.0071"), nil, nil])
            #expect(page.objects.map(\.highAvailability) == [nil, nil, true])
            #expect(page.objects.map(\.fallbackNumber) == [nil, nil, "14155550190"])
            #expect(page.objects.map(\.restriction) == [nil, .cityAddress, nil])
        }
    }

    @Test("reads what a number costs, and what has to be proved for it")
    func listDetails() async throws {
        try await replaying("phone-numbers/list") { plivo in
            let page = try await plivo.phoneNumbers.listPage(
                .init(
                    countryISO: "US", type: .local, pattern: "415", services: [.voice, .sms, .mms], npaNXX: "415555",
                    limit: 3))
            let found = try #require(page.objects.dropFirst().first)
            #expect(found.country == "UNITED STATES")
            #expect(found.region == "California, UNITED STATES")
            #expect(found.prefix == "415")
            #expect(found.setupRate == 0)
            #expect(found.monthlyRentalRate == decimal("0.95"))
            #expect(found.smsEnabled)
            #expect(found.smsRate == decimal("0.0062"))
            #expect(found.voiceEnabled)
            #expect(found.voiceRate == decimal("0.0048"))
            #expect(found.restrictionText == "An address in the city is needed.")
            #expect(found.resourceURI == "/v1/Account/\(Sample.authID)/PhoneNumber/14155550188/")
            let prerequisite = try #require(found.prerequisites?.first)
            #expect(prerequisite.kind == "address")
            #expect(prerequisite.scope == "country")
            #expect(prerequisite.proofRequired)
            #expect(prerequisite.proofType == ["Any"])
        }
    }

    @Test("rents a pair of numbers")
    func create() async throws {
        try await replaying("phone-numbers/create") { plivo in
            let rented = try await plivo.phoneNumbers.create(
                "14155550187", .init(appID: "20418873310254417", cnamLookup: .enabled, highAvailability: true))
            #expect(rented.status == "fulfilled")
            #expect(rented.message == "created")
            #expect(rented.numbers.map(\.number) == ["14155550187"])
            #expect(rented.numbers.map(\.status) == [.success])
            #expect(rented.numbers.map(\.fallbackNumber) == ["14155550188"])
        }
    }

    @Test("rents a number that has to wait, whatever the success is called")
    func createPending() async throws {
        try await replaying("phone-numbers/create-pending") { plivo in
            let rented = try await plivo.phoneNumbers.create(
                "14155550189", .init(complianceApplicationID: "17f5c0d6-7d9e-4f0e-8a33-1c9b4be0a7aa"))
            #expect(rented.status == "fulfilled")
            #expect(rented.numbers.map(\.status) == [.pending])
        }
    }

    @Test("rents a number without any wishes, and reads a partial success")
    func createPartial() async throws {
        try await replaying("phone-numbers/create-partial") { plivo in
            let rented = try await plivo.phoneNumbers.create("14155550188")
            #expect(rented.status == "partial")
            #expect(rented.numbers.map(\.fallbackNumber) == [nil])
        }
    }
}
