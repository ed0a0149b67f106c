/// Wraps documentation comments that are too long, without changing what their Markdown means.
struct CommentWrapping {
    /// What the fence is made of that ends the code block which the last lines are in.
    private var fence: UInt8?

    mutating func reset() { fence = nil }

    mutating func append(_ line: SourceLine, to output: inout [UInt8]) {
        guard line.content.count >= 3, line.content[2] == UInt8(ascii: "/") else { return write(line, to: &output) }
        let text = UnsafeBufferPointer(rebasing: line.content.dropFirst(3))
        let isCode = updateFence(text)
        if isCode || line.fits { return write(line, to: &output) }
        guard let blanks = continuation(text) else { return write(line, to: &output) }
        var wrapped = WrappedComment(line, blanks: blanks)
        wrapped.write(to: &output)
    }

    private func write(_ line: SourceLine, to output: inout [UInt8]) {
        output.append(contentsOf: line.indented)
        output.append(UInt8(ascii: "\n"))
    }

    /// Whether a line is code, or begins or ends it.
    private mutating func updateFence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let mark = Self.fence(text)
        if let open = fence {
            if mark == open { fence = nil }
            return true
        }
        fence = mark
        return mark != nil
    }

    /// What a line's fence is made of, which may be indented.
    private static func fence(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        let mark = text.drop { $0 == UInt8(ascii: " ") }.prefix(3)
        guard let first = mark.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
        return mark.count == 3 && mark.allSatisfy { $0 == first } ? first : nil
    }

    /// The blanks that a line's continuation begins with, or nothing where Markdown needs the line whole: tables,
    /// headings and indented code.
    private func continuation(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let content = text.drop { $0 == UInt8(ascii: " ") }
        let indentation = text.count - content.count
        guard let first = content.first, indentation < 8 else { return nil }
        switch first {
        case UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "<"): return nil
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            return content.dropFirst().first == UInt8(ascii: " ") ? indentation + 2 : indentation
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = content.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
            let isItem = content.dropFirst(digits).starts(with: ". ".utf8)
            return isItem ? indentation + digits + 2 : indentation
        default: return indentation
        }
    }
}

/// A comment of one line that becomes several.
private struct WrappedComment {
    /// A word, or several that must stay together.
    private struct Piece {
        var range: Range<Int>
        var isASCII: Bool
    }

    private let text: UnsafeBufferPointer<UInt8>
    /// What each further line begins with.
    private let head: [UInt8]
    /// Where the words begin that aren't taken yet.
    private var position: Int

    /// - Parameter blanks: those behind the slashes of each further line.
    init(_ line: SourceLine, blanks: Int) {
        text = line.indented
        position = line.indentation + 3
        head = Array(text.prefix(position)) + repeatElement(UInt8(ascii: " "), count: blanks)
    }

    mutating func write(to output: inout [UInt8]) {
        var next = nextWord()
        guard let first = takePiece(&next) else { return }
        var width = first.range.lowerBound + columns(first)
        /// What isn't written yet: words with one blank between each two are one copy.
        var run = 0..<first.range.upperBound
        while let piece = takePiece(&next) {
            let columns = columns(piece)
            if width + 1 + columns > SourceLayout.lineLength {
                write(run, before: UInt8(ascii: "\n"), to: &output)
                output.append(contentsOf: head)
                width = head.count + columns
                run = piece.range
            } else {
                width += 1 + columns
                if piece.range.lowerBound > run.upperBound + 1 {
                    write(run, before: UInt8(ascii: " "), to: &output)
                    run = piece.range
                } else {
                    run = run.lowerBound..<piece.range.upperBound
                }
            }
        }
        write(run, before: UInt8(ascii: "\n"), to: &output)
    }

    private func write(_ range: Range<Int>, before end: UInt8, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
        output.append(end)
    }

    private mutating func nextWord() -> Piece? {
        while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
        guard position < text.count else { return nil }
        let start = position
        var all: UInt8 = 0
        while position < text.count, text[position] != UInt8(ascii: " ") {
            all |= text[position]
            position += 1
        }
        return Piece(range: start..<position, isASCII: all < 0x80)
    }

    /// A word with those behind it that would begin a list or a heading at the start of a line.
    ///
    /// - Parameter next: the word, which becomes the one behind them.
    private mutating func takePiece(_ next: inout Piece?) -> Piece? {
        guard var piece = next else { return nil }
        next = nextWord()
        while let marker = next, isMarker(text[marker.range]) {
            piece = Piece(
                range: piece.range.lowerBound..<marker.range.upperBound, isASCII: piece.isASCII && marker.isASCII)
            next = nextWord()
        }
        return piece
    }

    private func columns(_ piece: Piece) -> Int {
        piece.isASCII ? piece.range.count : SourceLine.columns(UnsafeBufferPointer(rebasing: text[piece.range]))
    }

    private func isMarker(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = word.first else { return false }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="): return word.count == 1
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return word.last == UInt8(ascii: ".")
        case UInt8(ascii: "`"): return word.starts(with: "```".utf8)
        case UInt8(ascii: "~"): return word.starts(with: "~~~".utf8)
        default: return false
        }
    }
}
