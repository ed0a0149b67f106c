import Foundation

/// Moments as text: RFC 3339 is written; that and the forms that servers write instead are read.
///
/// Read are a date, then `T` or a space, then a time with or without seconds and a fraction of any number of digits,
/// then a zone: `Z`, `UTC`, an offset with or without a colon, an offset followed by a zone's name
/// (`+0000 UTC`) or by itself (`+0000 +0000`), or nothing, which is taken for UTC. A date alone is its first moment.
enum DateTimeText {
    static func parse(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = DigitReader(bytes: bytes)
            return moment(&reader)
        }
    }

    /// RFC 3339 in UTC, with as many of six fraction digits as it takes.
    static func format(_ date: Date) -> String {
        let interval = date.timeIntervalSince1970
        // Years 1 to 9999, which is what four digits can say; also keeps the arithmetic within bounds.
        let seconds = min(max(interval.isNaN ? 0 : interval, -62_135_596_800), 253_402_300_799)
        let microseconds = Int((seconds * 1_000_000).rounded())
        let whole = microseconds.flooredDivision(by: 1_000_000)
        let days = whole.quotient.flooredDivision(by: 86_400)
        let day = CivilDate.date(daysSinceEpoch: days.quotient)
        let time = days.remainder
        var text = "\(CivilDate.padded(day.year, 4))-\(CivilDate.padded(day.month, 2))-\(CivilDate.padded(day.day, 2))T"
        text +=
            "\(CivilDate.padded(time / 3600, 2)):\(CivilDate.padded(time / 60 % 60, 2)):\(CivilDate.padded(time % 60, 2))"
        if whole.remainder > 0 {
            var fraction = CivilDate.padded(whole.remainder, 6)
            while fraction.hasSuffix("0") { fraction.removeLast() }
            text += "." + fraction
        }
        return text + "Z"
    }

    /// The same with a blank in place of the `T`, and without the zone: what databases take for a time in UTC.
    static func spaced(_ date: Date) -> String {
        let text = format(date)
        return text.prefix(10) + " " + text.dropFirst(11).dropLast()
    }

    private static func moment(_ reader: inout DigitReader) -> Date? {
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), CivilDate.isValid(year: year, month: month, day: day)
        else { return nil }
        let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
        if reader.isAtEnd { return Date(timeIntervalSince1970: Double(days * 86_400)) }

        guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2), hour < 24,
            reader.take(":"), let minute = reader.number(2), minute < 60
        else { return nil }
        var second = 0
        var fraction = 0.0
        if reader.take(":") {
            // 60 is a leap second, which counts as the second after it.
            guard let value = reader.number(2), value <= 60 else { return nil }
            second = value
            if reader.take(".") || reader.take(",") {
                guard let value = reader.fraction() else { return nil }
                fraction = value
            }
        }
        guard let offset = zone(&reader) else { return nil }
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// Seconds east of UTC; `nil` for what is no zone.
    private static func zone(_ reader: inout DigitReader) -> Int? {
        if reader.isAtEnd { return 0 }
        _ = reader.take(" ")
        if reader.take("Z") || reader.take("z") { return reader.isAtEnd ? 0 : nil }
        guard let offset = offset(&reader) else {
            return reader.take("UTC") || reader.take("GMT") ? (reader.isAtEnd ? 0 : nil) : nil
        }
        if reader.isAtEnd { return offset }
        // What follows an offset can only repeat it: in numbers, or by the zone's name.
        _ = reader.take(" ")
        if let again = self.offset(&reader) { return again == offset && reader.isAtEnd ? offset : nil }
        return reader.takeLetters() && reader.isAtEnd ? offset : nil
    }

    private static func offset(_ reader: inout DigitReader) -> Int? {
        let sign: Int
        if reader.take("+") { sign = 1 } else if reader.take("-") { sign = -1 } else { return nil }
        guard let hours = reader.number(2), hours < 24 else { return nil }
        guard reader.take(":") || reader.isAtDigit else { return sign * hours * 3600 }
        guard let minutes = reader.number(2), minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}

/// Steps through bytes of fixed-width numbers and separators.
struct DigitReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index >= bytes.count }
    var isAtDigit: Bool { digit(at: index) != nil }

    /// Exactly so many digits.
    mutating func number(_ width: Int) -> Int? {
        var value = 0
        for position in index..<index + width {
            guard let digit = digit(at: position) else { return nil }
            value = value * 10 + digit
        }
        index += width
        return value
    }

    /// One digit or more after a decimal point; those beyond the ninth are passed over.
    mutating func fraction() -> Double? {
        guard isAtDigit else { return nil }
        var value = 0
        var scale = 1
        while let digit = digit(at: index) {
            if scale < 1_000_000_000 {
                value = value * 10 + digit
                scale *= 10
            }
            index += 1
        }
        return Double(value) / Double(scale)
    }

    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        index += count
        return true
    }

    /// Two to five capital letters, the name of a time zone.
    mutating func takeLetters() -> Bool {
        let start = index
        while index < bytes.count, bytes[index] >= UInt8(ascii: "A"), bytes[index] <= UInt8(ascii: "Z") { index += 1 }
        return (2...5).contains(index - start)
    }

    private func digit(at position: Int) -> Int? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
    }
}

extension Int {
    /// The division whose remainder is never negative.
    func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let result = quotientAndRemainder(dividingBy: divisor)
        return result.remainder < 0 ? (result.quotient - 1, result.remainder + divisor) : result
    }
}
