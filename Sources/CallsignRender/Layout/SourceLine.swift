import CallsignDiagnostics

/// A line of source: how far it is indented, and what follows.
struct SourceLine {
    let indentation: Int
    /// Without blanks at either end.
    let content: ArraySlice<UInt8>

    var isBlank: Bool { content.isEmpty }

    var isComment: Bool {
        content.count >= 2 && content[content.startIndex] == UInt8(ascii: "/")
            && content[content.startIndex + 1] == UInt8(ascii: "/")
    }

    /// What closes the list that the line opens at its end.
    var closer: UInt8? {
        switch content.last {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: nil
        }
    }

    /// Whether no other line can be joined to the line, as to most.
    var isWhole: Bool {
        switch content.last {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): false
        default: true
        }
    }

    /// Whether the line begins by closing a list.
    var closes: Bool { content.first == UInt8(ascii: ")") || content.first == UInt8(ascii: "]") }

    static func lines(of source: [UInt8]) -> [SourceLine] {
        source.withUnsafeBufferPointer { bytes in
            var lines: [SourceLine] = []
            lines.reserveCapacity(bytes.count / 24)
            var start = 0
            while start < bytes.count {
                let end = ByteSearch.position(of: UInt8(ascii: "\n"), in: bytes, from: start) ?? bytes.count
                var first = start
                var last = end
                while first < last, bytes[first] == UInt8(ascii: " ") { first += 1 }
                while last > first, bytes[last - 1] == UInt8(ascii: " ") || bytes[last - 1] == UInt8(ascii: "\r") {
                    last -= 1
                }
                lines.append(SourceLine(indentation: first - start, content: source[first..<last]))
                start = end + 1
            }
            return lines
        }
    }

    /// How many characters some text has, as the formatter counts them.
    static func columns(_ text: ArraySlice<UInt8>) -> Int {
        if text.allSatisfy({ $0 < 0x80 }) { return text.count }
        return String(decoding: text, as: UTF8.self).count
    }
}
