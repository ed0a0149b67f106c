import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Profiles")
struct ProfileTests {
    private let profileUUID = "ea1c35c6-5ad6-4ebd-9855-ec4ffa917e4d"
    private let address = ProfileAddress(
        street: "1 Harbor Street", city: "Austin", state: "TX", postalCode: "78701", country: "US")
    private let contact = ProfileContact(
        firstName: "Ada", lastName: "Brandt", phone: "+15125550177", email: "ada@example.org", title: "Ms",
        seniority: "DIRECTOR")

    @Test("creates a profile with all there is to say")
    func create() async throws {
        try await replaying("profiles/create") { plivo in
            let created = try await plivo.profiles.create(
                .init(
                    profileAlias: "Northwind main", customerType: .direct, entityType: .public,
                    companyName: "Northwind Ltd", vertical: .technology, ein: "987654321", einIssuingCountry: "US",
                    address: address, authorizedContact: contact, stockSymbol: "NWND", stockExchange: .nasdaq,
                    website: "www.example.org", altBusinessID: "12-345", altBusinessIDType: .duns,
                    plivoSubaccount: "SANORTHWIND000000001", businessContactEmail: "legal@example.org",
                    doingBusinessAs: "Northwind Shop"))
            #expect(created.profileUUID == profileUUID)
            #expect(created.message == "Profile created.")
        }
    }

    @Test("creates a profile with what is required, and takes an answer without a message")
    func createQuiet() async throws {
        try await replaying("profiles/create-quiet") { plivo in
            let created = try await plivo.profiles.create(
                .init(
                    profileAlias: "Northwind person", customerType: .reseller, entityType: .individual,
                    companyName: "Ada Brandt", vertical: .nongovernmental, address: address,
                    authorizedContact: .init(firstName: "Ada")))
            #expect(created.profileUUID == profileUUID)
            #expect(created.message == nil)
        }
    }

    @Test("reads a profile")
    func get() async throws {
        try await replaying("profiles/get") { plivo in
            let profile = try await plivo.profiles.get(profileUUID).profile
            #expect(profile.profileType == "SECONDARY")
            #expect(profile.primaryProfile == "2bffaa4e-35bc-46d1-8470-a45d64ec4db7")
            #expect(profile.customerType == .direct)
            #expect(profile.entityType == .public)
            #expect(profile.stockExchange == .nasdaq)
            #expect(profile.altBusinessIDType == .duns)
            #expect(profile.plivoSubaccount == "SANORTHWIND000000001")
            #expect(profile.createdAt == date("2024-02-28T19:51:30Z").addingTimeInterval(0.269527))
            guard case .profileAddress(let address) = profile.address else {
                Issue.record("expected an address in parts")
                return
            }
            #expect(address.street == "1 Harbor Street")
            #expect(profile.authorizedContact?.seniority == "DIRECTOR")
        }
    }

    @Test("reads an older profile")
    func getOlder() async throws {
        try await replaying("profiles/get-older") { plivo in
            let profile = try await plivo.profiles.get(profileUUID).profile
            #expect(profile.entityType?.rawValue == "PRIVATE_PROFIT")
            #expect(profile.einIssuingCountry == "us")
            #expect(profile.authorizedContact?.name == " ")
            #expect(profile.authorizedContact?.phone == "15125550177")
            #expect(profile.createdAt == nil)
            guard case .text(let address) = profile.address else {
                Issue.record("expected an address in one text")
                return
            }
            #expect(address == "1 Harbor Street, Austin")
        }
    }

    @Test("changes a profile")
    func update() async throws {
        try await replaying("profiles/update") { plivo in
            let profile = try await plivo.profiles.update(
                profileUUID,
                .init(
                    entityType: .private, companyName: "Northwind Inc", vertical: .retail, website: "example.org",
                    address: address, authorizedContact: contact, businessContactEmail: "office@example.org",
                    ein: "987654322", einIssuingCountry: "US", altBusinessID: "5299000T8BM49AURSD01",
                    altBusinessIDType: .lei, doingBusinessAs: "Northwind Store")
            ).profile
            #expect(profile.companyName == "Northwind Inc")
        }
    }

    @Test("deletes a profile, or says why not")
    func delete() async throws {
        try await replaying("profiles/delete", "profiles/delete-failed") { plivo in
            let deleted = try await plivo.profiles.delete(profileUUID)
            #expect(deleted.message == "Profile deleted.")
            #expect(deleted.error == nil)
            let failed = try await plivo.profiles.delete(profileUUID)
            #expect(failed.error == "profile is in use")
        }
    }

    @Test("goes through two pages of profiles")
    func list() async throws {
        try await replaying("profiles/list", "profiles/list-last-page") { plivo in
            var found: [String] = []
            for try await profile in plivo.profiles.list(.init(limit: 2)) { found.append(profile.profileUUID) }
            #expect(
                found == [profileUUID, "c6f20e8b-91d3-45a7-8b60-e2a4175d39fc", "7d90c1b4-25e8-4a63-b1f7-3c58e09d642a"])
        }
    }

    @Test("reads the older envelope")
    func listOlder() async throws {
        try await replaying("profiles/list-older") { plivo in
            let page = try await plivo.profiles.listPage()
            #expect(page.meta == nil)
            #expect(page.profiles.map(\.profileUUID) == [profileUUID])
        }
    }
}
