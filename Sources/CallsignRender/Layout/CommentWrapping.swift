/// Wraps documentation comments that are too long, without changing what their Markdown means.
struct CommentWrapping {
    /// The fence that ends the code block which the last lines are in.
    private var fence: ArraySlice<UInt8>?

    mutating func reset() { fence = nil }

    mutating func append(_ line: SourceLine, to output: inout [UInt8]) {
        let isLong = line.indentation + SourceLine.columns(line.content) > SourceLayout.lineLength
        guard line.content.starts(with: "///".utf8) else { return write(line.content, line.indentation, to: &output) }
        let text = line.content.dropFirst(3)
        let isCode = updateFence(text.drop { $0 == UInt8(ascii: " ") })
        if isLong, !isCode, let prefix = continuation(text) {
            wrap(text, prefix: prefix, line.indentation, to: &output)
        } else {
            write(line.content, line.indentation, to: &output)
        }
    }

    private func write(_ text: ArraySlice<UInt8>, _ indentation: Int, to output: inout [UInt8]) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
        output.append(contentsOf: text)
        output.append(UInt8(ascii: "\n"))
    }

    /// Whether a line is code, or begins or ends it.
    private mutating func updateFence(_ text: ArraySlice<UInt8>) -> Bool {
        let mark = text.prefix(3)
        if let open = fence {
            if mark.elementsEqual(open) { fence = nil }
            return true
        }
        guard mark.elementsEqual("```".utf8) || mark.elementsEqual("~~~".utf8) else { return false }
        fence = mark
        return true
    }

    /// The blanks that a line's continuation begins with, or nothing where Markdown needs the line whole: tables,
    /// headings and indented code.
    private func continuation(_ text: ArraySlice<UInt8>) -> Int? {
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

    private func wrap(_ text: ArraySlice<UInt8>, prefix: Int, _ indentation: Int, to output: inout [UInt8]) {
        var words = text.split(separator: UInt8(ascii: " "))[...]
        let leading = text.count - text.drop { $0 == UInt8(ascii: " ") }.count
        var line = Array("///".utf8) + Array(repeating: UInt8(ascii: " "), count: leading)
        var width = line.count + indentation
        var isLineEmpty = true
        while let word = words.popFirst() {
            var piece = word
            // A word that would begin a list or a heading stays behind the word before it.
            while let next = words.first, isMarker(next) {
                piece = text[piece.startIndex..<next.endIndex]
                words.removeFirst()
            }
            let columns = SourceLine.columns(piece)
            if !isLineEmpty, width + 1 + columns > SourceLayout.lineLength {
                write(line[...], indentation, to: &output)
                line = Array("///".utf8) + Array(repeating: UInt8(ascii: " "), count: prefix)
                width = line.count + indentation
                isLineEmpty = true
            }
            if !isLineEmpty {
                line.append(UInt8(ascii: " "))
                width += 1
            }
            line.append(contentsOf: piece)
            width += columns
            isLineEmpty = false
        }
        write(line[...], indentation, to: &output)
    }

    private func isMarker(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="): return word.count == 1
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return word.last == UInt8(ascii: ".")
        default: return word.starts(with: "```".utf8) || word.starts(with: "~~~".utf8) || word.starts(with: "---".utf8)
        }
    }
}
