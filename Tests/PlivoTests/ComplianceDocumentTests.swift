import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Compliance documents")
struct ComplianceDocumentTests {
    private let documentID = "e35a7f10-4b8c-4d26-9a07-c2f1d86b5304"
    private let authorizationID = "e35a7f10-4b8c-4d26-9a07-c2f1d86b5306"
    private let individualID = "b7e4c1a2-60d9-4f35-8a1e-94c0d27f5e13"
    private let businessID = "b7e4c1a2-60d9-4f35-8a1e-94c0d27f5e14"
    private let billTypeID = "4d92f6b0-1c35-4e8a-b7d4-0f6a3e91c258"
    private let letterTypeID = "4d92f6b0-1c35-4e8a-b7d4-0f6a3e91c25a"

    @Test("filters documents")
    func list() async throws {
        try await replaying("compliance-documents/list") { plivo in
            let page = try await plivo.complianceDocuments.listPage(
                .init(
                    endUserID: individualID, documentTypeID: billTypeID, alias: "power bill april", limit: 5,
                    offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110170")
            #expect(page.meta.totalCount == 1)
            let document = try #require(page.objects.first)
            #expect(document.complianceDocumentID == documentID)
            #expect(document.alias == "power bill april")
            #expect(document.endUserID == individualID)
            #expect(document.documentTypeID == billTypeID)
            #expect(document.file == "bill.pdf")
            #expect(document.metaInformation.billID == "F-2024-0417")
            #expect(abs(document.createdAt.timeIntervalSince(date("2024-04-15T09:47:33Z")) - 0.560711) < 0.000_001)
        }
    }

    @Test("goes through all pages of documents, with a file and without")
    func listAll() async throws {
        try await replaying("compliance-documents/list-first-page", "compliance-documents/list-last-page") { plivo in
            var documents: [ComplianceDocumentEntry] = []
            for try await document in plivo.complianceDocuments.list(.init(limit: 2)) { documents.append(document) }
            #expect(documents.map(\.alias) == ["power bill april", "passport", "authorization"])
            #expect(documents.map(\.file) == ["bill.pdf", nil, nil])
            #expect(documents.map(\.metaInformation.dateOfBirth) == [nil, "1987-11-23", nil])
            #expect(documents.map(\.metaInformation.city) == ["Porto", nil, nil])
        }
    }

    @Test("hands in a document with two files and all fields, and reads the fields back")
    func create() async throws {
        try await replaying("compliance-documents/create") { plivo in
            let created = try await plivo.complianceDocuments.create(
                .init(
                    endUserID: individualID, documentTypeID: billTypeID, alias: "power bill april",
                    files: [
                        MultipartFile(
                            Data("%PDF-1.7 bill".utf8), filename: "bill.pdf", contentType: "application/pdf"),
                        MultipartFile(
                            Data("a picture of a bill".utf8), filename: "bill.png", contentType: "image/png"),
                    ],
                    lastName: "Falcao", firstName: "Joana", dateOfBirth: "1987-11-23", addressLine1: "Rua do Sol 41",
                    addressLine2: "2 Esq", city: "Porto", country: "PT", postalCode: "4050-449",
                    uniqueIdentificationNumber: "PX771204", nationality: "PT", placeOfBirth: "Coimbra",
                    dateOfIssue: "2021-02-09", dateOfExpiration: "2031-02-09", typeOfUtility: "electricity",
                    billingID: "C-55120", billingDate: "2024-04-02", businessName: "Northwind Lda",
                    typeOfID: "passport", supportPhoneNumber: "351225550142", supportEmail: "support@example.com",
                    authorizedRepresentativeName: "Joana Falcao", billDate: "2024-04-03", billID: "F-2024-0417",
                    useCaseDescription: "Reminders of appointments", taxCode: "PT-TX-50417",
                    complianceRequirementID: "8a06e5d7-92b4-4c1f-a3d8-71c59e20f4b6"))
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110173")
            #expect(created.message == "created")
            #expect(created.documentID == documentID)
            #expect(created.endUserID == individualID)
            #expect(created.documentTypeID == billTypeID)
            #expect(created.alias == "power bill april")
            #expect(created.fileName == "bill.pdf")
            expectAllFields(created.metaInformation)
        }
    }

    private func expectAllFields(_ information: ComplianceMetaInformation) {
        #expect(information.lastName == "Falcao")
        #expect(information.firstName == "Joana")
        #expect(information.dateOfBirth == "1987-11-23")
        #expect(information.addressLine1 == "Rua do Sol 41")
        #expect(information.addressLine2 == "2 Esq")
        #expect(information.city == "Porto")
        #expect(information.country == "PT")
        #expect(information.postalCode == "4050-449")
        #expect(information.uniqueIdentificationNumber == "PX771204")
        #expect(information.nationality == "PT")
        #expect(information.placeOfBirth == "Coimbra")
        #expect(information.dateOfIssue == "2021-02-09")
        #expect(information.dateOfExpiration == "2031-02-09")
        #expect(information.typeOfUtility == "electricity")
        #expect(information.billingID == "C-55120")
        #expect(information.billingDate == "2024-04-02")
        #expect(information.businessName == "Northwind Lda")
        #expect(information.typeOfID == "passport")
        #expect(information.supportPhoneNumber == "351225550142")
        #expect(information.supportEmail == "support@example.com")
        #expect(information.authorizedRepresentativeName == "Joana Falcao")
        #expect(information.billDate == "2024-04-03")
        #expect(information.billID == "F-2024-0417")
        #expect(information.useCaseDescription == "Reminders of appointments")
        #expect(information.taxCode == "PT-TX-50417")
        #expect(information.additionalProperties.isEmpty)
    }

    @Test("hands in a document without a file, and reads a time without a zone")
    func createWithoutFile() async throws {
        try await replaying("compliance-documents/create-without-file") { plivo in
            let created = try await plivo.complianceDocuments.create(
                .init(endUserID: businessID, documentTypeID: letterTypeID, alias: "authorization"))
            #expect(created.documentID == authorizationID)
            #expect(created.message == nil)
            #expect(created.fileName == nil)
            #expect(created.metaInformation.businessName == nil)
            #expect(created.createdAt == date("2024-04-16T07:15:00Z").addingTimeInterval(0.25))
        }
    }

    @Test("reads a document")
    func get() async throws {
        try await replaying("compliance-documents/get") { plivo in
            let document = try await plivo.complianceDocuments.get(documentID)
            #expect(document.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110175")
            #expect(document.documentID == documentID)
            #expect(document.endUserID == individualID)
            #expect(document.documentTypeID == billTypeID)
            #expect(document.alias == "power bill april")
            #expect(document.fileName == "bill.pdf")
            #expect(document.metaInformation.typeOfUtility == "electricity")
            #expect(document.metaInformation.taxCode == nil)
            #expect(abs(document.createdAt.timeIntervalSince(date("2024-04-15T09:47:33Z")) - 0.560711) < 0.000_001)
        }
    }

    @Test("keeps fields of a document that are not described")
    func getOtherFields() async throws {
        try await replaying("compliance-documents/get-other-fields") { plivo in
            let document = try await plivo.complianceDocuments.get("e35a7f10-4b8c-4d26-9a07-c2f1d86b5307")
            #expect(document.fileName == nil)
            #expect(document.metaInformation.businessName == "Northwind Lda")
            #expect(document.metaInformation.taxCode == "PT-TX-50417")
            #expect(document.metaInformation.additionalProperties == ["registry_court": .string("Porto")])
        }
    }

    @Test("changes a document, its fields and its file")
    func update() async throws {
        try await replaying("compliance-documents/update") { plivo in
            let changed = try await plivo.complianceDocuments.update(
                documentID,
                .init(
                    endUserID: individualID, documentTypeID: billTypeID, alias: "power bill may",
                    files: [
                        MultipartFile(Data("%PDF-1.7 may".utf8), filename: "may.pdf", contentType: "application/pdf")
                    ],
                    lastName: "Falcao", firstName: "Joana", dateOfBirth: "1987-11-23", addressLine1: "Rua do Sol 41",
                    addressLine2: "2 Esq", city: "Porto", country: "PT", postalCode: "4050-449",
                    uniqueIdentificationNumber: "PX771204", nationality: "PT", placeOfBirth: "Coimbra",
                    dateOfIssue: "2021-02-09", dateOfExpiration: "2031-02-09", typeOfUtility: "electricity",
                    billingID: "C-55120", billingDate: "2024-05-02", businessName: "Northwind Lda",
                    typeOfID: "passport", supportPhoneNumber: "351225550142", supportEmail: "support@example.com",
                    authorizedRepresentativeName: "Joana Falcao", billDate: "2024-05-03", billID: "F-2024-0533",
                    useCaseDescription: "Reminders of appointments", taxCode: "PT-TX-50417"))
            #expect(changed.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110177")
            #expect(changed.message == "changed")
        }
    }

    @Test("changes no more than an alias, in a form all the same")
    func updateAlias() async throws {
        try await replaying("compliance-documents/update-alias") { plivo in
            let changed = try await plivo.complianceDocuments.update(documentID, .init(alias: "power bill"))
            #expect(changed.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110178")
        }
    }

    @Test("deletes a document")
    func delete() async throws {
        try await replaying("compliance-documents/delete") { plivo in
            try await plivo.complianceDocuments.delete(documentID)
        }
    }
}
