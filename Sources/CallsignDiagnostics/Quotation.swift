/// A piece of the input as a message quotes it: in single quotes, on one line, cut where it is long.
///
/// For example `'operationId'`, or `'a long text th…'`. Control characters are left to the printer, which neutralises
/// them everywhere.
package struct Quotation: CustomStringConvertible {
    package let description: String

    /// - Parameter limit: the number of Unicode scalars after which the text is cut.
    package init(_ text: some StringProtocol, limit: Int = 60) {
        description = "'\(Self.cut(text, limit: limit))'"
    }

    /// The first line of a text without quotes, cut where it is long.
    package static func cut(_ text: some StringProtocol, limit: Int = 60) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" || count == limit {
                kept.append("…")
                break
            }
            kept.append(scalar)
            count += 1
        }
        return String(kept)
    }
}
