import Foundation
import Testing

@testable import CallsignRuntime

@Suite("Any JSON")
struct JSONValueTests {
    @Test(
        "keeps what was written",
        arguments: [
            ("null", JSONValue.null), ("true", true), ("3", 3), ("-9223372036854775808", JSONValue.integer(Int64.min)),
            ("\"a\\n\"", "a\n"),
            ("[1, [], {}]", [1, [], [:]]), (#"{"a": {"b": null}}"#, ["a": ["b": nil]]), ("2.0", 2), ("1e3", 1000),
        ] as [(String, JSONValue)])
    func decoding(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONText.decode(JSONValue.self, from: Data(text.utf8)) == value)
        #expect(try JSONText.decode(JSONValue.self, from: JSONText.encode(value)) == value)
    }

    @Test("keeps decimals exactly")
    func decimals() throws {
        let value = try JSONText.decode(JSONValue.self, from: Data("[0.1, 0.0055, 12345678901234567890]".utf8))
        #expect(value[0]?.decimalValue == Decimal(1) / 10)
        #expect(value[1]?.decimalValue == Decimal(55) / 10000)
        #expect(value.description == "[0.1,0.0055,12345678901234567890]")
        #expect(JSONValue.number(0.1) == value[0])
    }

    @Test(
        "is reached by pointers",
        arguments: [
            ("", "whole"), ("/a/0/b", "1"), ("/a/1", "null"), ("/x~1y/~0", "\"z\""), ("/a/2", nil), ("/a/-1", nil),
            ("/none", nil), ("/a/0/b/c", nil),
        ])
    func pointers(_ pointer: String, _ found: String?) {
        let value: JSONValue = ["a": [["b": 1], nil], "x/y": ["~": "z"]]
        #expect(value[pointer: pointer]?.description == (found == "whole" ? value.description : found))
    }

    @Test("is written with its keys in order")
    func order() {
        let value: JSONValue = ["b": 1, "a": ["d": "x/y", "c": false]]
        #expect(value.description == #"{"a":{"c":false,"d":"x/y"},"b":1}"#)
    }
}
