import CallsignConcurrency
import CallsignDiagnostics

/// Reads a long text in several pieces side by side, where that comes to the same as reading it at once.
///
/// A few wrong cuts are mended. Whatever else speaks against it, such as a mistake or an alias to another piece, means
/// that the text is read again as a whole, and that alone is what reports.
enum PieceReader {
    /// - Parameters:
    ///   - length: about how many bytes a piece has.
    /// - Returns: the root; nothing where the text has to be read as a whole.
    static func node(
        of text: [UInt8], file: Int32, limits: YAMLLimits, length: Int = TextCuts.length
    ) -> Node? {
        text.withUnsafeBufferPointer { TextCuts($0, length: length) }.flatMap {
            node(of: text, cutInto: $0.parts, file: file, limits: limits)
        }
    }

    static func node(of text: [UInt8], cutInto parts: [TextCuts.Part], file: Int32, limits: YAMLLimits) -> Node? {
        let read: @Sendable (TextCuts.Part) -> [Piece]? = { part in
            text.withUnsafeBufferPointer { Self.pieces(of: part, in: $0, file: file, limits: limits) }
        }
        var parts = parts
        var pieces = ConcurrentMap.map(parts, read)
        for _ in 0...mistakes {
            var joiner = PieceJoiner(limits: limits)
            guard let failed = pieces.firstIndex(where: { !joiner.join($0) }) else { return joiner.root() }
            // The cut before it or the one after it was wrong, so both are left out.
            let range = max(failed - 1, 0)...min(failed + 1, parts.count - 1)
            var joined = parts[range.lowerBound]
            joined.bytes = joined.bytes.lowerBound..<parts[range.upperBound].bytes.upperBound
            guard range.count < parts.count else { return nil }
            parts.replaceSubrange(range, with: [joined])
            pieces.replaceSubrange(range, with: [read(joined)])
        }
        return nil
    }

    /// How many wrong cuts are mended before the text is read as a whole.
    private static let mistakes = 2

    /// The pieces of a part: its beginning to the first line that is less indented, and so on from there.
    private static func pieces(
        of part: TextCuts.Part, in text: UnsafeBufferPointer<UInt8>, file: Int32, limits: YAMLLimits
    ) -> [Piece]? {
        guard var indentation = part.indentation else {
            return Piece(of: text, part.bytes, part.linesBefore, file: file, limits: limits).map { [$0] }
        }
        var pieces: [Piece] = []
        var start = part.bytes.lowerBound
        var lines = TextLines(text, after: start, before: part.bytes.upperBound)
        var linesBefore = part.linesBefore
        func end(at end: Int) -> Bool {
            guard let piece = Piece(of: text, start..<end, linesBefore, file: file, limits: limits),
                piece.indentation == indentation
            else { return false }
            pieces.append(piece)
            return true
        }
        while let line = lines.next() {
            if line.indentation >= indentation { continue }
            guard line.mayBeginWithKey, end(at: line.position) else { return nil }
            linesBefore += TextCuts.lines(in: text[start..<line.position])
            start = line.position
            indentation = line.indentation
        }
        return end(at: part.bytes.upperBound) ? pieces : nil
    }
}

/// A part of a text that was read by itself.
struct Piece: Sendable {
    let root: Node
    /// How many collections were open to its end, the root first: what comes next may belong to any of them.
    let open: Int
    /// The levels of the whole.
    let height: Int
    /// The nodes that were written, and those together with the ones that aliases stand for.
    let written: Int
    let size: Int

    /// - Returns: nothing where anything is wrong with it.
    init?(
        of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ linesBefore: Int, file: Int32, limits: YAMLLimits
    ) {
        let bytes = UnsafeBufferPointer(rebasing: text[range])
        guard let events = EventReader(bytes, file: file, linesBefore: linesBefore) else { return nil }
        let sink = DiagnosticSink()
        var composer = Composer(
            events, text: bytes, source: nil, separators: nil, file: file, sink: sink, limits: limits)
        guard let root = composer.compose(), sink.diagnostics.isEmpty, composer.isContinuable else { return nil }
        self.root = root
        open = composer.openToTheEnd
        height = composer.height
        written = composer.written
        size = composer.size
    }

    /// The spaces before the keys of the root; nothing where it is no mapping in lines of its own.
    var indentation: Int? {
        guard open > 0, root.mapping != nil else { return nil }
        return Int(root.mark.column) - 1
    }
}
