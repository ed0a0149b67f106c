import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Compliance of phone numbers")
struct PhoneNumberComplianceTests {
    private let complianceID = "6d1c4b92-83fe-4a07-b5d9-0e72c8a1f364"
    private let documentTypeID = "8e2f7a10-6b3d-4f58-a9c4-1d70e5b2396f"

    @Test("applies with an end user, documents and their files")
    func create() async throws {
        try await replaying("phone-number-compliance/create") { plivo in
            let endUser = PhoneNumberComplianceNewEndUser(
                type: .business, name: "Northwind Telecom", lastName: "Rao", email: "ops@example.net",
                addressLine1: "41 Marine Drive", addressLine2: "Floor 3", city: "Mumbai", state: "Maharashtra",
                postalCode: "400020", country: "IN", registrationNumber: "U72200MH2019")
            let data = PhoneNumberComplianceData(
                countryISO: "IN", numberType: .local, alias: "mumbai-desk", endUser: endUser,
                documents: [
                    .init(documentTypeID: documentTypeID, dataFields: ["tax_number": "27AAQCN1402K1Z5"]),
                    .init(documentTypeID: "9f307b21-7c4e-4069-bad5-2e81f6c3407a"),
                ],
                callbackURL: "https://example.com/plivo/compliance", callbackMethod: .post)
            let created = try await plivo.phoneNumberCompliances.create(
                .init(
                    data: data,
                    files: [
                        MultipartFile(
                            Data("%PDF-1.7 tax".utf8), filename: "tax.pdf", contentType: "application/pdf"),
                        MultipartFile(
                            Data("a picture of a lease".utf8), filename: "lease.png", contentType: "image/png"),
                    ]))
            #expect(created.complianceID == complianceID)
            #expect(created.message == "created and sent for review")
        }
    }

    @Test("reads an application with all that was asked for")
    func get() async throws {
        try await replaying("phone-number-compliance/get") { plivo in
            let application = try await plivo.phoneNumberCompliances.get(
                complianceID, .init(expand: [.endUser, .documents, .linkedNumbers])
            ).compliance
            #expect(application.status == .rejected)
            #expect(application.rejectionReason == "the tax certificate can't be read")
            #expect(application.numberType == .local)
            #expect(application.userType == .business)
            #expect(application.callbackMethod == .post)
            #expect(application.endUser?.type == .business)
            #expect(application.endUser?.name == "Northwind Telecom")
            let document = try #require(application.documents?.first)
            #expect(document.documentName == "Tax certificate")
            #expect(document.fileName == "tax.pdf")
            #expect(document.metaInformation == ["tax_number": "27AAQCN1402K1Z5"])
            guard case .phoneNumberComplianceLinkedNumberDetail(let number) = application.linkedNumbers?.first else {
                Issue.record("expected a number with its kind")
                return
            }
            #expect(number.number == "+912240551873")
            #expect(number.numberType == .local)
        }
    }

    @Test("reads the other names and forms that answers have")
    func getOtherNames() async throws {
        try await replaying("phone-number-compliance/get-other-names") { plivo in
            let application = try await plivo.phoneNumberCompliances.get(
                complianceID, .init(expand: [.endUser, .linkedNumbers])
            ).compliance
            #expect(application.status == PhoneNumberComplianceStatus(rawValue: "approved"))
            #expect(application.endUser?.type == nil)
            #expect(application.endUser?.endUserType == .individual)
            let numbers = application.linkedNumbers?.map { if case .text(let number) = $0 { number } else { "" } }
            #expect(numbers == ["+912240551873", "+912240551874"])
            #expect(application.documents == nil)
        }
    }

