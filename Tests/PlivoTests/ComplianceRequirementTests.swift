import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Compliance requirements")
struct ComplianceRequirementTests {
    private let requirementID = "8a06e5d7-92b4-4c1f-a3d8-71c59e20f4b6"

    @Test("finds the requirement for a type of number in a country")
    func find() async throws {
        try await replaying("compliance-requirements/find") { plivo in
            let requirement = try await plivo.complianceRequirements.find(
                .init(countryISO2: "PT", numberType: .local, endUserType: .individual))
            #expect(requirement.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110160")
            #expect(requirement.complianceRequirementID == requirementID)
            #expect(requirement.countryISO2 == "PT")
            #expect(requirement.numberType == .local)
            #expect(requirement.endUserType == .individual)
            #expect(requirement.acceptableDocumentTypes.map(\.name) == ["Proof of address", "Proof of identity"])
        }
    }

    @Test("finds the requirement for a number, and keeps a type that is written in another case")
    func findByNumber() async throws {
        try await replaying("compliance-requirements/find-by-number") { plivo in
            let requirement = try await plivo.complianceRequirements.find(
                .init(endUserType: .business, phoneNumber: "351800555014"))
            #expect(requirement.numberType == .tollFree)
            #expect(requirement.endUserType == EndUserType(rawValue: "Business"))
            #expect(requirement.acceptableDocumentTypes.isEmpty)
        }
    }

    @Test("reads a requirement and the documents that satisfy it")
    func get() async throws {
        try await replaying("compliance-requirements/get") { plivo in
            let requirement = try await plivo.complianceRequirements.get(requirementID)
            #expect(requirement.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110162")
            #expect(requirement.complianceRequirementID == requirementID)
            #expect(requirement.acceptableDocumentTypes.map(\.scope) == ["local", "global"])
            let documents = requirement.acceptableDocumentTypes.flatMap(\.acceptableDocuments)
            #expect(documents.map(\.documentTypeName) == ["Utility Bill", "Lease", "Passport"])
            #expect(documents.first?.documentTypeID == "4d92f6b0-1c35-4e8a-b7d4-0f6a3e91c258")
        }
    }
}
