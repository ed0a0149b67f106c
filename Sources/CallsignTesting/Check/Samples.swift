public import CallsignRuntime
public import Foundation

// Values of generated tests, made from their texts. A text that can't be read gives a value that nobody would send, so
// that the test which uses it fails.

extension Date {
    /// A moment in UTC, such as `2024-01-15T09:30:00Z`.
    public static func sample(_ text: String) -> Date {
        let day = CalendarDate(String(text.prefix(10)))
        let time = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard let day, time.count == 3, text.utf8.count == 20 else { return .distantPast }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        let components = DateComponents(
            year: day.year, month: day.month, day: day.day, hour: time[0], minute: time[1], second: time[2])
        return calendar.date(from: components) ?? .distantPast
    }
}

extension CalendarDate {
    public static func sample(_ text: String) -> CalendarDate {
        CalendarDate(text) ?? earliest
    }

    // The calendar has this day.
    // swift-format-ignore: NeverForceUnwrap
    private static let earliest = CalendarDate(year: 1, month: 1, day: 1)!
}

extension UUID {
    public static func sample(_ text: String) -> UUID {
        UUID(uuidString: text) ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    }
}

extension URL {
    public static func sample(_ text: String) -> URL {
        URL(string: text) ?? URL(fileURLWithPath: "/")
    }
}

extension Decimal {
    public static func sample(_ text: String) -> Decimal {
        Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? .nan
    }
}

extension Data {
    /// The text's bytes.
    public static func sample(_ text: String) -> Data { Data(text.utf8) }

    /// What Base 64 stands for.
    public static func sample(base64 text: String) -> Data { Data(base64Encoded: text) ?? Data() }
}

extension RequestBody {
    /// A body of some text.
    public static func sample(_ text: String) -> RequestBody { RequestBody(Data(text.utf8)) }

    /// The body that a text in base 64 means.
    public static func sample(base64 text: String) -> RequestBody { RequestBody(.sample(base64: text)) }
}

extension JSONValue {
    /// What JSON text says.
    public static func sample(_ text: String) -> JSONValue {
        (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .string("no JSON: \(text)")
    }
}

extension MultipartFile {
    /// A file with a text.
    public static func sample(_ text: String, name: String, contentType: String) -> MultipartFile {
        MultipartFile(Data(text.utf8), filename: name, contentType: contentType)
    }
}
