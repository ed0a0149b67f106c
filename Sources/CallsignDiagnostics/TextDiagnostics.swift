/// Diagnostics for people:
///
///     spec/api.yaml:41:11: error: 'strng' is not allowed for 'type' of the schema
///       41 |     type: strng
///          |           ^
///        = help: did you mean 'string'?
///     spec/api.yaml:12:3: note: the schema is used here
///       12 |   Call:
///          |   ^
///
/// Nothing of the input reaches the terminal that could control it.
struct TextDiagnostics {
    private(set) var output = ""
    private let sources: SourceMap
    private let style: TerminalStyle
    /// The lines of the files that were quoted from so far.
    private var lines: [Int32: LineIndex] = [:]

    init(sources: SourceMap, isColored: Bool) {
        self.sources = sources
        style = TerminalStyle(isColored: isColored)
    }

    mutating func append(_ diagnostic: Diagnostic) {
        append(diagnostic.severity, diagnostic.message, at: diagnostic.mark)
        if let remedy = diagnostic.remedy {
            output += "    \(style.faint("=")) \(style.bold("help:")) \(SafeText.neutralized(remedy))\n"
        }
        for note in diagnostic.notes { append(.note, note.message, at: note.mark) }
    }

    private mutating func append(_ severity: Diagnostic.Severity, _ message: String, at mark: SourceMark?) {
        if let mark, let file = sources.file(of: mark) {
            output += style.bold("\(SafeText.neutralized(file.name)):\(mark.line):\(mark.column):") + " "
        }
        output += style.severity(severity) + " " + style.bold(SafeText.neutralized(message)) + "\n"
        if let mark { appendExcerpt(at: mark) }
    }

    private mutating func appendExcerpt(at mark: SourceMark) {
        guard let bytes = index(of: mark)?[mark.line] else { return }
        let excerpt = SourceExcerpt(bytes, column: mark.column)
        let number = String(mark.line)
        let margin = String(repeating: " ", count: max(0, 5 - number.count))
        let bar = style.faint("|")
        output += "\(margin)\(style.faint(number)) \(bar) \(excerpt.text)\n"
        output += "\(String(repeating: " ", count: max(5, number.count))) \(bar) \(excerpt.indent)\(style.caret("^"))\n"
    }

    private mutating func index(of mark: SourceMark) -> LineIndex? {
        if let index = lines[mark.file] { return index }
        guard let file = sources.file(of: mark), !file.text.isEmpty else { return nil }
        let index = LineIndex(file.text)
        lines[mark.file] = index
        return index
    }
}
