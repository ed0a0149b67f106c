import CallsignRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct WebhookTests {
    private struct Delivery: Decodable, Sendable, Equatable {
        var from: String
        var units: Int?
        var rate: Decimal?
        var time: Date?
        var isMachine: Bool?
        var media: [String]?

        init(from decoder: any Decoder) throws {
            let fields = try FieldReader(decoder)
            from = try fields.required("From")
            units = try fields.optional("Units", by: .textInteger)
            rate = try fields.optional("TotalRate", by: .textDecimal)
            time = try fields.optional("MessageTime", by: .dateTime)
            isMachine = try fields.optional("Machine", by: .textBool)
            media = try fields.optional("Media")
        }
    }

    private let webhook = Webhook<Delivery>("message.status")

    private func request(_ method: String, _ query: String = "", type: String? = nil, _ body: String = "")
        -> WebhookRequest
    {
        var headers = HTTPFields()
        headers[.contentType] = type
        return WebhookRequest(
            method: method, url: "https://hooks.example.com/in\(query)", headers: headers, body: Data(body.utf8))
    }

    private static let pairs =
        "From=%2B45+12&Units=2&TotalRate=0.00550&MessageTime=2026-03-02+09%3A15%3A27.5&Machine=true&New=x"

    @Test func readsFormsAndQueriesAndJSON() throws {
        let json = """
            {"From": "+45 12", "Units": 2, "TotalRate": "0.00550", "MessageTime": "2026-03-02T09:15:27.5Z", "Machine": true}
            """
        let requests = [
            request("POST", type: "application/x-www-form-urlencoded; charset=utf-8", Self.pairs),
            request("POST", type: nil, Self.pairs), request("POST", "?shop=1", type: "text/plain", Self.pairs),
            request("GET", "?\(Self.pairs)#ct=1"), request("POST", type: "application/json", json),
            request("POST", type: "Application/Problem+JSON", json), request("POST", type: nil, "  " + json),
        ]
        let expected = try webhook.decode(requests[0])
        #expect(expected.from == "+45 12")
        #expect(expected.units == 2)
        #expect(expected.rate == Decimal(string: "0.0055"))
        #expect(expected.time == Date(timeIntervalSince1970: 1_772_442_927.5))
        #expect(expected.isMachine == true)
        for request in requests.dropFirst() {
            #expect(try webhook.decode(request) == expected)
        }
    }

    @Test func readsRepeatedAndEmptyValues() throws {
        let delivery = try webhook.decode(request("POST", "?From=1", "From=&Media=a&Media=b&Units=&MessageTime="))
        #expect(delivery.from == "")
        #expect(delivery.media == ["a", "b"])
        #expect(delivery.units == nil)
        #expect(delivery.time == nil)
    }

    @Test func readsWhatIsBadlyEscaped() throws {
        #expect(try webhook.decode(request("POST", "", "From=100%&x")).from == "100%")
        #expect(try webhook.decode(request("POST", "", "From=%C3%A9%zz%C3")).from == "é%zz\u{FFFD}")
    }

    @Test(arguments: [
        ("", "From", "no value for key \"From\""),
        ("From=1&Units=many", "Units", "expected a whole number, found \"many\""),
    ])
    func saysWhatIsWrong(body: String, path: String, reason: String) {
        let error = #expect(throws: WebhookError.self) { try webhook.decode(request("POST", "", body)) }
        guard case .payload(let name, let found, let text) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(name == "message.status")
        #expect(found == path)
        #expect(text.contains(reason) || text.contains("missing"), "\(text)")
    }

    @Test func saysWhereBrokenJSONIsBroken() {
        let error = #expect(throws: WebhookError.self) {
            try webhook.decode(request("POST", type: "application/json", "{\"From\": }"))
        }
        #expect(error?.localizedDescription.contains("message.status") == true)
    }
}