    @Test("goes through two pages of applications")
    func list() async throws {
        try await replaying("phone-number-compliance/list", "phone-number-compliance/list-last-page") { plivo in
            var found: [PhoneNumberCompliance] = []
            let request = PlivoClient.PhoneNumberCompliances.ListRequest(
                status: .accepted, countryISO: "IN", numberType: .local, userType: .business, alias: "mumbai-desk",
                expand: [.documents], limit: 1)
            for try await application in plivo.phoneNumberCompliances.list(request) { found.append(application) }
            #expect(found.map(\.complianceID) == [complianceID, "7e2d5ca3-940f-4b18-86ea-1f83d9b20475"])
            #expect(found.map(\.callbackMethod) == [.post, nil])
            #expect(found.map { $0.documents?.count } == [0, nil])
        }
    }

    @Test("changes an application and one of its documents")
    func update() async throws {
        try await replaying("phone-number-compliance/update") { plivo in
            let changes = PhoneNumberComplianceChanges(
                alias: "mumbai-desk-2", endUser: .init(city: "Pune"),
                documents: [.init(documentTypeID: documentTypeID, dataFields: ["tax_number": "27AAQCN1402K1Z6"])],
                callbackURL: "https://example.com/plivo/compliance-2", callbackMethod: .get)
            let updated = try await plivo.phoneNumberCompliances.update(
                complianceID,
                .init(
                    data: changes,
                    files: [
                        MultipartFile(
                            Data("%PDF-1.7 tax 2".utf8), filename: "tax-2.pdf", contentType: "application/pdf")
                    ]))
            #expect(updated.message == "updated and sent for review again")
            #expect(updated.compliance?.alias == "mumbai-desk-2")
            #expect(updated.compliance?.callbackMethod == .get)
            #expect(updated.complianceID == nil)
        }
    }

    @Test("reads a change that is confirmed by the identifier alone")
    func updateIdentifier() async throws {
        try await replaying("phone-number-compliance/update-identifier") { plivo in
            let updated = try await plivo.phoneNumberCompliances.update(
                complianceID, .init(data: .init(alias: "mumbai-desk-3")))
            #expect(updated.compliance == nil)
            #expect(updated.complianceID == complianceID)
        }
    }

    @Test("deletes an application")
    func delete() async throws {
        try await replaying("phone-number-compliance/delete", "phone-number-compliance/delete-bare") { plivo in
            let deleted = try await plivo.phoneNumberCompliances.delete(complianceID)
            #expect(deleted.complianceID == complianceID)
            #expect(deleted.message == "application removed")
            let bare = try await plivo.phoneNumberCompliances.delete(complianceID)
            #expect(bare.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110509")
            #expect(bare.message == nil)
        }
    }

    @Test("links numbers, of which one can't be")
    func link() async throws {
        try await replaying("phone-number-compliance/link") { plivo in
            let report = try await plivo.phoneNumberCompliances.link(
                .init(numbers: [
                    .init(number: "+912240551873", complianceApplicationID: complianceID),
                    .init(number: "+912240551874", complianceApplicationID: complianceID),
                ]))
            #expect(report.totalCount == 2)
            #expect(report.updatedCount == 1)
            #expect(report.report.map(\.status) == [.success, .failed])
            #expect(report.report.map(\.remarks) == ["linked", "not a number of this account"])
        }
    }

    @Test("finds out what has to be handed in")
    func requirements() async throws {
        try await replaying("phone-number-compliance/requirements") { plivo in
            let requirements = try await plivo.phoneNumberCompliances.requirements.get(
                .init(countryISO: "IN", numberType: .local, userType: .business))
            #expect(requirements.requirementID == "c95d07e3-41b8-4f2a-86d0-7be3a2f19c64")
            let type = try #require(requirements.documentTypes.first)
            #expect(type.proofRequired)
            #expect(type.requiredFields.map(\.fieldName) == ["tax_number", "company_type"])
            #expect(type.requiredFields.map(\.fieldType) == [.text, .choice])
            #expect(type.requiredFields.map(\.values) == [nil, "private,public"])
            #expect(type.requiredFields.map(\.maxLength) == [64, nil])
        }
    }
}
