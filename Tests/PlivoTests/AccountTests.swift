import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Account")
struct AccountTests {
    @Test("reads the account")
    func get() async throws {
        try await replaying("account/get") { plivo in
            let account = try await plivo.account.get()
            #expect(account.authID == Sample.authID)
            #expect(account.accountType == .standard)
            #expect(account.billingMode == .prepaid)
            #expect(account.cashCredits == decimal("17.4205"))
            #expect(!account.autoRecharge)
            #expect(account.name == "Northwind Telecom")
            #expect(account.address == "12 Harbour Row")
            #expect(account.city == "")
            #expect(account.state == "")
            #expect(account.timezone == "Europe/Lisbon")
            #expect(account.resourceURI == "/v1/Account/\(Sample.authID)/")
            #expect(account.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110005")
        }
    }

    @Test("sends the details that are given, and no others")
    func update() async throws {
        try await replaying("account/update") { plivo in
            let changed = try await plivo.account.update(.init(name: "Northwind Telecom Lda", city: "Lisbon"))
            #expect(changed.message == "changed")
            #expect(changed.apiID == "61b7d0c2-7a20-11ee-9d4f-0242ac110005")
        }
    }

    @Test("changes the account asynchronously, and reads the result that is posted back")
    func updateAsynchronously() async throws {
        try await replaying("account/update-asynchronous") { plivo in
            let callback = CallbackTarget("https://example.com/plivo/results", method: "GET")
            let receipt = try await plivo.account.update(.init(city: "Porto"), reportingTo: callback)
            #expect(receipt.message == "async api spawned")

            let posted = Data(#"{"api_id": "63aa5e14-7a20-11ee-9d4f-0242ac110005", "message": "changed"}"#.utf8)
            let changed = try plivo.account.updateOutcome(fromCallback: posted)
            #expect(changed.message == "changed")
            #expect(changed.apiID == receipt.apiID)
        }
    }
}
