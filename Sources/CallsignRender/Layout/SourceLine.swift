import CallsignDiagnostics

/// A line of source: how far it is indented, and what follows. It points into the source, so that whoever has one must
/// be within the call that gave the source's bytes.
struct SourceLine {
    let indentation: Int
    /// Without blanks at either end.
    let content: UnsafeBufferPointer<UInt8>

    var isBlank: Bool { content.isEmpty }

    var isComment: Bool {
        content.count >= 2 && content[0] == UInt8(ascii: "/") && content[1] == UInt8(ascii: "/")
    }

    /// The content with the blanks before it.
    var indented: UnsafeBufferPointer<UInt8> {
        // The blanks stand before the content in the same source.
        UnsafeBufferPointer(start: content.baseAddress.map { $0 - indentation }, count: indentation + content.count)
    }

    /// Whether the line is no longer than lines may be.
    var fits: Bool { SourceLine.fits(content, indentation: indentation) }

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

    static func lines(of source: UnsafeBufferPointer<UInt8>) -> [SourceLine] {
        var lines: [SourceLine] = []
        lines.reserveCapacity(source.count / 24)
        var start = 0
        while start < source.count {
            let end = ByteSearch.position(of: UInt8(ascii: "\n"), in: source, from: start) ?? source.count
            var first = start
            var last = end
            while first < last, source[first] == UInt8(ascii: " ") { first += 1 }
            while last > first, source[last - 1] == UInt8(ascii: " ") || source[last - 1] == UInt8(ascii: "\r") {
                last -= 1
            }
            let content = UnsafeBufferPointer(rebasing: source[first..<last])
            lines.append(SourceLine(indentation: first - start, content: content))
            start = end + 1
        }
        return lines
    }

    /// How many characters some text has, as the formatter counts them.
    static func columns(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        if text.allSatisfy({ $0 < 0x80 }) { return text.count }
        return String(decoding: text, as: UTF8.self).count
    }

    /// Whether an indented text is no longer than lines may be.
    static func fits(_ text: UnsafeBufferPointer<UInt8>, indentation: Int) -> Bool {
        // No text has more characters than bytes, so that few have to be counted.
        let limit = SourceLayout.lineLength - indentation
        return text.count <= limit || columns(text) <= limit
    }
}
