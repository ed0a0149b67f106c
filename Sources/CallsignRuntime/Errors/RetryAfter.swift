import Foundation

/// The header `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// How long from `now`; nothing for what is neither. A date that has passed is no time at all.
    static func parse(_ text: String, now: Date = Date()) -> Duration? {
        let text = text.trimmingCharacters(in: .whitespaces)
        // Seconds with a fraction are no standard, but are sent.
        if let seconds = Double(wireText: text), seconds >= 0, seconds < 1e9 { return .milliseconds(seconds * 1000) }
        guard let date = HTTPDate.parse(text, now: now) else { return nil }
        return .seconds(max(0, date.timeIntervalSince(now).rounded(.up)))
    }
}

/// Dates of HTTP headers (RFC 9110, section 5.6.7) in the form that is sent today, `Sun, 06 Nov 1994 08:49:37 GMT`, and
/// in the two of old servers, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// - Parameter now: what a year of two digits is near to.
    static func parse(_ text: String, now: Date) -> Date? {
        let parts = text.split { $0 == " " || $0 == "-" }
        if parts.count == 6, parts[5] == "GMT" {
            return date(day: parts[1], month: parts[2], year: parts[3], time: parts[4], now)
        }
        if parts.count == 5 { return date(day: parts[2], month: parts[1], year: parts[4], time: parts[3], now) }
        return nil
    }

    private static func date(
        day: Substring, month: Substring, year: Substring, time: Substring, _ now: Date
    ) -> Date? {
        guard let day = Int(day), let month = months.firstIndex(of: String(month)), var number = Int(year) else {
            return nil
        }
        if year.count == 2 {
            // The last such year that isn't more than fifty years ahead.
            let thisYear = CivilDate.date(daysSinceEpoch: Int(now.timeIntervalSince1970 / 86_400)).year
            number += (thisYear + 50) / 100 * 100
            if number > thisYear + 50 { number -= 100 }
        }
        let date = [CivilDate.padded(number, 4), CivilDate.padded(month + 1, 2), CivilDate.padded(day, 2)]
        return DateTimeText.parse("\(date.joined(separator: "-"))T\(time)Z")
    }
}
