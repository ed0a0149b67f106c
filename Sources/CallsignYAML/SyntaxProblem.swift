import CallsignDiagnostics

/// Why a text is not well-formed YAML, in words that say what to do.
///
/// libyaml names what its grammar expected, at the place where it noticed. Here the mistakes that people make are told
/// from that and from the line itself. Each kind has a code of its own; `yaml-syntax` is for the rest.
struct SyntaxProblem {
    private(set) var failure: EventReader.Failure
    /// The file as the diagnostics know it.
    let lines: LineIndex

    init(_ failure: EventReader.Failure, in file: SourceMap.File) {
        self.failure = failure
        lines = LineIndex(file.text)
        // For libyaml, the last line ends even where the text has no line break there, and the end is a line below.
        if lines[failure.problemMark.line] == nil { self.failure.problemMark = end }
    }

    /// The problem of a text that could not be decoded: its place is an offset.
    static func encoding(_ failure: EventReader.Failure, at place: TextPlace, file: Int32) -> Diagnostic {
        let mark = SourceMark(file: file, line: place.line, column: place.column)
        if failure.problem.hasPrefix("control characters") {
            return Diagnostic(
                .error, "yaml-control-character", "control characters are not allowed", at: mark,
                remedy: "remove it, or write it as an escape in double quotes, such as \"\\x07\"")
        }
        return Diagnostic(
            .error, "yaml-encoding", "the text is not valid UTF-8 here", at: mark, remedy: "save the file as UTF-8")
    }

    static func noMemory(file: Int32) -> Diagnostic {
        Diagnostic(
            .error, "yaml-memory", "there is not enough memory to read the file",
            at: SourceMark(file: file, line: 1, column: 1))
    }

    var diagnostic: Diagnostic {
        character ?? quote ?? bracket ?? structure ?? property
            ?? Diagnostic(
                .error, "yaml-syntax",
                [failure.problem, failure.context].filter { !$0.isEmpty }.joined(separator: " "),
                at: failure.problemMark)
    }

    // MARK: The kinds of problems

    /// Characters that can't be where they are.
    private var character: Diagnostic? {
        switch failure.problem {
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return tab
        case "found character that cannot start any token":
            guard let found = byte(at: failure.problemMark) else { return nil }
            if found == UInt8(ascii: "\t") { return tab }
            return error(
                "yaml-reserved-character", "a value can't start with \(Quotation(text(of: found)))",
                remedy: "put the value in quotes")
        case "found unknown escape character":
            return error(
                "yaml-escape", "there is no such escape in double quotes",
                remedy: "write '\\\\' for a backslash, or put the text in single quotes")
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            return error(
                "yaml-escape", "the escape is not the code of a character",
                remedy: "write the character itself, or its code with all digits: '\\u00E9', '\\U0001F600'")
        default: return nil
        }
    }

    private var tab: Diagnostic {
        error("yaml-tab", "a tab is not allowed here, where YAML counts spaces", remedy: "indent with spaces")
    }

    /// Quotes that are never closed.
    private var quote: Diagnostic? {
        guard failure.context == "while scanning a quoted scalar" else { return nil }
        let isCut = failure.problem == "found unexpected document indicator"
        return error(
            "yaml-unclosed-quote", "the quote that starts here is never closed", at: start,
            remedy: "close it where the text ends; in single quotes, write '' for an apostrophe",
            notes: isCut ? [Diagnostic.Note("the document ends here", at: failure.problemMark)] : [])
    }

    /// Brackets and braces that don't match.
    private var bracket: Diagnostic? {
        switch failure.problem {
        case "did not find expected ',' or ']'": return unclosed("[", closing: "]")
        case "did not find expected ',' or '}'": return unclosed("{", closing: "}")
        case "did not find expected node content":
            switch byte(at: failure.problemMark) {
            case UInt8(ascii: "]")?, UInt8(ascii: "}")?: return unmatched
            case UInt8(ascii: ",")?:
                return error(
                    "yaml-bracket", "there is no value before this comma", remedy: "remove the comma, or add the value")
            case nil:
                return error("yaml-bracket", "the text ends inside brackets", at: end, remedy: "close each of them")
            default: return error("yaml-syntax", "expected a value here", remedy: "put the text in quotes")
            }
        default: return nil
        }
    }

    private func unclosed(_ opening: String, closing: String) -> Diagnostic {
        if isAtEnd {
            return error(
                "yaml-bracket", "the '\(opening)' that starts here is never closed", at: start,
                remedy: "close it with '\(closing)'")
        }
        if let comment { return comment }
        return error(
            "yaml-bracket", "expected ',' or '\(closing)' before this",
            remedy: "separate the values by commas, and close the brackets after the last",
            notes: [Diagnostic.Note("the '\(opening)' is here", at: start)])
    }

