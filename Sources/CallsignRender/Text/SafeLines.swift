/// Lines that can stand in Swift source as they are, mostly those of a comment.
///
/// A client has more of them than of anything else, so they lie one behind the other and not each in a text of its own.
package struct SafeLines: Sendable, ExpressibleByArrayLiteral {
    private var bytes: [UInt8] = []
    /// Where each line ends in `bytes`.
    private var ends: [Int] = []

    package init() {}

    package init(arrayLiteral lines: SafeText...) {
        self.init(lines)
    }

    package init(_ lines: [SafeText]) {
        for line in lines { append(line) }
    }

    /// The lines of a documentation comment, each with its slashes.
    package static func documentation(_ paragraphs: [String]) -> SafeLines {
        var lines = SafeLines()
        lines.bytes.reserveCapacity(paragraphs.reduce(into: 0) { $0 += $1.utf8.count + $1.utf8.count / 8 + 8 })
        DocumentationComment.forEachLine(of: paragraphs) { line in
            lines.bytes.append(contentsOf: "///".utf8)
            if !line.isEmpty { lines.bytes.append(UInt8(ascii: " ")) }
            lines.bytes.append(contentsOf: line)
            lines.ends.append(lines.bytes.count)
        }
        return lines
    }

    package var isEmpty: Bool { ends.isEmpty }

    package mutating func append(_ line: SafeText) {
        bytes.append(contentsOf: line.text.utf8)
        ends.append(bytes.count)
    }

    package static func += (left: inout SafeLines, right: SafeLines) {
        let start = left.bytes.count
        left.bytes += right.bytes
        for end in right.ends { left.ends.append(start + end) }
    }

    package static func + (left: SafeLines, right: SafeLines) -> SafeLines {
        var lines = left
        lines += right
        return lines
    }

    /// Lends each line as UTF-8.
    func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in ends {
                body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
        }
    }
}
