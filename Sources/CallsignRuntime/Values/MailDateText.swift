import Foundation

/// Moments as mail (RFC 5322) and HTTP (RFC 9110) write them: `Sat, 09 Mar 2024 08:30:00 GMT`.
///
/// Read are the weekday or none, days of one digit or two, times without seconds, and the zones `GMT`, `UT`, `UTC`, `Z`
/// and offsets such as `+0100`; the weekday isn't checked against the date.
enum MailDateText {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    static func parse(_ text: String) -> Date? {
        var words = text.split(separator: " ", omittingEmptySubsequences: true)
        if let first = words.first, first.hasSuffix(",") { words.removeFirst() }
        guard words.count == 5, words[0].utf8.count <= 2, let day = number(words[0]),
            let month = months.firstIndex(where: { $0.lowercased() == words[1].lowercased() }),
            words[2].utf8.count == 4, let year = number(words[2]),
            CivilDate.isValid(year: year, month: month + 1, day: day), let time = time(words[3]),
            let offset = offset(words[4])
        else { return nil }
        let days = CivilDate.daysSinceEpoch(year: year, month: month + 1, day: day)
        return Date(timeIntervalSince1970: Double(days * 86_400 + time - offset))
    }

    /// In GMT, to the second.
    static func format(_ date: Date) -> String {
        let interval = date.timeIntervalSince1970
        // Years 1 to 9999, which is what four digits can say.
        let seconds = Int(min(max(interval.isNaN ? 0 : interval, -62_135_596_800), 253_402_300_799).rounded(.down))
        let days = seconds.flooredDivision(by: 86_400)
        let day = CivilDate.date(daysSinceEpoch: days.quotient)
        let time = days.remainder
        let clock = [time / 3600, time / 60 % 60, time % 60].map { CivilDate.padded($0, 2) }.joined(separator: ":")
        let weekday = weekdays[days.quotient.flooredDivision(by: 7).remainder]
        let date = "\(CivilDate.padded(day.day, 2)) \(months[day.month - 1]) \(CivilDate.padded(day.year, 4))"
        return "\(weekday), \(date) \(clock) GMT"
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(text) : nil
    }

    /// Seconds of the day.
    private static func time(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap(number)
        // 60 is a leap second, which counts as the second after it.
        guard numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] <= 60
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    /// Seconds east of UTC.
    private static func offset(_ text: Substring) -> Int? {
        if ["GMT", "UT", "UTC", "Z"].contains(text.uppercased()) { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-", text.utf8.count == 5,
            let value = number(text.dropFirst()), value % 100 < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (value / 100 * 3600 + value % 100 * 60)
    }
}
