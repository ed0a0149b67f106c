import CallsignDiagnostics

/// Lines that can stand in Swift source as they are, mostly those of a comment.
///
/// A client has more of them than of anything else, so they lie one behind the other and not each in a text of its own.
package struct SafeLines: Sendable, ExpressibleByArrayLiteral {
    /// Each with a line feed behind it.
    private var bytes: [UInt8] = []

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
        lines.bytes.reserveCapacity(paragraphs.reduce(into: 0) { $0 += $1.utf8.count + $1.utf8.count / 8 + 16 })
        DocumentationComment.forEachLine(of: paragraphs) { line in
            lines.bytes.append(contentsOf: line.isEmpty ? "///".utf8 : "/// ".utf8)
            lines.bytes.append(contentsOf: line)
            lines.bytes.append(UInt8(ascii: "\n"))
        }
        return lines
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func append(_ line: SafeText) {
        line.lend { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\n"))
    }

    package static func += (left: inout SafeLines, right: SafeLines) { left.bytes += right.bytes }

    package static func + (left: SafeLines, right: SafeLines) -> SafeLines {
        var lines = left
        lines += right
        return lines
    }

    /// Lends each line as UTF-8.
    func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while let end = ByteSearch.position(of: UInt8(ascii: "\n"), in: bytes, from: start) {
                body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end + 1
            }
        }
    }
}
