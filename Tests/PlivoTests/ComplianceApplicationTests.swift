import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Compliance applications")
struct ComplianceApplicationTests {
    private let applicationID = "2f7c90d4-e1a6-48b3-95f0-6d83b2a4c71e"
    private let requirementID = "8a06e5d7-92b4-4c1f-a3d8-71c59e20f4b6"
    private let endUserID = "b7e4c1a2-60d9-4f35-8a1e-94c0d27f5e13"
    private let documentIDs = ["e35a7f10-4b8c-4d26-9a07-c2f1d86b5304", "e35a7f10-4b8c-4d26-9a07-c2f1d86b5305"]

    @Test("filters applications, with both names of the country")
    func list() async throws {
        try await replaying("compliance-applications/list") { plivo in
            let page = try await plivo.complianceApplications.listPage(
                .init(
                    endUserID: endUserID, countryISO2: "PT", country: "PT", numberType: .local,
                    endUserType: .individual, alias: "porto-local", status: .draft, limit: 20, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110180")
            #expect(page.meta.totalCount == 1)
            let application = try #require(page.objects.first)
            #expect(application.apiID == nil)
            #expect(application.complianceApplicationID == applicationID)
            #expect(application.documents?.map(\.documentID) == documentIDs)
        }
    }

    @Test("goes through all pages of applications, whatever their identifiers and statuses look like")
    func listAll() async throws {
        try await replaying(
            "compliance-applications/list-first-page", "compliance-applications/list-last-page"
        ) { plivo in
            var applications: [ComplianceApplication] = []
            for try await application in plivo.complianceApplications.list(.init(limit: 2)) {
                applications.append(application)
            }
            #expect(applications.map(\.alias) == ["porto-local", nil, "porto-mobile"])
            #expect(
                applications.map(\.status) == [
                    .draft, ComplianceApplicationStatus(rawValue: "Submitted"), .rejected,
                ])
            #expect(applications.map(\.numberType) == [.local, .tollFree, .mobile])
            #expect(applications.map(\.documents?.count) == [2, 0, nil])
            #expect(applications.last?.complianceApplicationID == "40918273645546372")
        }
    }

    @Test("creates an application for a requirement")
    func create() async throws {
        try await replaying("compliance-applications/create") { plivo in
            let created = try await plivo.complianceApplications.create(
                .init(
                    complianceRequirementID: requirementID, endUserID: endUserID, documentIDs: documentIDs,
                    alias: "porto-local"))
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110183")
            #expect(created.message == "created")
            #expect(created.complianceApplicationID == applicationID)
            #expect(created.alias == "porto-local")
            #expect(created.status == .draft)
            #expect(created.endUserType == .individual)
            #expect(created.countryISO2 == "PT")
            #expect(created.numberType == .local)
            #expect(created.endUserID == endUserID)
            #expect(created.complianceRequirementID == requirementID)
            #expect(created.documents?.map(\.documentID) == documentIDs)
            #expect(created.rejectionReason == nil)
            #expect(abs(created.createdAt.timeIntervalSince(date("2024-04-16T11:20:07Z")) - 0.918243) < 0.000_001)
        }
    }

    @Test("creates an application for a country and type of number, and reads an answer without a message")
    func createByCountry() async throws {
        try await replaying("compliance-applications/create-by-country") { plivo in
            let created = try await plivo.complianceApplications.create(
                .init(endUserType: .business, countryISO2: "PT", numberType: .tollFree))
            #expect(created.message == nil)
            #expect(created.endUserType == .business)
            #expect(created.numberType == .tollFree)
            #expect(created.endUserID == nil)
            #expect(created.complianceRequirementID == nil)
            #expect(created.documents?.isEmpty == true)
        }
    }

    @Test("reads an application and its documents")
    func get() async throws {
        try await replaying("compliance-applications/get") { plivo in
            let application = try await plivo.complianceApplications.get(applicationID)
            #expect(application.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110185")
            #expect(application.complianceApplicationID == applicationID)
            #expect(application.alias == "porto-local")
            #expect(application.status == .accepted)
            #expect(application.endUserType == .individual)
            #expect(application.countryISO2 == "PT")
            #expect(application.numberType == .local)
            #expect(application.endUserID == endUserID)
            #expect(application.complianceRequirementID == requirementID)
            #expect(application.rejectionReason == nil)
            let created = application.createdAt.timeIntervalSince(date("2024-04-16T11:20:07Z"))
            #expect(abs(created - 0.918243) < 0.000_001)
            let updated = try #require(application.lastUpdatedAt).timeIntervalSince(date("2024-04-17T08:02:55Z"))
            #expect(abs(updated - 0.100934) < 0.000_001)
            let documents = try #require(application.documents)
            #expect(documents.map(\.documentID) == documentIDs)
            #expect(documents.map(\.name) == ["Proof of address", "Proof of identity"])
            #expect(documents.map(\.documentName) == ["power bill april", nil])
            #expect(documents.map(\.documentTypeID) == ["4d92f6b0-1c35-4e8a-b7d4-0f6a3e91c258", nil])
            #expect(documents.map(\.documentTypeName) == ["Utility Bill", nil])
            #expect(documents.map(\.scope) == ["local", nil])
        }
    }

    @Test("reads why an application was rejected")
    func getRejected() async throws {
        try await replaying("compliance-applications/get-rejected") { plivo in
            let application = try await plivo.complianceApplications.get("40918273645546372")
            #expect(application.status == .rejected)
            #expect(application.rejectionReason == "The bill is older than three months.")
            #expect(application.endUserID == nil)
            #expect(application.complianceRequirementID == nil)
            #expect(application.documents == nil)
            #expect(application.lastUpdatedAt == nil)
        }
    }

    @Test("changes the documents of an application")
    func update() async throws {
        try await replaying("compliance-applications/update") { plivo in
            let changed = try await plivo.complianceApplications.update(
                applicationID, .init(documentIDs: [documentIDs[1]]))
            #expect(changed.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110187")
            #expect(changed.message == "changed")
        }
    }

    @Test("deletes an application")
    func delete() async throws {
        try await replaying("compliance-applications/delete") { plivo in
            try await plivo.complianceApplications.delete(applicationID)
        }
    }

    @Test(
        "submits an application, whichever successful status answers",
        arguments: [
            ("compliance-applications/submit", "5f3c1b9e-7a20-11ee-9d4f-0242ac110188"),
            ("compliance-applications/submit-accepted", "5f3c1b9e-7a20-11ee-9d4f-0242ac110189"),
        ])
    func submit(recording: String, apiID: String) async throws {
        try await replaying(recording) { plivo in
            let application = try await plivo.complianceApplications.submit(applicationID)
            #expect(application.apiID == apiID)
            #expect(application.complianceApplicationID == applicationID)
            #expect(application.status == .submitted)
        }
    }
}
