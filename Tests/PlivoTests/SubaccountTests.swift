import CallsignRuntime
import Plivo
import Testing

@Suite("Subaccounts")
struct SubaccountTests {
    @Test("goes through two pages of subaccounts, the last of which says so with null")
    func list() async throws {
        try await replaying("subaccounts/list", "subaccounts/list-last-page") { plivo in
            var names: [String] = []
            for try await subaccount in plivo.subaccounts.list(.init(limit: 2)) {
                #expect(subaccount.apiID == nil)
                names.append(subaccount.name)
            }
            #expect(names == ["Reseller West", "Reseller East", "Trial"])
        }
    }

    @Test("reads one page with its envelope")
    func listPage() async throws {
        try await replaying("subaccounts/list") { plivo in
            let page = try await plivo.subaccounts.listPage(.init(limit: 2))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110001")
            #expect(page.meta.limit == 2)
            #expect(page.meta.offset == 0)
            #expect(page.meta.totalCount == 3)
            #expect(page.meta.next == "/v1/Account/\(Sample.authID)/Subaccount/?limit=2&offset=2")
            #expect(page.meta.previous == nil)
            #expect(page.objects.map(\.enabled) == [true, false])
            #expect(page.objects.map(\.modified) == [CalendarDate(year: 2024, month: 4, day: 2), nil])
        }
    }

    @Test("creates a subaccount, and reads its credentials")
    func create() async throws {
        try await replaying("subaccounts/create") { plivo in
            let created = try await plivo.subaccounts.create(.init(name: "Reseller West", enabled: true))
            #expect(created.authID == Sample.subaccountID)
            #expect(created.authToken == "a-token-for-tests-only-1")
            #expect(created.message == "created")
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110003")
        }
    }

    @Test("reads a subaccount")
    func get() async throws {
        try await replaying("subaccounts/get") { plivo in
            let subaccount = try await plivo.subaccounts.get(Sample.subaccountID)
            #expect(subaccount.account == "/v1/Account/\(Sample.authID)/")
            #expect(subaccount.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110004")
            #expect(subaccount.authID == Sample.subaccountID)
            #expect(subaccount.authToken == "a-token-for-tests-only-1")
            #expect(subaccount.newAuthToken == subaccount.authToken)
            #expect(subaccount.created == CalendarDate(year: 2024, month: 3, day: 18))
            #expect(subaccount.modified == CalendarDate(year: 2024, month: 4, day: 2))
            #expect(subaccount.enabled)
            #expect(subaccount.name == "Reseller West")
            #expect(subaccount.resourceURI == "/v1/Account/\(Sample.authID)/Subaccount/\(Sample.subaccountID)/")
        }
    }

    @Test("reads a subaccount that holds only what is documented")
    func getDocumented() async throws {
        try await replaying("subaccounts/get-documented") { plivo in
            let subaccount = try await plivo.subaccounts.get(Sample.subaccountID)
            #expect(subaccount.apiID == nil)
            #expect(subaccount.newAuthToken == nil)
            #expect(subaccount.modified == nil)
        }
    }

    @Test("renames and disables a subaccount, and sends a value that is false")
    func update() async throws {
        try await replaying("subaccounts/update") { plivo in
            let changed = try await plivo.subaccounts.update(
                Sample.subaccountID, .init(name: "Reseller North", enabled: false))
            #expect(changed.message == "changed")
            #expect(changed.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110005")
        }
    }

    @Test("deletes a subaccount with what it owns, which the query says")
    func delete() async throws {
        try await replaying("subaccounts/delete") { plivo in
            try await plivo.subaccounts.delete(Sample.subaccountID, .init(cascade: true))
        }
    }
}
