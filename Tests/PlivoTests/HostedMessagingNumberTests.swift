import CallsignRuntime
import Plivo
import Testing

@Suite("Hosted messaging numbers")
struct HostedMessagingNumberTests {
    private let orderID = "64556def-afef-466a-95e7-0c8218fdb883"
    private let letterID = "76373e7a-4600-450d-aa9a-7c186a07cedc"
    private let applicationID = "20418873310254417"

    @Test("orders messaging for a number")
    func create() async throws {
        try await replaying("hosted-messaging-numbers/create") { plivo in
            let order = try await plivo.hostedMessagingNumbers.create(
                .init(alias: "Support line", applicationID: applicationID, loaID: letterID, number: "15125550177"))
            #expect(order.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110360")
            #expect(order.message == "created")
            #expect(order.hostedMessagingNumberID == orderID)
            #expect(order.alias == "Support line")
            #expect(order.application == "/v1/Account/\(Sample.authID)/Application/\(applicationID)/")
            #expect(order.loaID == letterID)
            #expect(order.number == "15125550177")
            #expect(order.hostedStatus == "pending")
            #expect(order.failureReason == nil)
            #expect(order.resourceURI == "/v1/Account/\(Sample.authID)/HostedMessagingNumber/\(orderID)/")
            #expect(order.createdAt == "2024-03-12T15:28:10Z")
        }
    }

    @Test("reads an order that failed")
    func get() async throws {
        try await replaying("hosted-messaging-numbers/get") { plivo in
            let order = try await plivo.hostedMessagingNumbers.get(orderID)
            #expect(order.hostedStatus == "failed")
            #expect(order.failureReason == "The letter names another number.")
            #expect(order.application == applicationID)
            #expect(order.file == "https://files.example.org/letter.pdf")
            #expect(order.linkedNumbers == ["15125550177"])
            #expect(order.message == nil)
        }
    }

    @Test("reads an order of which little is known")
    func getSparse() async throws {
        try await replaying("hosted-messaging-numbers/get-sparse") { plivo in
            let order = try await plivo.hostedMessagingNumbers.get(orderID)
            #expect(order.hostedMessagingNumberID == orderID)
            #expect(order.hostedStatus == nil)
            #expect(order.linkedNumbers == nil)
        }
    }

    @Test("goes through two pages of orders, whose envelopes have different names")
    func list() async throws {
        try await replaying("hosted-messaging-numbers/list", "hosted-messaging-numbers/list-last-page") { plivo in
            let orders = plivo.hostedMessagingNumbers.list(.init(limit: 1))
            var names: [String?] = []
            var totals: [Int?] = []
            for try await page in orders.pages {
                names += page.items.map(\.alias)
                totals.append(page.total)
            }
            #expect(names == ["Support line", "Sales line"])
            #expect(totals == [2, 2])
        }
    }

    @Test("filters orders, and reads a page without an envelope")
    func listFiltered() async throws {
        try await replaying("hosted-messaging-numbers/list-filtered") { plivo in
            let page = try await plivo.hostedMessagingNumbers.listPage(
                .init(
                    alias: "Support line", hostedStatus: "completed", number: "15125550177", loaID: letterID,
                    applicationID: applicationID, limit: 20, offset: 0))
            #expect(page.apiID == nil)
            #expect(page.meta?.totalCount == nil)
            #expect(page.metaResponse?.totalCount == nil)
            #expect(page.objects.map(\.hostedMessagingNumberID) == [orderID])
            #expect(page.objects.map(\.linkedNumbers) == [[]])
        }
    }
}
