import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Brands")
struct BrandTests {
    private let brandID = "BX7Q2LM"
    private let profileUUID = "ea1c35c6-5ad6-4ebd-9855-ec4ffa917e4d"

    @Test("registers a brand")
    func create() async throws {
        try await replaying("brands/create") { plivo in
            let created = try await plivo.brands.create(
                .init(
                    brandAlias: "Northwind", brandType: .standard, profileUUID: profileUUID, secondaryVetting: true,
                    url: "https://example.com/plivo/brand", method: .get,
                    businessContactEmail: "legal@example.org", mobilePhone: "+15125550177"))
            #expect(created.brandID == brandID)
            #expect(created.message == "Brand registration request accepted.")
        }
    }

    @Test("reads a brand")
    func get() async throws {
        try await replaying("brands/get") { plivo in
            let brand = try await plivo.brands.get(brandID).brand
            #expect(brand.brandAlias == "Northwind")
            #expect(brand.brandType == .standard)
            #expect(brand.profileUUID == profileUUID)
            #expect(brand.registrationStatus == "COMPLETED")
            #expect(brand.vettingScore == 80)
            #expect(brand.address?.city == "Austin")
            #expect(brand.authorizedContact?.firstName == "Ada")
            #expect(brand.createdAt == date("2024-02-28T19:51:30Z").addingTimeInterval(0.269527))
        }
    }

    @Test("reads a brand that was refused, and why")
    func getDeclined() async throws {
        try await replaying("brands/get-declined") { plivo in
            let brand = try await plivo.brands.get(brandID).brand
            #expect(brand.brandType == .starter)
            #expect(brand.name == "Ada Brandt")
            #expect(brand.vertical == "nil")
            #expect(brand.address?.street == "")
            #expect(brand.authorizedContact?.email == nil)
            #expect(brand.declinedReasons?.map(\.code) == ["701"])
            #expect(brand.declinedReasons?.map(\.message) == ["EIN does not match the company name"])
            #expect(brand.vettingScore == nil)
        }
    }

    @Test("goes through two pages of brands, of which the last has no metadata")
    func list() async throws {
        try await replaying("brands/list", "brands/list-last-page") { plivo in
            var found: [String] = []
            let request = PlivoClient.Brands.ListRequest(type: .standard, status: "COMPLETED", limit: 2)
            for try await brand in plivo.brands.list(request) { found.append(brand.brandID) }
            #expect(found == [brandID, "BZ1M5RD", "BY4K9WT"])
        }
    }

    @Test("deletes a brand")
    func delete() async throws {
        try await replaying("brands/delete", "brands/delete-bare") { plivo in
            let deleted = try await plivo.brands.delete(brandID)
            #expect(deleted.brandID == brandID)
            #expect(deleted.message == "Brand was deactivated.")
            let bare = try await plivo.brands.delete(brandID)
            #expect(bare.apiID == nil)
            #expect(bare.message == nil)
        }
    }

    @Test("lists what a brand can send messages for")
    func listUseCases() async throws {
        try await replaying("brands/use-cases") { plivo in
            let list = try await plivo.brands.listUseCases(brandID)
            #expect(list.useCases.map(\.code) == ["CUSTOMER_CARE", "2FA"])
            #expect(list.useCases.map(\.name) == ["Customer Care", "2FA"])
            #expect(list.useCases.first?.details == "Conversations with customers who need help")
        }
    }

    @Test("asks the owner of a brand to confirm it")
    func sendConfirmation() async throws {
        try await replaying("brands/confirmation") { plivo in
            let sent = try await plivo.brands.sendConfirmation(brandID)
            #expect(sent.message == "Message sent, reply YES to confirm.")
        }
    }
}
