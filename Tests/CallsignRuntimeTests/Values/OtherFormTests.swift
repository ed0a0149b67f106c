import Foundation
import Testing

@testable import CallsignRuntime

/// Moments and bytes in the forms that are met beside the usual ones.
@Suite struct OtherFormTests {
    private func read<Value>(_ json: String, by coding: FieldCoding<Value>) throws -> Value? {
        try coding.read(JSONNodeDecoder(document: JSONParser.parse(Data(json.utf8)), index: 0))
    }

    @Test(
        "mail's moments are read",
        arguments: [
            ("Sat, 09 Mar 2024 06:12:09 GMT", 1_709_964_729), ("Sat, 09 Mar 2024 06:12:09 +0000", 1_709_964_729),
            ("9 Mar 2024 11:42:09 +0530", 1_709_964_729), ("Sat, 09 mar 2024 06:12 UT", 1_709_964_720),
            ("2024-03-09T06:12:09Z", 1_709_964_729),
        ])
    func readsMail(_ text: String, _ seconds: Double) throws {
        #expect(try read("\"\(text)\"", by: .mailDate) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "what is none is refused",
        arguments: [
            "Sat, 30 Feb 2024 06:12:09 GMT", "Sat, 09 Mar 2024 25:12:09 GMT", "Sat, 09 Mar 2024 06:12:09",
            "Sat, 09 Mar 2024 06:12:09 +05:30", "Sat, 009 Mar 2024 06:12:09 GMT", "soon", "٩ Mar 2024 06:12:09 GMT",
        ])
    func refusesMail(_ text: String) {
        #expect(throws: DecodingError.self) { try read("\"\(text)\"", by: .mailDate) }
    }

    @Test(
        "mail's moments are written",
        arguments: [
            (1_709_964_729.9, "Sat, 09 Mar 2024 06:12:09 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        ])
    func writesMail(_ seconds: Double, _ text: String) {
        #expect(FieldCoding.mailDate.write(Date(timeIntervalSince1970: seconds)) == .string(text))
    }

    @Test(
        "moments are numbers of seconds or milliseconds",
        arguments: [
            ("1709964729", 1_709_964_729), ("1709964729.25", 1_709_964_729.25), (#""1709964729""#, 1_709_964_729),
        ])
    func readsSeconds(_ json: String, _ seconds: Double) throws {
        #expect(try read(json, by: .unixSeconds) == Date(timeIntervalSince1970: seconds))
        #expect(try read(json, by: .unixMilliseconds) == Date(timeIntervalSince1970: seconds / 1000))
    }

    @Test func writesSeconds() {
        let date = Date(timeIntervalSince1970: 1_709_964_729)
        #expect(FieldCoding.unixSeconds.write(date) == 1_709_964_729)
        #expect(FieldCoding.unixMilliseconds.write(date) == 1_709_964_729_000)
        #expect(FieldCoding.unixSeconds.write(date.addingTimeInterval(0.25)) == 1_709_964_729.25)
        #expect(FieldCoding.unixMilliseconds.write(date.addingTimeInterval(0.25)) == 1_709_964_729_250)
    }

    @Test func bytesForURLs() throws {
        let bytes = Data([0xFB, 0xFF, 0xFE, 0x01])
        #expect(FieldCoding.base64URL.write(bytes) == "-__-AQ")
        #expect(try read(#""-__-AQ""#, by: .base64URL) == bytes)
        #expect(try read(#""+//+AQ==""#, by: .base64URL) == bytes)
    }

    @Test func wholeNumbersWithoutASign() throws {
        #expect(try read("18446744073709551615", by: .lenientUInt64) == .max)
        #expect(try read(#""18446744073709551615""#, by: .textUInt64) == .max)
        #expect(
            String(decoding: try JSONText.encode(FieldCoding.lenientUInt64.write(.max)), as: UTF8.self)
                == "18446744073709551615")
        #expect(throws: DecodingError.self) { try read("-1", by: .lenientUInt64) }
    }
}
