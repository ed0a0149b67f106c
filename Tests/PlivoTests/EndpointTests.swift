import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Endpoints")
struct EndpointTests {
    private let endpointID = "48210937715264"

    @Test("creates an endpoint, and reads the user name to log in with")
    func create() async throws {
        try await replaying("endpoints/create") { plivo in
            let created = try await plivo.endpoints.create(
                .init(
                    username: "desk7", password: "a password, for tests", alias: "desk-7", appID: "20418873310254417"))
            #expect(created.endpointID == endpointID)
            #expect(created.username == "desk7240309064412")
            #expect(created.alias == "desk-7")
            #expect(created.message == "created")
        }
    }

    @Test("reads an endpoint that no phone is logged in with")
    func get() async throws {
        try await replaying("endpoints/get") { plivo in
            let endpoint = try await plivo.endpoints.get(endpointID)
            #expect(endpoint.apiID == nil)
            #expect(endpoint.endpointID == endpointID)
            #expect(endpoint.alias == "desk-7")
            #expect(endpoint.application == "/v1/Account/\(Sample.authID)/Application/20418873310254417/")
            #expect(!endpoint.isSIPRegistered)
            #expect(endpoint.sipContact == nil)
            #expect(endpoint.sipExpires == nil)
            #expect(endpoint.sipUserAgent == nil)
            #expect(endpoint.password == nil)
            #expect(endpoint.sipURI == "sip:desk7240309064412@phone.plivo.com")
            #expect(endpoint.subAccount == nil)
            #expect(endpoint.username == "desk7240309064412")
            #expect(endpoint.resourceURI == "/v1/Account/\(Sample.authID)/Endpoint/\(endpointID)/")
        }
    }

    @Test("reads a truth written as text, and a time without a zone")
    func getRegistered() async throws {
        try await replaying("endpoints/get-registered") { plivo in
            let endpoint = try await plivo.endpoints.get(endpointID)
            #expect(endpoint.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110061")
            #expect(endpoint.isSIPRegistered)
            #expect(endpoint.sipContact == "sip:desk7240309064412@203.0.113.9:50612;ob")
            #expect(endpoint.sipExpires == date("2024-03-09T12:10:00Z"))
            #expect(endpoint.sipUserAgent == "Softphone 2.0")
            #expect(endpoint.password == "00112233445566778899aabbccddeeff")
        }
    }

    @Test("lists endpoints")
    func list() async throws {
        try await replaying("endpoints/list") { plivo in
            let page = try await plivo.endpoints.listPage(.init(limit: 20, offset: 0))
            #expect(page.meta.totalCount == 2)
            #expect(page.objects.map(\.alias) == ["desk-7", "desk 8"])
            #expect(page.objects.map(\.isSIPRegistered) == [true, false])
            #expect(page.objects.map { $0.application == nil } == [false, true])
        }
    }

    @Test("changes an endpoint")
    func update() async throws {
        try await replaying("endpoints/update") { plivo in
            let changed = try await plivo.endpoints.update(
                endpointID, .init(password: "another password", alias: "desk-9", appID: "20418873310254499"))
            #expect(changed.message == "changed")
            #expect(changed.alias == nil)
        }
    }

    @Test("changes an alias, and reads it back where the answer has it")
    func updateAlias() async throws {
        try await replaying("endpoints/update-alias") { plivo in
            let changed = try await plivo.endpoints.update(endpointID, .init(alias: "desk-9"))
            #expect(changed.alias == "desk-9")
        }
    }

    @Test("deletes an endpoint")
    func delete() async throws {
        try await replaying("endpoints/delete") { plivo in
            try await plivo.endpoints.delete(endpointID)
        }
    }
}
