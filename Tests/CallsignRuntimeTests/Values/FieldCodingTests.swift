import Foundation
import Testing

@testable import CallsignRuntime

@Suite("Forms of fields")
struct FieldCodingTests {
    /// One object with a field in a coding of the test's choice.
    private func read<Value>(_ json: String, by coding: FieldCoding<Value>) throws -> Value? {
        let decoder = JSONDecoder()
        decoder.userInfo[try #require(CodingUserInfoKey(rawValue: "coding"))] = coding
        return try decoder.decode(Holder<Value>.self, from: Data(#"{"field": \#(json)}"#.utf8)).value
    }

    private struct Holder<Value: Sendable>: Decodable {
        var value: Value?

        init(from decoder: any Decoder) throws {
            let key = try #require(CodingUserInfoKey(rawValue: "coding"))
            let coding = try #require(decoder.userInfo[key] as? FieldCoding<Value>)
            value = try FieldReader(decoder).optional("field", by: coding)
        }
    }

    @Test(
        "read a whole number in either form",
        arguments: [("3", 3), (#""3""#, 3), (#""-12""#, -12), (#""""#, nil), ("null", nil), ("3.0", 3), (#""3.0""#, 3)])
    func integers(_ json: String, _ value: Int?) throws {
        #expect(try read(json, by: .lenientInteger) == value)
        #expect(try read(json, by: .textInteger) == value)
        #expect(try read(json, by: .lenientInt64) == value.map(Int64.init))
        #expect(try read(json, by: .textInt32) == value.map(Int32.init))
    }

    @Test(
        "refuse what is no whole number of the size",
        arguments: ["1.5", #""1.5""#, #""three""#, "true", "[]", #""99999999999999999999""#])
    func refusedIntegers(_ json: String) {
        #expect(throws: DecodingError.self) { try read(json, by: .lenientInteger) }
        #expect(throws: DecodingError.self) { try read(json, by: .textInteger) }
    }

    @Test("refuse numbers that 32 bits can't hold", arguments: ["2147483648", #""-2147483649""#])
    func overflow(_ json: String) {
        #expect(throws: DecodingError.self) { try read(json, by: .lenientInt32) }
        #expect(throws: DecodingError.self) { try read(json, by: .textInt32) }
    }

    @Test(
        "read decimals exactly, out of text",
        arguments: [("0.00550", "0.0055"), ("17.42050", "17.4205"), ("-0.1", "-0.1"), ("1e-3", "0.001")])
    func decimals(_ text: String, _ value: String) throws {
        let expected = try #require(Decimal(string: value, locale: Locale(identifier: "en_US_POSIX")))
        #expect(try read("\"\(text)\"", by: .textDecimal) == expected)
        #expect(try read("\"\(text)\"", by: .lenientDecimal) == expected)
    }

    @Test(
        "read truth in either form",
        arguments: [("true", true), (#""true""#, true), (#""false""#, false), (#""""#, nil)])
    func truth(_ json: String, _ value: Bool?) throws {
        #expect(try read(json, by: .lenientBool) == value)
    }

    @Test(
        "read text out of numbers, truth and lists of them",
        arguments: [
            (#""a""#, "a"), ("3", "3"), ("true", "true"), (#""""#, ""), (#"["a", 3, false]"#, "a,3,false"), ("[]", ""),
        ])
    func text(_ json: String, _ value: String) throws {
        #expect(try read(json, by: .lenientText) == value)
    }

    @Test("read Base64 of either alphabet, with padding or without", arguments: ["-_8", "+/8=", "-_8=", "+/8"])
    func base64(_ text: String) throws {
        #expect(try read("\"\(text)\"", by: .base64) == Data([0xFB, 0xFF]))
    }

    @Test("take an empty text for a value that isn't set")
    func emptyText() throws {
        #expect(try read(#""""#, by: .dateTime) == nil)
        #expect(try read(#""""#, by: .uuid) == nil)
        #expect(try read(#""""#, by: .url) == nil)
        #expect(try read(#""""#, by: .textDecimal) == nil)
    }

    @Test("say what was expected and what was found")
    func problems() throws {
        let error = #expect(throws: DecodingError.self) { try read(#""soon""#, by: .dateTime) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("unexpected error: \(String(describing: error))")
            return
        }
        #expect(context.debugDescription == #"expected a date and time, found "soon""#)
        #expect(context.codingPath.map(\.stringValue) == ["field"])
    }

    @Test("are written as they are wanted on the wire")
    func writing() {
        #expect(FieldCoding<Int>.lenientInteger.write(3) == .integer(3))
        #expect(FieldCoding<Int>.textInteger.write(3) == .string("3"))
        let moment = Date(timeIntervalSince1970: 1_709_964_729.5)
        #expect(FieldCoding<Date>.dateTime.write(moment) == .string("2024-03-09T06:12:09.5Z"))
        #expect(FieldCoding<Date>.spacedDateTime.write(moment) == .string("2024-03-09 06:12:09.5"))
        #expect(FieldCoding<Decimal>.textDecimal.write(Decimal(55) / 10000) == .string("0.0055"))
        #expect(FieldCoding<Bool>.textBool.write(true) == .string("true"))
        #expect(FieldCoding<String>.lenientText.write("3") == .string("3"))
        #expect(FieldCoding<Data>.base64.write(Data([0xFB, 0xFF])) == .string("+/8="))
        #expect(FieldCoding<Date>.dateTime.write(Date(timeIntervalSince1970: 0)) == .string("1970-01-01T00:00:00Z"))
    }
}
