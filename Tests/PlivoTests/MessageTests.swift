import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Messages")
struct MessageTests {
    private let messageUUID = "f3d0055c-7c7e-4d50-8a0e-301530e31408"
    private let otherUUID = "c59ba7c8-0f1f-4a6a-b3b1-1a7a22d4f1ce"
    private let mediaID = "715d15c2-4cae-47c1-af80-dc513e08349c"

    @Test("sends a message to one recipient")
    func create() async throws {
        try await replaying("messages/create") { plivo in
            let receipt = try await plivo.messages.create(
                .init(
                    src: "14155550111", dst: "14155550133", text: "Your table is ready 🍽",
                    url: "https://example.com/status", method: .post, log: .contentOnly, trackable: false))
            #expect(receipt.messageUUID == [messageUUID])
            #expect(receipt.invalidNumber == nil)
            #expect(receipt.apiID == "b1923a1a-c83b-4d89-9bed-6c129798b690")
        }
    }

    @Test("sends to several recipients, and names those that were refused")
    func createMany() async throws {
        try await replaying("messages/create-many") { plivo in
            let receipt = try await plivo.messages.create(
                .init(
                    dst: "14155550133<14155550134<1415555", text: "Sale!", type: .mms,
                    mediaURLs: ["https://cdn.example.org/a.png", "https://cdn.example.org/b.png"],
                    powerpackUUID: "a9370559-5cf7-49aa-8fad-0a2b7170d225"))
            #expect(receipt.messageUUID == [messageUUID, otherUUID])
            #expect(receipt.invalidNumber == ["1415555"])
        }
    }

    @Test("fills in the blanks of a WhatsApp template")
    func createFromTemplate() async throws {
        let template = WhatsAppTemplate(
            name: "order_ready", language: "en_US",
            components: [
                .init(type: .header, parameters: [.init(type: .media, media: "https://cdn.example.org/a.png")]),
                .init(
                    type: .body,
                    parameters: [
                        .init(type: .text, text: "Ada", parameterName: "first_name"),
                        .init(
                            type: .currency,
                            currency: .init(fallbackValue: "12.50 EUR", currencyCode: "EUR", amount1000: 12500)),
                        .init(type: .dateTime, dateTime: .init(fallbackValue: "2 March 2024")),
                        .init(type: .location, location: office),
                    ]),
                .init(
                    type: .button, subType: .quickReply, index: "0",
                    parameters: [.init(type: .payload, payload: "CONFIRM_1")]),
                .init(
                    type: .init(rawValue: "carousel"),
                    cards: [
                        .init(
                            cardIndex: 0,
                            components: [.init(type: .body, parameters: [.init(type: .text, text: "First")])])
                    ]),
            ])
        try await replaying("messages/create-whatsapp-template") { plivo in
            let receipt = try await plivo.messages.create(
                .init(src: "14155550111", dst: "14155550133", type: .whatsApp, template: template))
            #expect(receipt.messageUUID == [messageUUID])
        }
    }

    @Test("sends an interactive WhatsApp message")
    func createInteractive() async throws {
        let interactive = WhatsAppInteractive(
            type: .list, header: .init(type: .text, text: "Pick a slot"), body: .init(text: "Which day suits you?"),
            footer: .init(text: "Answer within a day"),
            action: .init(
                buttons: [.init(id: "btn_shop", title: "Shop", callToActionURL: "https://shop.example.org/")],
                sections: [
                    .init(title: "Mornings", rows: [.init(id: "row_1", title: "09:00", description: "first slot")])
                ]))
        try await replaying("messages/create-whatsapp-interactive") { plivo in
            let receipt = try await plivo.messages.create(
                .init(src: "14155550111", dst: "14155550133", type: .whatsApp, interactive: interactive))
            #expect(receipt.messageUUID == [messageUUID])
        }
    }

    @Test("sends a place by WhatsApp")
    func createLocation() async throws {
        try await replaying("messages/create-whatsapp-location") { plivo in
            let receipt = try await plivo.messages.create(
                .init(src: "14155550111", dst: "14155550133", type: .whatsApp, location: office))
            #expect(receipt.messageUUID == [messageUUID])
        }
    }

    @Test("sends asynchronously, and reads the result that is posted back")
    func createAsynchronously() async throws {
        try await replaying("messages/create-asynchronous") { plivo in
            let callback = CallbackTarget("https://example.com/plivo/results", method: "POST")
            let receipt = try await plivo.messages.create(
                .init(src: "14155550111", dst: "14155550133", text: "Later"), reportingTo: callback)
            #expect(receipt.message == "async api spawned")

            let posted = #"{"api_id": "1", "message": "message(s) queued", "message_uuid": ["\#(messageUUID)"]}"#
            let outcome = try plivo.messages.createOutcome(fromCallback: Data(posted.utf8))
            #expect(outcome.messageUUID == [messageUUID])
        }
    }

    @Test("goes through all messages of three pages, though nothing says how many there are")
    func list() async throws {
        try await replaying("messages/list") { plivo in
            var last: [Substring] = []
            for try await message in plivo.messages.list(.init(messageType: .sms, limit: 2)) {
                last.append(message.messageUUID.suffix(2))
            }
            #expect(last == ["08", "09", "0a", "0b", "0c"])
        }
    }

