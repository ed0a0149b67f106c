import CallsignRuntime
import Foundation
import Plivo
import Testing

// The API deprecates identities, so the tests are deprecated, too: otherwise they would warn.
@Suite("Identities")
struct IdentityTests {
    private let identityID = "60317725948120"

    private let born = CalendarDate(year: 1984, month: 11, day: 30)
    private let issued = CalendarDate(year: 2021, month: 5, day: 17)
    private let passport = MultipartFile(
        Data("%PDF-1.7 proof".utf8), filename: "passport.pdf", contentType: "application/pdf")

    @available(*, deprecated)
    @Test("filters identities, and reads one whose document was not read")
    func list() async throws {
        try await replaying("identities/list") { plivo in
            let page = try await plivo.identities.listPage(
                .init(
                    countryISO: "PT", customerName: "Rita Valente", alias: "rita", verificationStatus: .accepted,
                    limit: 2, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110120")
            #expect(page.meta.totalCount == 3)
            #expect(page.objects.map(\.apiID) == [nil, nil])
            #expect(page.objects.map(\.alias) == ["rita", nil])
            #expect(page.objects.map(\.validationStatus) == [.accepted, nil])
            #expect(page.objects.map(\.verificationStatus) == [.pending, nil])
            #expect(page.objects.map { $0.documentDetails == nil } == [false, true])
            #expect(page.objects.map(\.idNumber) == ["PX771204", nil])
        }
    }

    @available(*, deprecated)
    @Test("goes through all pages of identities")
    func listAll() async throws {
        try await replaying("identities/list-first-page", "identities/list-last-page") { plivo in
            var identifiers: [String] = []
            for try await identity in plivo.identities.list(.init(limit: 2)) { identifiers.append(identity.id) }
            #expect(identifiers == ["60317725948120", "60317725948121", "60317725948122"])
        }
    }

    @available(*, deprecated)
    @Test("reads an identity")
    func get() async throws {
        try await replaying("identities/get") { plivo in
            let identity = try await plivo.identities.get(identityID)
            #expect(identity.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110123")
            #expect(identity.id == identityID)
            #expect(identity.account == Sample.authID)
            #expect(identity.subaccount == Sample.subaccountID)
            #expect(identity.countryISO == "PT")
            #expect(identity.salutation == .ms)
            #expect(identity.firstName == "Rita")
            #expect(identity.lastName == "Valente")
            #expect(identity.nationality == "PT")
            #expect(identity.idType == "passport")
            let path = "/v1/Account/\(Sample.authID)/Verification/Identity/\(identityID)/"
            #expect(identity.url == "https://api.plivo.com\(path)")
            let read = try #require(identity.documentDetails)
            #expect(read.salutation == .ms)
            #expect(read.firstName == "Rita")
            #expect(read.lastName == "Valente")
            #expect(read.nationality == "PT")
            #expect(read.idType == "passport")
            #expect(read.idNumber == "PX771204")
        }
    }

    @available(*, deprecated)
    @Test("hands in an identity with its document, in one form")
    func create() async throws {
        try await replaying("identities/create") { plivo in
            let accepted = try await plivo.identities.create(
                .init(
                    countryISO: "PT", salutation: .ms, firstName: "Rita", lastName: "Valente", birthPlace: "Braga",
                    birthDate: try #require(born), nationality: "PT", idNationality: "PT",
                    idIssueDate: try #require(issued), idType: "passport",
                    idNumber: "PX771204", addressLine1: "118", addressLine2: "Rua das Oliveiras", city: "Porto",
                    region: "Porto", postalCode: "4050-449", alias: "rita", businessName: "Northwind Lda",
                    fiscalIdentificationCode: "X4410972B", streetCode: "0362", municipalCode: "0751",
                    subaccount: Sample.subaccountID, file: passport, autoCorrectAddress: false,
                    callbackURL: "https://example.com/plivo/identities"))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110124")
            #expect(accepted.message == "accepted for verification")
        }
    }

    @available(*, deprecated)
    @Test("changes an identity and its document")
    func update() async throws {
        try await replaying("identities/update") { plivo in
            let accepted = try await plivo.identities.update(
                identityID,
                .init(
                    countryISO: "PT", salutation: .ms, firstName: "Rita", lastName: "Valente", birthPlace: "Braga",
                    birthDate: try #require(born), nationality: "PT", idNationality: "PT",
                    idIssueDate: try #require(issued), idType: "passport",
                    idNumber: "PX771204", addressLine1: "118", addressLine2: "Rua das Oliveiras", city: "Porto",
                    region: "Porto", postalCode: "4050-449", alias: "rita", businessName: "Northwind Lda",
                    fiscalIdentificationCode: "X4410972B", streetCode: "0362", municipalCode: "0751",
                    subaccount: Sample.subaccountID, file: passport, autoCorrectAddress: false,
                    callbackURL: "https://example.com/plivo/identities"))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110125")
            #expect(accepted.message == "accepted for verification")
            #expect(accepted.status == "success")
        }
    }

    @available(*, deprecated)
    @Test("changes an identity without its address, and reads an answer without a status")
    func updateWithoutAddress() async throws {
        try await replaying("identities/update-without-address") { plivo in
            let accepted = try await plivo.identities.update(
                identityID,
                .init(
                    countryISO: "PT", salutation: .ms, firstName: "Rita", lastName: "Valente", birthPlace: "Braga",
                    birthDate: try #require(born), nationality: "PT", idNationality: "PT",
                    idIssueDate: try #require(issued), idType: "passport",
                    idNumber: "PX771204"))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110126")
            #expect(accepted.status == nil)
        }
    }

    @available(*, deprecated)
    @Test("deletes an identity")
    func delete() async throws {
        try await replaying("identities/delete") { plivo in
            try await plivo.identities.delete(identityID)
        }
    }
}
