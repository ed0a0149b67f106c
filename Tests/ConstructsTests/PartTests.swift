import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// Requests of the client that `Tests/Constructs` describes, as a server gets them.
@Suite struct PartTests {
    private typealias Parts = ConstructsClient.Bodies.SendPartsRequest

    private static func file(_ text: String, _ name: String = "a.txt") -> MultipartFile {
        MultipartFile(Data(text.utf8), filename: name, contentType: "text/plain")
    }

    /// The head and the text of each part that a server gets, with ` | ` for the ends of lines.
    private func parts(of request: Parts) async throws -> [String] {
        let server = try ScriptedServer { _ in .init(204) }
        let configuration = ClientConfiguration(baseURL: URL(string: server.url), allowsInsecureHTTP: true)
        try await ConstructsClient(configuration: configuration).bodies.sendParts(request)
        let sent = try #require(server.requests.first)
        #expect(sent["Content-Type"] == "multipart/form-data; boundary=callsign-part-0")
        let parts = String(decoding: sent.body, as: UTF8.self).components(separatedBy: "--callsign-part-0")
        #expect(parts.first == "" && parts.last == "--\r\n")
        return parts.dropFirst().dropLast().map { part in
            part.replacingOccurrences(of: "Content-Disposition: form-data; ", with: "")
                .components(separatedBy: "\r\n").filter { !$0.isEmpty }.joined(separator: " | ")
        }
    }

    @Test func oneFileOrSeveralAreAListOfFiles() async throws {
        #expect(
            try await parts(of: Parts(images: [Self.file("A"), Self.file("B", "b.txt")])) == [
                #"name="images"; filename="a.txt" | Content-Type: text/plain | A"#,
                #"name="images"; filename="b.txt" | Content-Type: text/plain | B"#,
            ])
    }

    @Test(
        "a part is what its alternative is",
        arguments: [
            (.file(file("A")), #"name="source"; filename="a.txt" | Content-Type: text/plain | A"#),
            (
                .reference(Reference(url: "u", size: 3)),
                #"name="source" | Content-Type: application/json | {"size":3,"url":"u"}"#
            ),
            (.date(Date(timeIntervalSince1970: 1)), #"name="source" | 1970-01-01T00:00:01Z"#),
            (.integer(7), #"name="source" | 7"#),
        ] as [(BodiesSendPartsRequestSource, String)])
    func alternatives(_ source: BodiesSendPartsRequestSource, _ expected: String) async throws {
        #expect(try await parts(of: Parts(images: [], source: source)) == [expected])
    }

    @Test func listsOfAlternativesAreParts() async throws {
        let request = Parts(
            images: [], attachments: [.reference(Reference(url: "u")), .file(Self.file("A"))],
            nested: .files([Self.file("B")]), listed: .integer(3))
        #expect(
            try await parts(of: request) == [
                #"name="attachments" | Content-Type: application/json | {"url":"u"}"#,
                #"name="attachments"; filename="a.txt" | Content-Type: text/plain | A"#,
                #"name="nested"; filename="a.txt" | Content-Type: text/plain | B"#,
                #"name="listed" | 3"#,
            ])
        #expect(
            try await parts(of: Parts(images: [], nested: .boolean(true), listed: .files([Self.file("C")]))) == [
                #"name="nested" | true"#,
                #"name="listed"; filename="a.txt" | Content-Type: text/plain | C"#,
            ])
    }

    @Test func bytesWithoutATypeAreFiles() async throws {
        let bytes = MultipartFile(Data("PNG".utf8), filename: "a.png")
        #expect(
            try await parts(of: Parts(images: [], untyped: bytes, described: bytes, embedded: "<p>")) == [
                #"name="untyped"; filename="a.png" | Content-Type: application/octet-stream | PNG"#,
                #"name="described"; filename="a.png" | Content-Type: image/png | PNG"#,
                #"name="embedded" | <p>"#,
            ])
    }

    @Test func listsHaveAPartForEachElementAndObjectsAreJSON() async throws {
        let request = Parts(
            images: [], references: [Reference(url: "u"), Reference(url: "v")], labels: ["a": "b"],
            days: [CalendarDate("2024-01-02"), CalendarDate("2024-01-03")].compactMap { $0 })
        #expect(
            try await parts(of: request) == [
                #"name="references" | Content-Type: application/json | {"url":"u"}"#,
                #"name="references" | Content-Type: application/json | {"url":"v"}"#,
                #"name="labels" | Content-Type: application/json | {"a":"b"}"#,
                #"name="days" | 2024-01-02"#, #"name="days" | 2024-01-03"#,
            ])
    }

    @Test func partsHaveTheContentTypesThatTheirEncodingsName() async throws {
        let request = Parts(images: [], offer: "v=0", quoted: "q", notes: ["n", "m"], any: ["a": [1]])
        #expect(
            try await parts(of: request) == [
                #"name="offer" | Content-Type: application/sdp | v=0"#,
                #"name="quoted" | Content-Type: application/json | "q""#,
                #"name="notes" | Content-Type: application/json | "n""#,
                #"name="notes" | Content-Type: application/json | "m""#,
                #"name="any" | Content-Type: application/json | {"a":[1]}"#,
            ])
    }
}
