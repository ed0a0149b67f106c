import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("End users")
struct EndUserTests {
    private let endUserID = "b7e4c1a2-60d9-4f35-8a1e-94c0d27f5e13"

    @Test("filters end users")
    func list() async throws {
        try await replaying("end-users/list") { plivo in
            let page = try await plivo.endUsers.listPage(
                .init(name: "Joana", lastName: "Falcao", endUserType: .individual, limit: 20, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110140")
            #expect(page.meta.totalCount == 1)
            #expect(page.meta.next == nil)
            #expect(page.objects.map(\.endUserID) == [endUserID])
            #expect(page.objects.map(\.apiID) == [nil])
        }
    }

    @Test("goes through all pages of end users, and keeps a type that is written in another case")
    func listAll() async throws {
        try await replaying("end-users/list-first-page", "end-users/list-last-page") { plivo in
            var names: [String] = []
            var types: [EndUserType] = []
            for try await user in plivo.endUsers.list(.init(limit: 2)) {
                names.append(user.name)
                types.append(user.endUserType)
            }
            #expect(names == ["Joana", "Northwind Lda", "Southwind Lda"])
            #expect(types == [.individual, EndUserType(rawValue: "Business"), .business])
        }
    }

    @Test("creates an individual")
    func create() async throws {
        try await replaying("end-users/create") { plivo in
            let created = try await plivo.endUsers.create(
                .init(name: "Joana", lastName: "Falcao", endUserType: .individual))
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110143")
            #expect(created.message == "created")
            #expect(created.endUserID == endUserID)
            #expect(created.name == "Joana")
            #expect(created.lastName == "Falcao")
            #expect(created.endUserType == .individual)
            #expect(abs(created.createdAt.timeIntervalSince(date("2024-04-08T13:05:52Z")) - 0.730416) < 0.000_001)
        }
    }

    @Test("creates a business, which has no last name")
    func createBusiness() async throws {
        try await replaying("end-users/create-business") { plivo in
            let created = try await plivo.endUsers.create(.init(name: "Northwind Lda", endUserType: .business))
            #expect(created.name == "Northwind Lda")
            #expect(created.lastName == nil)
            #expect(created.endUserType == .business)
        }
    }

    @Test("reads an end user")
    func get() async throws {
        try await replaying("end-users/get") { plivo in
            let user = try await plivo.endUsers.get(endUserID)
            #expect(user.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110145")
            #expect(user.endUserID == endUserID)
            #expect(user.name == "Joana")
            #expect(user.lastName == "Falcao")
            #expect(user.endUserType == .individual)
            #expect(abs(user.createdAt.timeIntervalSince(date("2024-04-08T13:05:52Z")) - 0.730416) < 0.000_001)
        }
    }

    @Test("reads an end user whose answer lacks the request's identifier")
    func getWithoutAPIID() async throws {
        try await replaying("end-users/get-without-api-id") { plivo in
            let user = try await plivo.endUsers.get("b7e4c1a2-60d9-4f35-8a1e-94c0d27f5e15")
            #expect(user.apiID == nil)
            #expect(user.name == "Southwind Lda")
            #expect(user.lastName == nil)
        }
    }

    @Test("changes an end user")
    func update() async throws {
        try await replaying("end-users/update") { plivo in
            let changed = try await plivo.endUsers.update(
                endUserID, .init(name: "Joana Maria", lastName: "Falcao", endUserType: .individual))
            #expect(changed.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110146")
            #expect(changed.message == "changed")
        }
    }

    @Test("deletes an end user")
    func delete() async throws {
        try await replaying("end-users/delete") { plivo in
            try await plivo.endUsers.delete(endUserID)
        }
    }
}