    /// A comment as JavaScript has it, on the line of the problem or right above it.
    private var comment: Diagnostic? {
        for number in [failure.problemMark.line, failure.problemMark.line - 1] {
            guard let line = lines[number], let first = line.firstIndex(where: { $0 > 0x20 }),
                line[first...].starts(with: "//".utf8) || line[first...].starts(with: "/*".utf8)
            else { continue }
            var mark = failure.problemMark
            mark.line = number
            mark.column = Int32(clamping: line.distance(from: line.startIndex, to: first) + 1)
            return error(
                "yaml-comment", "this is no comment", at: mark, remedy: "begin comments with '#'; JSON has none")
        }
        return nil
    }

    private var unmatched: Diagnostic {
        let found = byte(at: failure.problemMark).map { text(of: $0) } ?? ""
        return error(
            "yaml-bracket", "\(Quotation(found)) closes nothing that is open",
            remedy: "remove it, or put the text in quotes")
    }

    /// Anchors, aliases, tags, directives, the heads of blocks of text, and more than one document.
    private var property: Diagnostic? {
        switch failure.context {
        case "while scanning an alias", "while scanning an anchor":
            let sign = failure.context.hasSuffix("alias") ? "*" : "&"
            return error(
                "yaml-anchor", "expected the name of an anchor after '\(sign)', of letters, digits, '-' and '_'",
                at: start,
                remedy: "if the value is a text that starts with '\(sign)', put it in quotes")
        case "while scanning a block scalar":
            return error(
                "yaml-block-header", "after '|' or '>' only '+', '-' and an indentation from 1 to 9 may follow",
                remedy: "start the text on the next line, indented")
        case let context where context.hasPrefix("while scanning a") && context.hasSuffix("directive"):
            return directive
        case let context where context.hasSuffix("tag") || failure.problem == "found undefined tag handle":
            return error(
                "yaml-tag", "a tag is expected after '!', and this is none", at: start,
                remedy: "if the value is a text that starts with '!', put it in quotes")
        default: break
        }
        switch failure.problem {
        case "found incompatible YAML document", "found duplicate %YAML directive", "found duplicate %TAG directive":
            return directive
        case "did not find expected <document start>":
            if lines[1]?.first == UInt8(ascii: "%") {
                return error("yaml-directive", "expected '---' after the directives", remedy: "add a line '---'")
            }
            if let colonMissingAbove { return colonMissingAbove }
            return error(
                "yaml-unexpected-text", "the document has ended before this",
                remedy: "remove what follows, or a bracket or '...' that ends the document too early")
        default: return nil
        }
    }

    private var directive: Diagnostic {
        error(
            "yaml-directive",
            "a line that starts with '%' is a directive, and only '%YAML 1.1', '%YAML 1.2' and '%TAG' are known",
            at: failure.contextMark ?? failure.problemMark, remedy: "remove the line, or put the text in quotes")
    }

    // MARK: The text

    private var start: SourceMark { failure.contextMark ?? failure.problemMark }

    /// The place after the last character that isn't white space.
    private var end: SourceMark {
        var mark = failure.problemMark
        for number in stride(from: Int32(clamping: lines.count), to: 0, by: -1) {
            guard let line = lines[number], let last = line.lastIndex(where: { !LineIndex.isBlank($0) }) else {
                continue
            }
            mark.line = number
            mark.column = Int32(clamping: line[...last].count { $0 & 0xC0 != 0x80 } + 1)
            break
        }
        return mark
    }

    private var isAtEnd: Bool {
        guard let offset = lines.offset(line: failure.problemMark.line, column: failure.problemMark.column) else {
            return true
        }
        return lines.isBlank(from: offset)
    }

    func error(
        _ code: String, _ message: String, at mark: SourceMark? = nil, remedy: String, notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        Diagnostic(.error, code, message, at: mark ?? failure.problemMark, remedy: remedy, notes: notes)
    }

    /// The byte at a place, or nothing at the end of its line.
    func byte(at mark: SourceMark) -> UInt8? {
        guard let line = lines[mark.line], let offset = lines.offset(line: mark.line, column: mark.column) else {
            return nil
        }
        return offset < line.endIndex ? line[offset] : nil
    }

    private func text(of byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }

    /// A bracket that closes nothing, where a key was expected.
    var unmatchedBracket: Diagnostic? {
        switch byte(at: failure.problemMark) {
        case UInt8(ascii: "]")?, UInt8(ascii: "}")?: unmatched
        default: nil
        }
    }
}
