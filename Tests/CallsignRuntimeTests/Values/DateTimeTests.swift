import Foundation
import Testing

@testable import CallsignRuntime

@Suite("Moments as text")
struct DateTimeTests {
    @Test(
        "are read in the forms that servers write",
        arguments: [
            ("2024-03-09T06:12:09Z", 1_709_964_729.0), ("2024-03-09T11:42:09+05:30", 1_709_964_729),
            ("2024-03-09 11:42:09+0530", 1_709_964_729), ("2024-03-09 06:12:09", 1_709_964_729),
            ("2024-03-09 06:12:09 UTC", 1_709_964_729), ("2024-03-09 06:12:09 +0000 UTC", 1_709_964_729),
            ("2024-03-09 06:12", 1_709_964_720), ("2024-03-09", 1_709_942_400),
            ("2024-03-09T06:12:09.5Z", 1_709_964_729.5), ("2024-03-09 06:12:09.510233+00:00", 1_709_964_729.510233),
            ("2024-02-29T00:00:00Z", 1_709_164_800), ("1969-12-31T23:59:59Z", -1),
            ("0001-01-01T00:00:00Z", -62_135_596_800),
        ])
    func reading(_ text: String, _ seconds: Double) throws {
        let date = try #require(DateTimeText.parse(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_01)
    }

    @Test(
        "are refused where they are none",
        arguments: [
            "", "now", "2024-13-01T00:00:00Z", "2023-02-29", "2024-03-09T25:00:00Z", "2024-03-09T06:60:00Z",
            "2024-03-09T06:12:09+25:00", "2024-03-09T06:12:09 Mars", "20240309", "2024-03-09Tx", "٢٠٢٤-٠٣-٠٩",
        ])
    func refusing(_ text: String) {
        #expect(DateTimeText.parse(text) == nil)
    }

    @Test(
        "are written as RFC 3339 in UTC",
        arguments: [
            (0.0, "1970-01-01T00:00:00Z"), (1_709_964_729.5, "2024-03-09T06:12:09.5Z"), (-1, "1969-12-31T23:59:59Z"),
            (.infinity, "9999-12-31T23:59:59Z"), (-.infinity, "0001-01-01T00:00:00Z"), (.nan, "1970-01-01T00:00:00Z"),
        ])
    func writing(_ seconds: Double, _ text: String) {
        #expect(DateTimeText.format(Date(timeIntervalSince1970: seconds)) == text)
    }
}
