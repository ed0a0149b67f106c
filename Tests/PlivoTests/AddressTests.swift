import CallsignRuntime
import Foundation
import Plivo
import Testing

// The API deprecates addresses, so the tests are deprecated, too: otherwise they would warn.
@Suite("Addresses")
struct AddressTests {
    private let addressID = "50218837046619"

    @available(*, deprecated)
    @Test("filters addresses, and reads one whose document was not read")
    func list() async throws {
        try await replaying("addresses/list") { plivo in
            let page = try await plivo.addresses.listPage(
                .init(
                    countryISO: "PT", customerName: "Tomas Valente", alias: "porto office",
                    verificationStatus: .pending, validationStatus: .accepted, limit: 2, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110100")
            #expect(page.meta.totalCount == 3)
            let list = "https://api.plivo.com/v1/Account/\(Sample.authID)/Verification/Address/"
            #expect(page.meta.next == "\(list)?limit=2&offset=2")
            #expect(page.objects.map(\.apiID) == [nil, nil])
            #expect(page.objects.map(\.city) == ["PORTO", nil])
            #expect(page.objects.map(\.validationStatus) == [.accepted, nil])
            #expect(page.objects.map(\.verificationStatus) == [.pending, nil])
            let bare = try #require(page.objects.last)
            #expect(bare.documentDetails == nil)
            #expect(bare.firstName == nil)
            #expect(bare.subaccount == Sample.subaccountID)
            #expect(bare.addressProofType == "address")
            #expect(bare.iso3 == "PRT")
            #expect(bare.pk == 4417)
            #expect(bare.url.hasSuffix("/Verification/Download/Document/50218837046620/"))
        }
    }

    @available(*, deprecated)
    @Test("goes through all pages of addresses")
    func listAll() async throws {
        try await replaying("addresses/list-first-page", "addresses/list-last-page") { plivo in
            var aliases: [String?] = []
            for try await address in plivo.addresses.list(.init(limit: 2)) { aliases.append(address.alias) }
            #expect(aliases == ["porto office", nil, "lisboa office"])
        }
    }

    @available(*, deprecated)
    @Test("reads an address")
    func get() async throws {
        try await replaying("addresses/get") { plivo in
            let address = try await plivo.addresses.get(addressID)
            #expect(address.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110103")
            #expect(address.id == addressID)
            #expect(address.account == Sample.authID)
            #expect(address.subaccount == nil)
            #expect(address.countryISO == "PT")
            #expect(address.salutation == .mr)
            #expect(address.firstName == "Tomas")
            #expect(address.lastName == "Valente")
            #expect(address.addressLine1 == "118")
            #expect(address.addressLine2 == "RUA DAS OLIVEIRAS")
            #expect(address.region == "PORTO")
            #expect(address.postalCode == "4050-449")
            let read = try #require(address.documentDetails)
            #expect(read.salutation == .mr)
            #expect(read.firstName == "Tomas")
            #expect(read.lastName == "Valente")
            #expect(read.addressLine1 == "118")
            #expect(read.addressLine2 == "RUA DAS OLIVEIRAS")
            #expect(read.city == "PORTO")
            #expect(read.region == "PORTO")
            #expect(read.postalCode == "4050-449")
        }
    }

    @available(*, deprecated)
    @Test("reads what only the documentation has of an address")
    func getDocumented() async throws {
        try await replaying("addresses/get-documented") { plivo in
            let address = try await plivo.addresses.get("50218837046622")
            #expect(address.verificationStatus == .verified)
            #expect(address.fiscalIdentificationCode == "X4410972B")
            #expect(address.streetCode == "0362")
            #expect(address.municipalCode == "0751")
            #expect(address.proofType == "PASSPORT")
            #expect(address.addressProofNumber == "LX204417")
            #expect(address.linkedPhoneNumbers == ["34915550142", "34915550143"])
        }
    }

    @available(*, deprecated)
    @Test("hands in an address with its document, in one form")
    func create() async throws {
        try await replaying("addresses/create") { plivo in
            let accepted = try await plivo.addresses.create(
                .init(
                    countryISO: "ES", salutation: .mr, firstName: "Tomas", lastName: "Valente", addressLine1: "118",
                    addressLine2: "Calle de los Olivos", city: "Madrid", region: "Madrid", postalCode: "28004",
                    addressProofType: .nie, proofType: "NIE", phoneNumberCountry: "ES", numberType: "local",
                    alias: "madrid office",
                    file: MultipartFile(
                        Data("%PDF-1.7 proof".utf8), filename: "proof.pdf", contentType: "application/pdf"),
                    autoCorrectAddress: false, fiscalIdentificationCode: "X4410972B", streetCode: "0362",
                    municipalCode: "0751", callbackURL: "https://example.com/plivo/addresses"))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110105")
            #expect(accepted.message == "accepted for verification")
        }
    }

    @available(*, deprecated)
    @Test("hands in an address without a document, and takes the status that is documented")
    func createWithoutDocument() async throws {
        try await replaying("addresses/create-without-document") { plivo in
            let accepted = try await plivo.addresses.create(
                .init(
                    countryISO: "ES", salutation: .mr, firstName: "Tomas", lastName: "Valente", addressLine1: "118",
                    addressLine2: "Calle de los Olivos", city: "Madrid", region: "Madrid", postalCode: "28004",
                    addressProofType: .others))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110106")
        }
    }

    @available(*, deprecated)
    @Test("changes an address and its document")
    func update() async throws {
        try await replaying("addresses/update") { plivo in
            let accepted = try await plivo.addresses.update(
                addressID,
                .init(
                    salutation: .ms, firstName: "Rita", lastName: "Valente", countryISO: "PT", addressLine1: "120",
                    addressLine2: "Rua das Oliveiras", city: "Porto", region: "Porto", postalCode: "4050-450",
                    alias: "porto annex",
                    file: MultipartFile(
                        Data("a picture of a bill".utf8), filename: "proof.png", contentType: "image/png"),
                    autoCorrectAddress: true, callbackURL: "https://example.com/plivo/addresses"))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110107")
            #expect(accepted.message == "accepted for verification")
            #expect(accepted.status == "success")
        }
    }

    @available(*, deprecated)
    @Test("changes no more than a name, and reads an answer without a status")
    func updateName() async throws {
        try await replaying("addresses/update-name") { plivo in
            let accepted = try await plivo.addresses.update(
                addressID, .init(salutation: .mr, firstName: "Tomas", lastName: "Valente"))
            #expect(accepted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110108")
            #expect(accepted.status == nil)
        }
    }

    @available(*, deprecated)
    @Test("deletes an address")
    func delete() async throws {
        try await replaying("addresses/delete") { plivo in
            try await plivo.addresses.delete(addressID)
        }
    }
}
