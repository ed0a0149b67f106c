/// Where the lines of a text are, so that any of them can be shown.
///
/// A line ends with a line feed, a carriage return, or both together, as YAML counts lines.
package struct LineIndex: Sendable {
    private let text: [UInt8]
    private let starts: [Int]

    package init(_ text: [UInt8]) {
        self.text = text
        starts = text.withUnsafeBufferPointer { bytes in
            ByteSearch.position(of: UInt8(ascii: "\r"), in: bytes, from: 0) == nil
                ? Self.startsOfPlainLines(bytes) : Self.starts(bytes)
        }
    }

    /// Where lines begin that all end with a line feed.
    private static func startsOfPlainLines(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 32)
        var position = 0
        while let end = ByteSearch.position(of: UInt8(ascii: "\n"), in: bytes, from: position) {
            position = end + 1
            starts.append(position)
        }
        return starts
    }

    private static func starts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        for position in bytes.indices {
            switch bytes[position] {
            case UInt8(ascii: "\n"): starts.append(position + 1)
            case UInt8(ascii: "\r"):
                let isFollowed = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n")
                if !isFollowed { starts.append(position + 1) }
            default: break
            }
        }
        return starts
    }

    /// The number of lines; an empty text has one.
    package var count: Int { starts.count }

    /// The bytes of a line without its end, or nothing where the text has no such line.
    ///
    /// - Parameter number: the line's number, from 1.
    package subscript(_ number: Int32) -> ArraySlice<UInt8>? {
        guard number >= 1, number <= starts.count else { return nil }
        let start = starts[Int(number) - 1]
        var end = number < starts.count ? starts[Int(number)] : text.count
        while end > start, text[end - 1] == UInt8(ascii: "\n") || text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return text[start..<end]
    }

    /// The offset of a place in the text. A column beyond its line's end is at the end.
    package func offset(line: Int32, column: Int32) -> Int? {
        guard let bytes = self[line] else { return nil }
        var scalars: Int32 = 0
        for (position, byte) in zip(bytes.indices, bytes) where byte & 0xC0 != 0x80 {
            scalars += 1
            if scalars == column { return position }
        }
        return bytes.endIndex
    }

    /// Whether nothing but white space is left from an offset on.
    package func isBlank(from offset: Int) -> Bool {
        text[min(offset, text.count)...].allSatisfy(Self.isBlank)
    }

    /// Whether a byte is white space of ASCII.
    package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
