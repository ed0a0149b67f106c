import Foundation

/// The header `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// How long from `now`; nothing for what is neither. A date that has passed is no time at all.
    static func parse(_ text: String, now: Date = Date()) -> Duration? {
        let text = text.trimmingCharacters(in: .whitespaces)
        // Seconds with a fraction are no standard, but are sent.
        if let seconds = Double(wireText: text), seconds >= 0, seconds < 1e9 { return .milliseconds(seconds * 1000) }
        guard let date = HTTPDate.parse(text) else { return nil }
        return .seconds(max(0, date.timeIntervalSince(now).rounded(.up)))
    }
}

/// Dates of HTTP headers in the form that is sent today: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func parse(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
            let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3])
        else { return nil }
        let date = [CivilDate.padded(year, 4), CivilDate.padded(month + 1, 2), CivilDate.padded(day, 2)]
        return DateTimeText.parse("\(date.joined(separator: "-"))T\(parts[4])Z")
    }
}
