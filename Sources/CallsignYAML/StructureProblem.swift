import CallsignDiagnostics

/// Problems with lines: keys without a colon, values with one, and indentation that fits nothing.
extension SyntaxProblem {
    var structure: Diagnostic? {
        switch failure.problem {
        case "mapping values are not allowed in this context": misplacedColon
        case "could not find expected ':'": missingColon(at: failure.contextMark ?? failure.problemMark)
        case "did not find expected key": missingKey
        case "did not find expected '-' indicator":
            error(
                "yaml-indentation", "expected '- ' here, or a deeper indentation, inside of the list",
                remedy: "start the line with '- ', or indent it as far as what it belongs to", notes: [opening("list")])
        case "block sequence entries are not allowed in this context":
            error(
                "yaml-indentation", "a list written with '- ' can't start here",
                remedy: "start the list on a line of its own, or put a text that starts with '-' in quotes")
        case "mapping keys are not allowed in this context":
            error("yaml-indentation", "'? ' can't start a key here", remedy: "put the text in quotes")
        default: nil
        }
    }

    /// A colon after something that can't be a key: a value with a colon in it, or the first line after one without.
    private var misplacedColon: Diagnostic {
        let mark = failure.problemMark
        let line = SourceLine(lines[mark.line] ?? [])
        let before = SourceLine(
            line.bytes.prefix(upTo: lines.offset(line: mark.line, column: mark.column) ?? line.bytes.endIndex))
        if before.hasColon {
            return error(
                "yaml-colon-in-value", "a value without quotes can't contain ': '",
                remedy: "put the value in quotes, or write it below the key as a block with '|'")
        }
        if mark.column > 1024 {
            return error("yaml-long-key", "a key can't have more than 1024 characters", remedy: "shorten the key")
        }
        if let colonMissingAbove { return colonMissingAbove }
        return error(
            "yaml-indentation", "the key before this ':' is indented as if it belonged to the value above it",
            remedy: "indent it as far as the keys next to it")
    }

    /// A line above, indented as this one, that looks like a key whose colon was forgotten.
    var colonMissingAbove: Diagnostic? {
        let mark = failure.problemMark
        let line = SourceLine(lines[mark.line] ?? [])
        guard line.hasColon, let above = lineAbove(mark.line), above.line.indentation == line.indentation,
            above.line.isWord
        else { return nil }
        return missingColon(
            at: SourceMark(file: mark.file, line: above.number, column: Int32(above.line.indentation) + 1))
    }

    private func missingColon(at mark: SourceMark) -> Diagnostic {
        error(
            "yaml-missing-colon", "expected ': ' after this key", at: mark,
            remedy: "write 'key: value', or indent the line if it goes on with the text above")
    }

    /// Something other than a key in the place of one.
    private var missingKey: Diagnostic {
        if let unmatchedBracket { return unmatchedBracket }
        let mark = failure.problemMark
        let line = SourceLine(lines[mark.line] ?? [])
        if Int(mark.column) > line.indentation + 1 {
            return error(
                "yaml-unexpected-text", "the value has ended before this",
                remedy: "put the whole value in quotes; in single quotes, write '' for an apostrophe")
        }
        switch byte(at: mark) {
        case UInt8(ascii: ":")?:
            return error("yaml-missing-key", "there is no key before this ':'", remedy: "write the key, or '\"\"'")
        case UInt8(ascii: "-")? where line.isListItem:
            return error(
                "yaml-indentation", "expected a key here, and this is an item of a list",
                remedy: "indent it deeper than the key whose list it belongs to", notes: [opening("object")])
        default:
            return error(
                "yaml-indentation", "the indentation fits none of the objects that are open here",
                remedy: "indent the key as far as the keys next to it", notes: [opening("object")])
        }
    }

    private func opening(_ what: String) -> Diagnostic.Note {
        Diagnostic.Note("the \(what) starts here", at: failure.contextMark ?? failure.problemMark)
    }

    /// The nearest line above that isn't blank and not only a comment.
    private func lineAbove(_ number: Int32) -> (number: Int32, line: SourceLine)? {
        var above = number - 1
        while above >= 1 {
            let line = SourceLine(lines[above] ?? [])
            if !line.isIgnored { return (above, line) }
            above -= 1
        }
        return nil
    }
}

/// What can be told of one line by itself.
private struct SourceLine {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The number of spaces that it starts with.
    var indentation: Int { bytes.prefix { $0 == UInt8(ascii: " ") }.count }

    private var content: ArraySlice<UInt8> { bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    /// Whether it is blank or a comment.
    var isIgnored: Bool { content.isEmpty || content.first == UInt8(ascii: "#") }

    var isListItem: Bool {
        let content = content
        return content.first == UInt8(ascii: "-")
            && (content.count == 1 || content.dropFirst().first == UInt8(ascii: " "))
    }

    /// Whether it is text without a colon, and neither an item of a list nor in quotes or brackets.
    var isWord: Bool {
        guard let first = content.first, !hasColon, !isListItem else { return false }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return false
        }
    }

    /// Whether it has a colon that may end a key.
    var hasColon: Bool {
        for (position, byte) in zip(bytes.indices, bytes) where byte == UInt8(ascii: ":") {
            let next = position + 1
            if next == bytes.endIndex || bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t") {
                return true
            }
        }
        return false
    }
}
