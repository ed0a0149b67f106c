import Foundation
import Testing

@testable import CallsignRuntime

/// How unions whose branches are tried find the right one.
@Suite struct UnionReaderTests {
    private struct Size: OpenEnumeration {
        let rawValue: String
        init(rawValue: String) { self.rawValue = rawValue }
        static var knownValues: [Size] { [Size(rawValue: "small"), Size(rawValue: "large")] }
    }

    private struct Named: Decodable, Equatable {
        var kind: String
        var name: String
    }

    /// Candidates of every kind, what fits little before what fits much.
    private enum Choice: Decodable, Equatable {
        case size(Size)
        case sizes([Size])
        case now(String)
        case moment(Date)
        case pet(Named)
        case person(Named)
        case text(String)
        case unknown(JSONValue)

        init(from decoder: any Decoder) throws {
            let union = try UnionReader(decoder)
            if let value = union.candidate(Size.self) {
                self = .size(value)
            } else if let value = union.candidate([Size].self) {
                self = .sizes(value)
            } else if let value = union.candidate(String.self, among: ["now"]) {
                self = .now(value)
            } else if let value = union.candidate(Date.self, by: .dateTime) {
                self = .moment(value)
            } else if let value = union.candidate(Named.self, requiring: ["name"], where: ["kind": ["cat", "dog"]]) {
                self = .pet(value)
            } else if let value = union.candidate(Named.self, requiring: ["name"]) {
                self = .person(value)
            } else if let value = union.candidate(String.self) {
                self = .text(value)
            } else {
                self = .unknown(try union.value())
            }
        }
    }

    @Test(
        "a value is the first candidate that it fits",
        arguments: [
            (#""small""#, .size(Size(rawValue: "small"))),
            (#"["large", "small"]"#, .sizes([Size(rawValue: "large"), Size(rawValue: "small")])),
            (#"["large", "huge"]"#, .unknown(["large", "huge"])),
            (#""now""#, .now("now")),
            (#""1970-01-01T00:00:10Z""#, .moment(Date(timeIntervalSince1970: 10))),
            (#"{"kind": "dog", "name": "Rex"}"#, .pet(Named(kind: "dog", name: "Rex"))),
            (#"{"kind": "aunt", "name": "Ada"}"#, .person(Named(kind: "aunt", name: "Ada"))),
            (#"{"kind": "dog"}"#, .unknown(["kind": "dog"])),
            (#""huge""#, .text("huge")),
            ("7", .unknown(7)),
            ("null", .unknown(nil)),
        ] as [(String, Choice)])
    private func decodes(_ text: String, _ expected: Choice) throws {
        let data = Data(text.utf8)
        #expect(try JSONText.decode(Choice.self, from: data) == expected)
        // The same from a decoder that isn't the runtime's.
        #expect(try JSONDecoder().decode([Choice].self, from: Data("[\(text)]".utf8)) == [expected])
    }
}

/// Arrays in which each place has a meaning.
@Suite struct ElementCodingTests {
    private struct Reading: Codable, Equatable {
        var name: String
        var moment: Date?
        var count: Int?
        var others: [JSONValue]

        init(name: String, moment: Date? = nil, count: Int? = nil, others: [JSONValue] = []) {
            self.name = name
            self.moment = moment
            self.count = count
            self.others = others
        }

        init(from decoder: any Decoder) throws {
            let fields = try ElementReader(decoder)
            name = try fields.required(0)
            moment = try fields.optional(1, by: .dateTime)
            count = try fields.optional(2)
            others = try fields.rest(from: 3)
        }

        func encode(to encoder: any Encoder) throws {
            var fields = ElementWriter(encoder)
            try fields.required(name)
            try fields.optional(moment, by: .dateTime)
            try fields.optional(count)
            try fields.rest(others)
        }
    }

    @Test(
        "are read and written by place",
        arguments: [
            (#"["a"]"#, Reading(name: "a")),
            (#"["a",null,3]"#, Reading(name: "a", count: 3)),
            (#"["a","1970-01-01T00:00:10Z"]"#, Reading(name: "a", moment: Date(timeIntervalSince1970: 10))),
            (#"["a",null,null,"b",[1]]"#, Reading(name: "a", others: ["b", [1]])),
        ])
    private func roundTrip(_ text: String, _ reading: Reading) throws {
        #expect(try JSONText.decode(Reading.self, from: Data(text.utf8)) == reading)
        #expect(try JSONDecoder().decode(Reading.self, from: Data(text.utf8)) == reading)
        #expect(String(decoding: try JSONText.encode(reading), as: UTF8.self) == text)
    }

    @Test func anElementThatIsMissingIsNamed() {
        do {
            _ = try JSONText.decode(Reading.self, from: Data("[]".utf8))
            Issue.record("an empty array was read")
        } catch DecodingError.valueNotFound(_, let context) {
            #expect(context.codingPath.map(\.intValue) == [0])
            #expect(context.debugDescription == "the array has only 0 elements")
        } catch {
            Issue.record("\(error)")
        }
    }
}
