/// Brings the bytes of a file into UTF-8 without a byte order mark (YAML 1.2.2, section 5.2).
enum SourceDecoding {
    /// A place in the text that can't be decoded, or a whole text that can't.
    struct Problem: Equatable {
        var message: String
        var line: Int32 = 1
        var column: Int32 = 1
    }

    /// UTF-8 is taken as it is: the reader finds where it is invalid.
    static func decode(_ bytes: [UInt8]) -> (text: [UInt8], problem: Problem?) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), nil) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return ([], Problem(message: "the text is UTF-32, where UTF-8 was expected"))
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return decode16(bytes[2...], low: 0, high: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return decode16(bytes[2...], low: 1, high: 0) }
        // A NUL among the first two characters means that each takes two bytes.
        if bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) {
            return ([], Problem(message: "the text is UTF-16 without a byte order mark, where UTF-8 was expected"))
        }
        return (bytes, nil)
    }

    /// - Parameter low: whether the first or the second byte of two has the lower bits; `high` is the other.
    private static func decode16(_ bytes: ArraySlice<UInt8>, low: Int, high: Int) -> ([UInt8], Problem?) {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).lazy.map { position in
            UInt16(bytes[position + low]) | UInt16(bytes[position + high]) << 8
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        let isValid = !transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
            into: { text.append($0) })
        if isValid, bytes.count.isMultiple(of: 2) { return (text, nil) }
        let place = TextPlace(of: text.count, in: text)
        return (
            text, Problem(message: "the text is not valid UTF-16 here", line: place.line, column: place.column)
        )
    }
}
