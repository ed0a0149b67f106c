import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Compliance document types")
struct ComplianceDocumentTypeTests {
    private let typeID = "4d92f6b0-1c35-4e8a-b7d4-0f6a3e91c258"

    @Test("reads lengths that are written as text, and proofs of any kind")
    func list() async throws {
        try await replaying("compliance-document-types/list") { plivo in
            let page = try await plivo.complianceDocumentTypes.listPage(.init(limit: 20, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110150")
            #expect(page.meta.totalCount == 3)
            #expect(page.meta.next == nil)
            #expect(page.objects.map(\.apiID) == [nil, nil, nil])
            #expect(page.objects.map(\.proofRequired) == [.string("file"), .bool(true), nil])
            #expect(page.objects.map(\.information.count) == [3, 1, 0])
            let number = try #require(page.objects[1].information.first)
            #expect(number.fieldName == "unique_identification_number")
            #expect(number.maxLength == 9)
            #expect(number.minLength == 6)
            #expect(number.helpText == nil)
            #expect(number.enums == nil)
        }
    }

    @Test("goes through all pages of types")
    func listAll() async throws {
        try await replaying(
            "compliance-document-types/list-first-page", "compliance-document-types/list-last-page"
        ) { plivo in
            var names: [String] = []
            for try await type in plivo.complianceDocumentTypes.list(.init(limit: 2)) {
                names.append(type.documentName)
            }
            #expect(names == ["Utility Bill", "Passport", "Letter of Authorization"])
        }
    }

    @Test("reads a type and its fields")
    func get() async throws {
        try await replaying("compliance-document-types/get") { plivo in
            let type = try await plivo.complianceDocumentTypes.get(typeID)
            #expect(type.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110153")
            #expect(type.documentTypeID == typeID)
            #expect(type.documentName == "Utility Bill")
            #expect(type.description == "Shows where the end user lives")
            #expect(type.proofRequired?.stringValue == "file")
            #expect(abs(type.createdAt.timeIntervalSince(date("2023-08-14T06:42:19Z")) - 0.305128) < 0.000_001)
            #expect(type.information.map(\.fieldName) == ["postal_code", "type_of_utility", "bill_date"])
            #expect(type.information.map(\.fieldType) == ["string", "enum", "date"])
            #expect(type.information.map(\.friendlyName) == ["Postal Code", "Kind of Utility", "Date of the Bill"])
            #expect(type.information.map(\.helpText) == ["As printed on the bill", nil, nil])
            #expect(type.information.map(\.maxLength) == [12, nil, nil])
            #expect(type.information.map(\.minLength) == [4, nil, nil])
            #expect(type.information.map(\.format) == [nil, nil, "yyyy-mm-dd"])
            #expect(type.information.map(\.enums) == [nil, ["electricity", "water", "gas"], nil])
        }
    }
}
