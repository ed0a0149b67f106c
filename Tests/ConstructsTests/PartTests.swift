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
    private func parts(
        as contentType: String = "multipart/form-data",
        of call: (ConstructsClient.Bodies) async throws -> Void
    ) async throws -> [String] {
        let server = try ScriptedServer { _ in .init(204) }
        let configuration = ClientConfiguration(baseURL: URL(string: server.url), allowsInsecureHTTP: true)
        try await call(ConstructsClient(configuration: configuration).bodies)
        let sent = try #require(server.requests.first)
        #expect(sent["Content-Type"] == "\(contentType); boundary=callsign-part-0")
        let parts = String(decoding: sent.body, as: UTF8.self).components(separatedBy: "--callsign-part-0")
        #expect(parts.first == "" && parts.last == "--\r\n")
        return parts.dropFirst().dropLast().map { part in
            // The first line ends the boundary, and the last one comes before the next.
            part.dropFirst().dropLast().replacingOccurrences(of: "Content-Disposition: form-data; ", with: "")
                .replacingOccurrences(of: "\r\n\r\n", with: "\r\n")
                .components(separatedBy: "\r\n").joined(separator: " | ")
        }
    }

    private func parts(of request: Parts) async throws -> [String] {
        try await parts { try await $0.sendParts(request) }
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

    // MARK: Parts that nobody names

    @Test func partsThatAreNotDescribedAreNamedByTheCaller() async throws {
        let named: [MultipartPart] = [
            .text("a \"b\"", "A"), .text("sdp", "v=0", contentType: "application/sdp"), .json("c", ["d": 1]),
            .file("e", Self.file("E")), .text("sdp", "again"),
        ]
        let expected = [
            #"name="a %22b%22" | A"#, #"name="sdp" | Content-Type: application/sdp | v=0"#,
            #"name="c" | Content-Type: application/json | {"d":1}"#,
            #"name="e"; filename="a.txt" | Content-Type: text/plain | E"#, #"name="sdp" | again"#,
        ]
        #expect(try await parts { try await $0.sendAnyParts(.init(dry: true, body: named)) } == expected)
        #expect(try await parts { try await $0.sendFreeParts(named) } == expected)
        #expect(
            try await parts { try await $0.sendFurtherParts(.init(name: "n", additionalParts: [.text("a", "A")])) }
                == [#"name="name" | n"#, #"name="a" | A"#])
    }

    @Test func alternativesOfAWholeBodyAreItsParts() async throws {
        #expect(
            try await parts { try await $0.sendEitherParts(.init(name: "n", url: "u")) }
                == [#"name="name" | n"#, #"name="url" | u"#])
        #expect(
            try await parts { try await $0.sendEitherParts(.init(name: "n", file: Self.file("F"))) }
                == [#"name="name" | n"#, #"name="file"; filename="a.txt" | Content-Type: text/plain | F"#])
    }

    // MARK: Encodings

    @Test func partsAreWrittenInTheStylesThatTheirEncodingsName() async throws {
        let request = ConstructsClient.Bodies.SendStyledPartsRequest(
            tags: ["a b", "c&d"], piped: [1, 2], repeated: [CalendarDate("2024-01-02")].compactMap { $0 },
            range: .init(from: 1, to: 2), listed: ["k": "v", "l": "w"], filter: .init(name: "n", sizes: [3, 4]))
        #expect(
            try await parts { try await $0.sendStyledParts(request) } == [
                #"name="tags" | a b,c&d"#, #"name="piped" | 1|2"#, #"name="repeated" | 2024-01-02"#,
                #"name="from" | 1"#, #"name="to" | 2"#, #"name="listed" | k,v,l,w"#,
                #"name="filter[name]" | n"#, #"name="filter[sizes][0]" | 3"#, #"name="filter[sizes][1]" | 4"#,
            ])
    }

    @Test func partsWithoutNamesGoInTheirOrder() async throws {
        let picture = MultipartFile(Data("PNG".utf8), filename: "a.png")
        let request = ConstructsClient.Bodies.SendOrderedPartsRequest(
            details: Reference(url: "u"), picture: picture, third: "t", others: ["1,2", "3,4"])
        #expect(
            try await parts(as: "multipart/mixed") { try await $0.sendOrderedParts(request) } == [
                #"Content-Type: application/json | {"url":"u"}"#,
                #"Content-Disposition: attachment; filename="a.png" | Content-Type: image/png | PNG"#,
                #"Content-Type: application/json | "t""#, "Content-Type: text/csv | 1,2",
                "Content-Type: text/csv | 3,4",
            ])
        let streamed = ConstructsClient.Bodies.SendStreamedPartsRequest(
            parts: [.reference(Reference(url: "u")), .file(MultipartFile(Data("%PDF".utf8), filename: "a.pdf"))])
        #expect(
            try await parts(as: "multipart/related") { try await $0.sendStreamedParts(streamed) } == [
                #"Content-Type: application/pdf | {"url":"u"}"#,
                #"Content-Disposition: attachment; filename="a.pdf" | Content-Type: application/pdf | %PDF"#,
            ])
    }

    @Test func otherBodiesOfPartsHaveNamesWhereTheyAreDescribed() async throws {
        #expect(
            try await parts(as: "multipart/mixed") { try await $0.sendMixedParts(.init(name: "n")) }
                == [#"name="name" | n"#])
    }
}
