import Foundation
import Testing

@testable import CallsignRuntime

/// The examples of WHATWG's HTML standard, section 9.2.6, and what real servers do.
@Suite("Server-sent events")
struct ServerSentEventTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var stream: String
        var events: [ServerSentEvent]
        var testDescription: String { name }

        init(_ name: String, _ stream: String, _ events: ServerSentEvent...) {
            self.name = name
            self.stream = stream
            self.events = events
        }
    }

    static let cases = [
        Case("lines of data are joined", "data: YHOO\ndata: +2\ndata: 10\n\n", .init(data: "YHOO\n+2\n10")),
        Case(
            "comments, identifiers, and one that is taken back",
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            .init(data: "first event", id: "1"), .init(data: "second event"), .init(data: " third event")),
        Case(
            "empty data, and an event that never ends", "data\n\ndata\ndata\n\ndata:", .init(data: ""),
            .init(data: "\n")),
        Case(
            "one blank after the colon is left out", "data:test\n\ndata: test\n\n", .init(data: "test"),
            .init(data: "test")),
        Case("carriage returns", "data: a\rdata: b\r\rdata: c\r\r", .init(data: "a\nb"), .init(data: "c")),
        Case("both", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", .init(data: "a\nb"), .init(data: "c")),
        Case("a mark at the beginning", "\u{FEFF}data: a\n\n", .init(data: "a")),
        Case(
            "names", "event: ping\n\nevent: add\ndata: 1\n\ndata: 2\n\n", .init(name: "add", data: "1"),
            .init(data: "2")),
        Case(
            "an identifier lasts", "id: 7\ndata: a\n\ndata: b\n\n", .init(data: "a", id: "7"), .init(data: "b", id: "7")
        ),
        Case("an identifier with a null counts for nothing", "id: 7\u{0}\ndata: a\n\n", .init(data: "a")),
        Case("unknown fields, and letters of several bytes", "what: no\ndata: é🚀\nDATA: x\n\n", .init(data: "é🚀")),
    ]

    @Test("wherever its pieces end", arguments: cases)
    func parses(_ example: Case) {
        let bytes = Data(example.stream.utf8)
        for size in [1, 2, 3, 7, bytes.count] {
            var parser = ServerSentEventParser()
            var events: [ServerSentEvent] = []
            var rest = bytes
            while !rest.isEmpty {
                parser.append(Data(rest.prefix(size)))
                rest = Data(rest.dropFirst(size))
                while let event = parser.next() { events.append(event) }
            }
            #expect(events == example.events, "in pieces of \(size)")
        }
    }

    @Test(arguments: [
        ("retry: 1500\n", Duration.milliseconds(1500)), ("retry: 1.5\n", nil), ("retry: -1\n", nil), ("retry\n", nil),
    ])
    func readsTheDelay(_ stream: String, _ delay: Duration?) {
        var parser = ServerSentEventParser()
        parser.append(Data(stream.utf8))
        #expect(parser.next() == nil)
        #expect(parser.retry == delay)
    }

    @Test func linesEndInEitherWay() {
        var lines = LineCutter(endings: .lineFeed)
        lines.append(Data("a\r\n".utf8))
        lines.append(Data("b\nc\rd\r".utf8))
        lines.append(Data("\nlast".utf8))
        #expect(
            [lines.next(), lines.next(), lines.next(), lines.next()].map {
                $0.map { String(decoding: $0, as: UTF8.self) }
            } == ["a", "b", "c\rd", nil])
        #expect(lines.rest() == Array("last".utf8))
    }

    @Test func whatNobodyHasReadGoesToDiskInOrder() throws {
        var buffer = SpillingBuffer()
        var sent = Data()
        var read = Data()
        for round in 0..<5 {
            for number in 0..<40 {
                let piece = Data(repeating: UInt8(truncatingIfNeeded: round * 40 + number), count: 100_000)
                try buffer.append(piece)
                sent.append(piece)
            }
            // Some is read in between, and everything in the end.
            for _ in 0..<5 { read.append(try buffer.next() ?? Data()) }
        }
        while let piece = try buffer.next() { read.append(piece) }
        #expect(read == sent)
        #expect(buffer.isEmpty)
    }
}

@Suite("Keys of an object's text")
struct JSONObjectTextTests {
    @Test(arguments: [
        (#"{"a":1,"stream":false,"b":"x,\"stream\":1"}"#, #"{"a":1,"b":"x,\"stream\":1"}"#),
        (#"{"stream":{"stream":[1,{"a":2}]},"b":[{"stream":1}]}"#, #"{"b":[{"stream":1}]}"#),
        (#"{"stream":null}"#, "{}"), ("{}", "{}"), (#"{"a\\":"}","c":1}"#, #"{"a\\":"}","c":1}"#),
        (#"{"a":0.10,"str\u0065am":1}"#, #"{"a":0.10}"#),
    ])
    func areRemoved(_ text: String, _ expected: String) {
        #expect(String(decoding: JSONObjectText.removing(["stream"], from: Data(text.utf8)), as: UTF8.self) == expected)
    }
}
