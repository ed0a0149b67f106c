import Foundation

/// Decimal numbers as text, read strictly: `Decimal(string:)` takes `12abc` for 12.
enum DecimalText {
    /// Reads an optional sign, digits with an optional point, and an optional exponent, and nothing else.
    static func parse(_ text: String) -> Decimal? {
        var bytes = Substring(text).utf8
        func digits(_ bytes: inout Substring.UTF8View) -> Bool {
            let rest = bytes.drop(while: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
            defer { bytes = rest }
            return rest.startIndex != bytes.startIndex
        }
        func take(_ accepted: String, _ bytes: inout Substring.UTF8View) -> Bool {
            guard let first = bytes.first, accepted.utf8.contains(first) else { return false }
            bytes = bytes.dropFirst()
            return true
        }
        _ = take("+-", &bytes)
        let hasWhole = digits(&bytes)
        let hasFraction = take(".", &bytes) && digits(&bytes)
        guard hasWhole || hasFraction else { return nil }
        if take("eE", &bytes) {
            _ = take("+-", &bytes)
            guard digits(&bytes) else { return nil }
        }
        guard bytes.isEmpty, let value = Decimal(string: text), !value.isNaN else { return nil }
        return value
    }
}
