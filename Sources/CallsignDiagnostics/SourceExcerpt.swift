/// One line of a source, as far as it fits, with what to put below it in front of the caret.
struct SourceExcerpt {
    /// The line, or the part of it around the column, with `…` where it is cut.
    let text: String
    /// Spaces and tabs as wide as what is in front of the column.
    let indent: String

    /// - Parameters:
    ///   - column: the column in Unicode scalars, from 1. One beyond the line means its end.
    ///   - limit: the number of scalars that are shown at most.
    init(_ line: ArraySlice<UInt8>, column: Int32, limit: Int = 120) {
        // A line may be the whole of a file: what is far from the column is never decoded.
        let (bytes, target, isCutBefore) = Self.near(column, of: line, limit: limit)
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        let position = min(max(0, target), scalars.count)
        let first = scalars.count <= limit ? 0 : max(0, min(position - limit / 2, scalars.count - limit))
        let last = min(scalars.count, first + limit)
        var text = String.UnicodeScalarView()
        var indent = ""
        if isCutBefore || first > 0 {
            text.append("…")
            indent += " "
        }
        for index in first..<last {
            let isTab = scalars[index] == "\t"
            let shown = isTab ? scalars[index] : SafeText.shown(scalars[index])
            text.append(shown)
            if index < position { indent += isTab ? "\t" : String(repeating: " ", count: SafeText.width(of: shown)) }
        }
        if last < scalars.count || bytes.endIndex < line.endIndex { text.append("…") }
        self.text = String(text)
        self.indent = indent
    }

    /// The bytes of at most `limit` scalars before a column and as many after it, and where the column is in them.
    private static func near(
        _ column: Int32, of line: ArraySlice<UInt8>, limit: Int
    ) -> (bytes: ArraySlice<UInt8>, target: Int, isCutBefore: Bool) {
        let wanted = max(0, Int(column) - 1)
        let firstWanted = max(0, wanted - limit)
        var count = -1
        var start = line.endIndex
        var end = line.endIndex
        for index in line.indices where line[index] & 0xC0 != 0x80 {
            count += 1
            if count == firstWanted { start = index }
            if count == wanted + limit {
                end = index
                break
            }
        }
        if firstWanted == 0 { start = line.startIndex }
        return (line[start..<end], wanted - firstWanted, firstWanted > 0)
    }
}
