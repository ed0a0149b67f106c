import Foundation
import Testing

@testable import CallsignRuntime

/// The runtime's own reading of JSON.
@Suite struct JSONDecodingTests {
    private struct Pet: Decodable, Equatable {
        var name: String
        var age: Int?
        var toys: [String]
        var weights: [String: Double]
        var price: Decimal
        var home: URL?
        var picture: Data?
    }

    private struct Chain: Decodable {
        var next: [Chain]
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONText.decode(type, from: Data(text.utf8))
    }

    private func problem<Value: Decodable>(_ type: Value.Type, _ text: String) -> (path: String, text: String)? {
        do {
            _ = try decode(type, text)
            return nil
        } catch {
            let context: DecodingError.Context? =
                switch error as? DecodingError {
                case .dataCorrupted(let context), .typeMismatch(_, let context), .keyNotFound(_, let context),
                    .valueNotFound(_, let context):
                    context
                default: nil
                }
            let path = context?.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue } ?? []
            return (path.joined(separator: "."), context?.debugDescription ?? "\(error)")
        }
    }

    @Test func readsTypesThatDecodeThemselvesByCodingKeys() throws {
        let pet = try decode(
            Pet.self,
            """
            {"extra": [{}], "name": "Ada", "age": null, "toys": ["ball", "b\\u00f6ne"], "weights": {"may": 3, "june": 3.25},
             "price": 12345678901234567890.12, "home": "https://example.com/a", "picture": "aGk="}
            """)
        #expect(
            pet
                == Pet(
                    name: "Ada", age: nil, toys: ["ball", "böne"], weights: ["may": 3, "june": 3.25],
                    price: try #require(Decimal(string: "12345678901234567890.12")),
                    home: URL(string: "https://example.com/a"), picture: Data("hi".utf8)))
    }

    @Test("reads dates that stand alone, and in lists and dictionaries")
    func dates() throws {
        let date = Date(timeIntervalSince1970: 1_705_311_000)
        #expect(try decode(Date.self, "\"2024-01-15T10:30:00+01:00\"") == date)
        #expect(try decode([Date?].self, "[\"2024-01-15T09:30:00Z\", null]") == [date, nil])
        #expect(try decode([String: Date].self, "{\"at\": \"2024-01-15T09:30:00Z\"}") == ["at": date])
        #expect(throws: DecodingError.self) { try decode(Date.self, "1705311000") }
    }

    @Test(
        "reads escapes",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00""#, "😀"),
            (#""\ud83d x""#, "\u{FFFD} x"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
            (#""""#, ""), ("\"é€😀\"", "é€😀"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try decode(String.self, text) == value)
    }

    @Test(
        "reads whole numbers exactly",
        arguments: [
            ("0", 0), ("-0", 0), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("3.0", 3),
            ("12e2", 1200), ("1.50e1", 15),
        ])
    func integers(text: String, value: Int64) throws {
        #expect(try decode(Int64.self, text) == value)
    }

    @Test(
        "refuses numbers that are no values of the type",
        arguments: ["9223372036854775808", "0.5", "1e400", "1e-1", "-9223372036854775809"])
    func wrongIntegers(text: String) {
        #expect(problem(Int64.self, text)?.text == "\(text) is no value of Int64")
    }

    @Test(
        "says where a text stops being JSON",
        arguments: [
            ("", "expected a value, found the end of the text, at byte 0"),
            ("{\"a\": 1,}", "expected a key, found '}', at byte 8"),
            ("[1, 2", "expected ',' or ']', found the end of the text, at byte 5"),
            ("{\"a\" 1}", "expected ':', found '1', at byte 5"),
            ("[01]", "expected ',' or ']', found '1', at byte 2"),
            ("[-]", "expected a digit, found ']', at byte 2"),
            ("[1.]", "expected a digit, found ']', at byte 3"),
            ("tru", "expected a value, found 't', at byte 0"),
            ("\"a\nb\"", "expected an escape instead of a control character, found the byte 10, at byte 2"),
            ("\"\\x\"", "expected an escape, found 'x', at byte 2"),
            ("\"\\u12g4\"", "expected four hexadecimal digits, found 'u', at byte 2"),
            ("\"abc", "expected '\"', found the end of the text, at byte 4"),
            ("\"abc\\", "expected an escape, found the end of the text, at byte 5"),
            ("{} {}", "expected the end, found '{', at byte 3"),
            ("<html>", "expected a value, found '<', at byte 0"),
        ])
    func syntax(text: String, message: String) {
        #expect(problem(JSONValue.self, text)?.text == "no JSON: \(message)")
    }

    @Test func refusesBytesThatAreNoUTF8() {
        #expect(throws: DecodingError.self) {
            try JSONText.decode(String.self, from: Data([0x22, 0xC3, 0x28, 0x22]))
        }
    }

    @Test(
        "reads the other encodings of Unicode",
        arguments: [
            String.Encoding.utf16BigEndian, .utf16LittleEndian, .utf16, .utf32BigEndian, .utf32LittleEndian, .utf32,
        ])
    func encodings(encoding: String.Encoding) throws {
        let data = try #require("{\"a\": \"é😀\"}".data(using: encoding))
        #expect(try JSONText.decode([String: String].self, from: data) == ["a": "é😀"])
        #expect(try JSONText.decode(Int.self, from: Data([0xEF, 0xBB, 0xBF, 0x37])) == 7)
    }

    @Test func refusesTextsThatAreNestedTooDeeply() {
        let levels = JSONParser.maximumDepth
        func chain(_ count: Int) -> String {
            String(repeating: "{\"next\":[", count: count) + String(repeating: "]}", count: count)
        }
        #expect(problem(Chain.self, chain(levels / 2)) == nil)
        #expect(
            problem(Chain.self, chain(100_000))?.text
                == "no JSON: JSON nested more than \(levels) levels deep, at byte \(levels / 2 * 9)")
    }

    @Test func takesTheFirstOfEqualKeysEverywhere() throws {
        struct Fields: Decodable {
            var a: Int
            init(from decoder: any Decoder) throws { a = try FieldReader(decoder).required("a") }
        }
        let text = #"{"a": 1, "\u0061": 2, "b": 3}"#
        #expect(try decode([String: Int].self, text) == ["a": 1, "b": 3])
        #expect(try decode(Fields.self, text).a == 1)
        #expect(try decode(JSONValue.self, text) == .object(["a": .integer(1), "b": .integer(3)]))
    }

    @Test func saysWhichValueHasTheWrongType() {
        let text = #"{"name": "a", "toys": ["x", "y", {"z": 1}], "weights": {}, "price": 1}"#
        let wrong = problem(Pet.self, text)
        #expect(wrong?.path == "toys.[2]")
        #expect(wrong?.text == "expected text, found an object")
        #expect(problem([[Int]].self, "[[1], [2, null]]")?.path == "[1].[1]")
        #expect(problem(Pet.self, "{}")?.text == "no value for key \"name\"")
        #expect(problem(Pet.self, "[]")?.text == "expected an object, found an array")
        #expect(problem([Int].self, "{}")?.text == "expected an array, found an object")
    }

    @Test func readsLargeObjectsInTimeProportionalToTheirSize() throws {
        let count = 50_000
        let text = "{" + (0..<count).map { "\"key\($0)\": \($0)" }.joined(separator: ",") + "}"
        let values = try decode([String: Int].self, text)
        #expect(values.count == count)
        #expect(values["key49999"] == 49_999)
    }
}
