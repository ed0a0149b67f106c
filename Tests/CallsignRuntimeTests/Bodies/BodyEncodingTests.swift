import Foundation
import Testing

@testable import CallsignRuntime
@testable import SampleClient

/// Bodies as they are sent.
@Suite("Encodings of bodies")
struct BodyEncodingTests {
    private func sent(_ change: (inout OperationCall) -> Void) async throws -> (type: String?, body: String) {
        let sent = Locked<(type: String?, body: String)>((nil, ""))
        let transport = ScriptedTransport { request, body in
            sent.withLock { $0 = (request.headerFields[.contentType], body) }
            return (200, "{}")
        }
        let client = SampleClient(authID: "MA1", authToken: "secret", transport: transport)
        var call = OperationCall("things.create", .post, "/things")
        change(&call)
        try await client.core.noContent(call, CallOptions(), throwing: SampleError.self)
        return sent.withLock { $0 }
    }

    private static let charge: JSONValue = [
        "amount": 100, "metadata": ["order": "7", "shop": ["name": "a b"]],
        "items": [["price": "p1", "taxes": ["x", "y"]], ["price": "p2"]], "expand": ["customer", "payments"],
    ]

    @Test func aBodyMayBeADateOrAnIdentifierOrAListOfThem() async throws {
        let date = Date(timeIntervalSince1970: 1_705_311_000)
        #expect(try await sent { $0.json(date) }.body == "\"2024-01-15T09:30:00Z\"")
        #expect(try await sent { $0.json([date]) }.body == "[\"2024-01-15T09:30:00Z\"]")
        #expect(try await sent { $0.json(["at": date]) }.body == "{\"at\":\"2024-01-15T09:30:00Z\"}")
        let id = try #require(UUID(uuidString: "3FA85F64-5717-4562-B3FC-2C963F66AFA6"))
        #expect(try await sent { $0.json([id, nil]) }.body == "[\"3fa85f64-5717-4562-b3fc-2c963f66afa6\",null]")
    }

    @Test func formsGoAsDeepAsTheyAreToldTo() async throws {
        let (type, body) = try await sent { call in
            for name: StaticString in ["metadata", "items", "expand"] {
                call.encoding(name, .deepObject, explode: true)
            }
            call.form(Self.charge)
        }
        #expect(type == "application/x-www-form-urlencoded")
        #expect(
            body.removingPercentEncoding?.split(separator: "&").sorted() == [
                "amount=100", "expand[0]=customer", "expand[1]=payments", "items[0][price]=p1",
                "items[0][taxes][0]=x", "items[0][taxes][1]=y", "items[1][price]=p2", "metadata[order]=7",
                "metadata[shop][name]=a b",
            ])
    }

    @Test func formsAreFlatOtherwise() async throws {
        let (_, body) = try await sent { call in
            call.encoding("tags", .form, explode: false)
            call.form(["tags": ["a", "b,c"], "list": ["x", "y"], "object": ["k": 1]] as JSONValue)
        }
        #expect(body == "list=x&list=y&object=%7B%22k%22%3A1%7D&tags=a,b%2Cc")
    }

    @Test func textsOfFormsAreQuotedWhereTheyAreJSON() async throws {
        let (_, body) = try await sent { call in
            call.encoding("id", contentType: "application/json")
            call.encoding("ids", contentType: "application/json")
            call.form(["id": "a", "ids": ["b", 1], "plain": "c"] as JSONValue)
        }
        #expect(body == "id=%22a%22&ids=%22b%22&ids=1&plain=c")
    }

    private struct Upload: MultipartEncodable {
        var file: MultipartFile

        func encode(to form: inout MultipartForm) {
            form.file("file", file)
            form.json("about", ["title": "t"])
            form.field("note", "n")
        }
    }

    @Test func partsHaveTheTypesAndHeadersThatTheyAreGiven() async throws {
        var file = MultipartFile(Data("bytes".utf8), filename: "a.png")
        file.headers = ["X-Checksum": "7"]
        let upload = Upload(file: file)
        let (type, body) = try await sent { call in
            call.bodyKey("stream", true)
            call.encoding("file", contentType: "image/png")
            call.encoding("about", contentType: "application/vnd.about+json")
            call.encoding("note", contentType: "text/markdown")
            call.multipart(upload)
        }
        #expect(type == "multipart/form-data; boundary=callsign-part-0")
        #expect(
            body.replacingOccurrences(of: "\r\n", with: "\n") == """
                --callsign-part-0
                Content-Disposition: form-data; name="file"; filename="a.png"
                Content-Type: image/png
                X-Checksum: 7

                bytes
                --callsign-part-0
                Content-Disposition: form-data; name="about"
                Content-Type: application/vnd.about+json

                {"title":"t"}
                --callsign-part-0
                Content-Disposition: form-data; name="note"
                Content-Type: text/markdown

                n
                --callsign-part-0
                Content-Disposition: form-data; name="stream"

                true
                --callsign-part-0--

                """)
    }

    @Test func aHeaderOfAPartThatCannotBeSentIsReported() async throws {
        var file = MultipartFile(Data(), filename: "a")
        file.headers = ["X-Bad": "a\r\nX-Evil: 1"]
        let upload = Upload(file: file)
        await #expect(throws: SampleError.self) { _ = try await sent { $0.multipart(upload) } }
    }

    @Test(arguments: [
        ("{\"stream\":false,\"text\":\"t\"}", "{\"text\":\"t\",\"stream\":true}"), ("{}", "{\"stream\":true}"),
    ])
    func aKeyThatIsAddedReplacesTheCallersOwn(_ own: String, _ expected: String) async throws {
        let value = try JSONText.decode(JSONValue.self, from: Data(own.utf8))
        let (_, body) = try await sent { call in
            call.bodyKey("stream", true)
            call.json(value)
        }
        #expect(body == expected)
        let (_, form) = try await sent { call in
            call.bodyKey("stream", true)
            call.form(["text": "t"] as JSONValue)
        }
        #expect(form == "text=t&stream=true")
    }

    @Test func theFirstCredentialsThatWereGivenAreSent() async throws {
        let sent = Locked<[String?]>([])
        let transport = ScriptedTransport { request, _ in
            sent.withLock { $0.append(request.headerFields[.authorization]) }
            return (200, "{}")
        }
        for (key, token) in [("k", nil), (nil, "t"), (nil, nil)] as [(String?, String?)] {
            let core = ClientCore(
                server: "https://api.example.com",
                credentials: [
                    "basic": .basicIfGiven(username: key, password: key), "bearer": .bearerIfGiven(token: token),
                ], requirements: [["basic"], ["bearer"], []], userAgent: "test", transport: transport)
            try await core.noContent(OperationCall("a", .get, "/"), CallOptions(), throwing: SampleError.self)
        }
        #expect(sent.withLock { $0 } == ["Basic azpr", "Bearer t", nil])
    }
}
