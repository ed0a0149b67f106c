/// Gives source the layout that the formatter would give it, so that formatting generated code changes nothing.
///
/// Templates write every list of arguments, parameters or elements with one item a line, a comma after each. This joins
/// a list to one line where that fits, so no template and no view has to measure anything. It also joins properties
/// whose getter is one line, wraps comments, and takes away blank lines that say nothing.
///
/// What is joined is tried at the end of the output itself, and taken off again where it is too long.
struct SourceLayout {
    static let lineLength = 120

    private let lines: [SourceLine]
    private var output: [UInt8]
    private var index = 0
    private var isBlankPending = false
    /// Whether a blank line may come next: not at the start of a block.
    private var allowsBlank = false
    private var comments = CommentWrapping()

    /// Appends the source in its layout; the output so far is taken to end with a blank line.
    static func append(_ source: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var layout = SourceLayout(lines: SourceLine.lines(of: source), output: output)
        output = []
        layout.run()
        output = layout.output
    }

    private init(lines: [SourceLine], output: [UInt8]) {
        self.lines = lines
        self.output = output
    }

    private mutating func run() {
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                isBlankPending = true
                index += 1
            } else if line.isComment {
                startLine(closesBlock: false)
                comments.append(line, to: &output)
                index += 1
                allowsBlank = true
            } else {
                comments.reset()
                startLine(closesBlock: line.content.first == UInt8(ascii: "}"))
                if line.isWhole, line.fits {
                    output.append(contentsOf: line.indented)
                    output.append(UInt8(ascii: "\n"))
                    index += 1
                    allowsBlank = true
                } else {
                    appendCode(line)
                }
            }
        }
    }

    /// Ends a run of blank lines: one is enough, and none at the edges of a block.
    private mutating func startLine(closesBlock: Bool) {
        if isBlankPending, allowsBlank, !closesBlock { output.append(UInt8(ascii: "\n")) }
        isBlankPending = false
    }

    private mutating func appendCode(_ first: SourceLine) {
        output.append(contentsOf: first.indented)
        /// Where the text of the line begins in the output.
        let start = output.count - first.content.count
        if let end = endOfList(from: index), join((index + 1)...end, from: start, limit: limit(first)) { index = end }
        index += 1
        if output.last == UInt8(ascii: ","), index < lines.count, lines[index].content.first == UInt8(ascii: ")") {
            output.removeLast()
        }
        if output.last == UInt8(ascii: "{") { joinBlock(from: start, indentation: first.indentation) }
        allowsBlank = output.last != UInt8(ascii: "{")
        finishLine(from: start, indentation: first.indentation)
    }

    private func limit(_ line: SourceLine) -> Int { Self.lineLength - line.indentation }

    /// Ends a line whose text begins at a place in the output, in pieces if it is too long.
    private mutating func finishLine(from start: Int, indentation: Int) {
        if output.count - start > Self.lineLength - indentation, columns(from: start) + indentation > Self.lineLength {
            let text = Array(output[start...])
            output.removeSubrange((start - indentation)...)
            for piece in LineBreaking.pieces(of: text[...], indentation: indentation) {
                output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: piece.indentation))
                output.append(contentsOf: piece.text)
                output.append(UInt8(ascii: "\n"))
            }
        } else {
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// How many characters the output has from a place on.
    private func columns(from start: Int) -> Int {
        output.withUnsafeBufferPointer { SourceLine.columns(UnsafeBufferPointer(rebasing: $0[start...])) }
    }

    // MARK: - Lists

    /// The line that closes the list which a line opens at its end.
    private func endOfList(from start: Int) -> Int? {
        guard let closer = lines[start].closer else { return nil }
        let indentation = lines[start].indentation
        for index in (start + 1)..<max(lines.count, start + 1) {
            let line = lines[index]
            if line.isBlank || line.isComment { return nil }
            if line.indentation > indentation { continue }
            return line.indentation == indentation && line.content.first == closer ? index : nil
        }
        return nil
    }

    /// Appends the lines of a list to the one that opens it, if all together isn't longer than the limit.
    ///
    /// - Parameter start: where the text of the first line begins in the output.
    /// - Returns: whether the list was joined; else the output is what it was.
    private mutating func join(_ range: ClosedRange<Int>, from start: Int, limit: Int) -> Bool {
        let before = output.count
        for index in range {
            let line = lines[index]
            if isTooLong(from: start, limit) || output.last == UInt8(ascii: "{") {
                output.removeSubrange(before...)
                return false
            }
            if line.closes {
                if output.last == UInt8(ascii: ",") { output.removeLast() }
            } else if output.last != UInt8(ascii: "("), output.last != UInt8(ascii: "[") {
                output.append(UInt8(ascii: " "))
            }
            output.append(contentsOf: line.content)
        }
        if isTooLong(from: start, limit) {
            output.removeSubrange(before...)
            return false
        }
        return true
    }

    /// Whether the output has more characters from a place on than there may be. More text never makes it fewer.
    private func isTooLong(from start: Int, _ limit: Int) -> Bool {
        output.count - start > limit && columns(from: start) > limit
    }

    // MARK: - Blocks

    /// Joins what follows an opening brace where it is usually on the same line: nothing, a closure's parameters, or
    /// the only line of a property's getter.
    ///
    /// - Parameter start: where the text of the line begins in the output.
    private mutating func joinBlock(from start: Int, indentation: Int) {
        var next = index
        while next < lines.count, lines[next].isBlank { next += 1 }
        guard next < lines.count else { return }
        if isEnd(next, indentation: indentation) {
            output.append(UInt8(ascii: "}"))
            index = next + 1
            return
        }
        let line = lines[index]
        if line.content.last == UInt8(ascii: "n"), line.content.suffix(3).elementsEqual(" in".utf8) {
            let width = columns(from: start) + 1 + SourceLine.columns(line.content) + indentation
            guard width <= Self.lineLength else { return }
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: line.content)
            index += 1
        } else if isProperty(from: start) {
            joinGetter(from: start, indentation: indentation)
        }
    }

    /// Whether a line closes a block and does nothing else.
    private func isEnd(_ index: Int, indentation: Int) -> Bool {
        let line = lines[index]
        return line.indentation == indentation && line.content.count == 1 && line.content[0] == UInt8(ascii: "}")
    }

    private func isProperty(from start: Int) -> Bool {
        output.withUnsafeBufferPointer { output in
            // Words in small letters, such as `public static`, and then the keyword.
            var word = output[start...]
            for _ in 1...4 {
                let rest = word.drop { $0 >= UInt8(ascii: "a") }
                guard rest.first == UInt8(ascii: " ") else { return false }
                if word[..<rest.startIndex].elementsEqual("var".utf8) { return true }
                word = rest.dropFirst()
            }
            return false
        }
    }

    private mutating func joinGetter(from start: Int, indentation: Int) {
        let end = endOfList(from: index) ?? index
        guard end + 1 < lines.count, isEnd(end + 1, indentation: indentation), !lines[index].isComment else { return }
        let before = output.count
        let limit = Self.lineLength - indentation
        output.append(UInt8(ascii: " "))
        let body = output.count
        output.append(contentsOf: lines[index].content)
        let isJoined = end == index || join((index + 1)...end, from: body, limit: Self.lineLength)
        output.append(contentsOf: " }".utf8)
        // The formatter wants one column more than the line has.
        if isJoined, output.count - start < limit || columns(from: start) < limit {
            index = end + 2
        } else {
            output.removeSubrange(before...)
        }
    }
}