    @Test("filters messages, and reads rows that leave much out")
    func listFiltered() async throws {
        try await replaying("messages/list-filtered") { plivo in
            let request = PlivoClient.Messages.ListRequest(
                subaccount: Sample.subaccountID, messageDirection: .inbound, messageState: .received,
                messageTimeAfter: date("2024-03-02T09:00:00Z"),
                messageTimeOnOrBefore: date("2024-03-02T10:00:00Z").addingTimeInterval(0.5),
                errorCode: "200", conversationOrigin: .utility, toNumber: "14155550111", limit: 20)
            let page = try await plivo.messages.listPage(request)
            #expect(page.meta?.totalCount == 1)
            let message = try #require(page.objects?.first)
            #expect(message.messageType == .mms)
            #expect(message.units == 2)
            #expect(message.totalAmount == 0)
            #expect(message.errorCode == nil)
            #expect(message.apiID == nil)
            #expect(message.carrierFees == nil)
            #expect(message.messageSentTime == nil)
        }
    }

    @Test("reads an answer with an error in place of messages")
    func listNothing() async throws {
        try await replaying("messages/list-nothing") { plivo in
            let page = try await plivo.messages.listPage()
            #expect(page.objects == nil)
            #expect(page.meta == nil)
            #expect(page.error == "invalid message_time filter")
        }
    }

    @Test("reads when a conversation ends as the documentation writes it")
    func getDocumented() async throws {
        try await replaying("messages/get-documented") { plivo in
            let message = try await plivo.messages.get("c59ba7c8-0f1f-4a6a-b3b1-1a7a22d4f1ce")
            #expect(message.conversationExpiryTimestamp == date("2024-03-03T09:15:27Z"))
            #expect(message.conversationExpirationTimestamp == nil)
            #expect(message.conversationID == nil)
        }
    }

    @Test("reads a message, in which what doesn't apply is empty text")
    func get() async throws {
        try await replaying("messages/get") { plivo in
            let message = try await plivo.messages.get(messageUUID)
            #expect(message.apiID == "821afb56-817b-42f4-998e-6eb4f52d9072")
            #expect(message.messageUUID == messageUUID)
            #expect(message.messageDirection == .outbound)
            #expect(message.messageState == .delivered)
            #expect(message.messageType == .sms)
            #expect(message.messageTime == date("2024-03-02T09:15:27Z"))
            let sent = date("2024-03-02T09:15:28Z").addingTimeInterval(0.104512)
            let sentTime = try #require(message.messageSentTime)
            #expect(abs(sentTime.timeIntervalSince(sent)) < 0.000_001)
            #expect(message.units == 1)
            #expect(message.totalRate == decimal("0.0055"))
            #expect(message.carrierFees == decimal("0.003"))
            #expect(message.isDomestic == false)
            #expect(message.errorCode == "000")
            #expect(message.errorMessage == "")
            #expect(message.conversationID == "")
            #expect(message.conversationOrigin == .unset)
            #expect(message.conversationExpirationTimestamp == nil)
            #expect(message.destinationCountryISO2 == "US")
            #expect(message.requesterIP == "203.0.113.7")
        }
    }

    @Test("reads a message of a WhatsApp conversation, and keeps a state that the description doesn't know")
    func getWhatsApp() async throws {
        try await replaying("messages/get-whatsapp") { plivo in
            let message = try await plivo.messages.get(otherUUID)
            #expect(message.messageType == .whatsApp)
            #expect(message.messageState == MessageState(rawValue: "seen_twice"))
            #expect(message.messageState.rawValue == "seen_twice")
            #expect(message.conversationOrigin == .utility)
            #expect(message.conversationExpirationTimestamp == date("2024-03-03T09:15:27Z"))
            #expect(message.carrierFees == nil)
            #expect(message.messageUpdatedTime == nil)
            #expect(message.log == .contentOnly)
            #expect(message.toNumber == "141555XXXXX")
        }
    }

    @Test("lists a message's media, with sizes as a number and as text")
    func listMedia() async throws {
        try await replaying("messages/list-media") { plivo in
            let list = try await plivo.messages.listMedia(messageUUID)
            #expect(list.messageUUID == nil)
            #expect(list.objects.map(\.contentType) == ["image/png", "video/mp4"])
            #expect(list.objects.map(\.size) == [20481, 1_048_576])
            #expect(list.objects.map(\.fileName) == [nil, "menu.mp4"])
            let uploaded = date("2024-03-02T09:15:27Z").addingTimeInterval(0.104512)
            let uploadTime = try #require(list.objects.last?.uploadTime)
            #expect(abs(uploadTime.timeIntervalSince(uploaded)) < 0.000_001)
        }
    }

    @Test("reads and deletes one medium")
    func oneMedium() async throws {
        try await replaying("messages/get-media", "messages/delete-media") { plivo in
            let medium = try await plivo.messages.getMedia(messageUUID: messageUUID, mediaID: mediaID)
            #expect(medium.mediaID == mediaID)
            #expect(medium.messageUUID == messageUUID)
            #expect(medium.apiID == "c2700e60-4e08-4b26-be19-ef8dbdf0db0f")
            try await plivo.messages.deleteMedia(messageUUID: messageUUID, mediaID: medium.mediaID)
        }
    }

    private var office: WhatsAppLocation {
        WhatsAppLocation(
            latitude: "52.5200", longitude: "13.4050", name: "Main office", address: "1 Example Street, Berlin")
    }
}
