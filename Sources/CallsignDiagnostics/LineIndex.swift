/// Where the lines of a text are, so that any of them can be shown.
///
/// A line ends with a line feed, a carriage return, or both together, as YAML counts lines.
///
/// Of long texts few lines are ever shown, so it only counts the line breaks in each stretch of the text, many bytes at
/// once, and looks for a line in its stretch.
package struct LineIndex: Sendable {
    /// The length of a stretch, in bytes.
    private static let stretch = 4096

    private let text: [UInt8]
    /// Whether all lines end with a line feed alone.
    private let isPlain: Bool
    /// How many line breaks are before each stretch, and in the end before none.
    private let breaks: [Int]

    package init(_ text: [UInt8]) {
        self.text = text
        isPlain = text.withUnsafeBufferPointer {
            ByteSearch.position(of: UInt8(ascii: "\r"), in: $0, from: 0) == nil
        }
        var breaks = [0]
        breaks.reserveCapacity(text.count / Self.stretch + 2)
        for start in stride(from: 0, to: text.count, by: Self.stretch) {
            let bytes = start..<min(start + Self.stretch, text.count)
            breaks.append(breaks[breaks.count - 1] + Self.breaks(in: text, bytes, isPlain: isPlain))
        }
        self.breaks = breaks
    }

    private static func breaks(in text: [UInt8], _ range: Range<Int>, isPlain: Bool) -> Int {
        guard isPlain else { return range.reduce(0) { isBreak($1, in: text) ? $0 + 1 : $0 } }
        return text.withUnsafeBufferPointer {
            ByteSearch.count(of: UInt8(ascii: "\n"), in: UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    /// Whether a line ends with a byte.
    private static func isBreak(_ position: Int, in text: [UInt8]) -> Bool {
        switch text[position] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): position + 1 == text.count || text[position + 1] != UInt8(ascii: "\n")
        default: false
        }
    }

    /// The number of lines; an empty text has one.
    package var count: Int { breaks[breaks.count - 1] + 1 }

    /// The bytes of a line without its end, or nothing where the text has no such line.
    ///
    /// - Parameter number: the line's number, from 1.
    package subscript(_ number: Int32) -> ArraySlice<UInt8>? {
        guard number >= 1, number <= count else { return nil }
        let start = start(of: Int(number))
        let rest = text[start...]
        return rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    }

    /// Where a line begins, of which it is known that there is one.
    private func start(of number: Int) -> Int {
        var missing = number - 1
        if missing == 0 { return 0 }
        // The last stretch with fewer breaks before it is the one that the line's begin is in or right after.
        var (low, high) = (0, breaks.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if breaks[middle] < missing { low = middle } else { high = middle }
        }
        missing -= breaks[low]
        var position = low * Self.stretch
        while position < text.count {
            if Self.isBreak(position, in: text) {
                missing -= 1
                if missing == 0 { return position + 1 }
            }
            position += 1
        }
        return text.count
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
