import CallsignDiagnostics

/// Where a long text may be cut, so that its parts can be read side by side.
///
/// It is cut before lines that begin with a key, as little indented as any near: a guess, which may be wrong where
/// such a line is within a text. `PieceJoiner` tells whether it was right.
struct TextCuts {
    /// A part of the text, which begins with a line and ends with one.
    struct Part: Sendable {
        var bytes: Range<Int>
        /// The number of lines before it.
        var linesBefore: Int
        /// The spaces before its first key; nothing for the beginning of the text.
        var indentation: Int?
    }

    /// About how long a part is, in bytes: what takes a millisecond to read, far longer than to join it.
    static let length = 128 << 10
    /// How far a cut may be from where it would be best.
    private static let reach = 48 << 10

    let parts: [Part]

    /// - Returns: nothing where the text is read as a whole: it is short, has no lines to cut before, or breaks them
    ///   in other ways than by line feeds, so that counting them would be more than that.
    init?(_ text: UnsafeBufferPointer<UInt8>, length: Int = TextCuts.length) {
        let count = text.count / max(length, 1)
        guard count > 1, ByteSearch.position(of: UInt8(ascii: "\r"), in: text, from: 0) == nil else { return nil }
        var parts: [Part] = []
        var next = Part(bytes: 0..<0, linesBefore: 0, indentation: nil)
        for number in 1..<count {
            let target = text.count / count * number
            guard let cut = Self.cut(text, near: target, atMost: min(target + Self.reach, target + length)) else {
                continue
            }
            next.bytes = next.bytes.lowerBound..<cut.position
            parts.append(next)
            next = Part(
                bytes: cut.position..<cut.position,
                linesBefore: next.linesBefore + Self.lines(in: text[parts[parts.count - 1].bytes]),
                indentation: cut.indentation)
        }
        if parts.isEmpty { return nil }
        next.bytes = next.bytes.lowerBound..<text.count
        self.parts = parts + [next]
    }

    static func lines(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        ByteSearch.count(of: UInt8(ascii: "\n"), in: UnsafeBufferPointer(rebasing: text))
    }

    /// The first of the least indented lines in a stretch of the text that may begin with keys.
    private static func cut(
        _ text: UnsafeBufferPointer<UInt8>, near start: Int, atMost end: Int
    ) -> (position: Int, indentation: Int)? {
        var best: (position: Int, indentation: Int)?
        var lines = TextLines(text, after: start)
        while let line = lines.next(), line.position < end {
            guard line.mayBeginWithKey, line.indentation < best?.indentation ?? .max else { continue }
            best = (line.position, line.indentation)
            if line.indentation == 0 { break }
        }
        return best
    }
}

/// The lines of a text that aren't empty and hold more than a comment.
struct TextLines {
    struct Line {
        var position: Int
        /// The spaces that it begins with.
        var indentation: Int
        /// The first byte after them.
        var first: UInt8

        /// Whether it begins as keys of descriptions do: with a letter, a digit, a quotation mark, or as `$ref` or a path.
        var mayBeginWithKey: Bool {
            switch first {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "_"),
                UInt8(ascii: "\""), UInt8(ascii: "'"):
                true
            default: false
            }
        }
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var position: Int?

    /// The lines that begin after a position.
    init(_ text: UnsafeBufferPointer<UInt8>, after start: Int, before end: Int? = nil) {
        self.text = text
        self.end = end ?? text.count
        position = start
    }

    mutating func next() -> Line? {
        while let start = position {
            guard let feed = ByteSearch.position(of: UInt8(ascii: "\n"), in: text, from: start), feed + 1 < end else {
                position = nil
                return nil
            }
            let line = feed + 1
            var content = line
            while content < end, text[content] == UInt8(ascii: " ") { content += 1 }
            position = line
            guard content < end, text[content] != UInt8(ascii: "\n"), text[content] != UInt8(ascii: "#") else {
                continue
            }
            return Line(position: line, indentation: content - line, first: text[content])
        }
        return nil
    }
}
