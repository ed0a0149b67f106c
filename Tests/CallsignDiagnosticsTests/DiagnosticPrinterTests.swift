import CallsignDiagnostics
import Testing

@Suite("Printing diagnostics")
struct DiagnosticPrinterTests {
    private let sources: SourceMap
    private let file: Int32

    init() {
        var sources = SourceMap()
        let text = "openapi: 3.1.0\ninfo:\n\ttitle:\tx\n  名前: 日本語 x\nlast: \u{1B}[31mred\u{202E}\n"
        file = sources.add(SourceMap.File(name: "spec/api.yaml", text: Array(text.utf8)))
        self.sources = sources
    }

    private func mark(_ line: Int32, _ column: Int32) -> SourceMark {
        SourceMark(file: file, line: line, column: column)
    }

    private func text(_ diagnostic: Diagnostic, colored: Bool = false) -> String {
        DiagnosticPrinter(sources: sources, isColored: colored).print([diagnostic])
    }

    @Test("shows the line, the place in it, what to do, and further places")
    func everything() {
        let diagnostic = Diagnostic(
            .error, "unknown-key", "the document has no key 'inf'", at: mark(2, 1), remedy: "did you mean 'info'?",
            notes: [.init("the version is here", at: mark(1, 10)), .init("nowhere", at: nil)])
        #expect(
            text(diagnostic) == """
                spec/api.yaml:2:1: error: the document has no key 'inf'
                    2 | info:
                      | ^
                    = help: did you mean 'info'?
                spec/api.yaml:1:10: note: the version is here
                    1 | openapi: 3.1.0
                      |          ^
                note: nowhere

                """)
    }

    @Test("keeps the caret below tabs and wide characters")
    func alignment() {
        #expect(
            text(Diagnostic(.warning, "c", "m", at: mark(3, 9))).hasSuffix("    3 | \ttitle:\tx\n      | \t      \t^\n")
        )
        #expect(
            text(Diagnostic(.warning, "c", "m", at: mark(4, 11))).hasSuffix(
                "    4 |   名前: 日本語 x\n      |                ^\n"))
    }

    @Test("lets no control character of the input through")
    func neutralized() {
        let diagnostic = Diagnostic(
            .error, "c", "found '\u{1B}[2J\u{7}\n\u{9B}x'", at: mark(5, 7), remedy: "a\rb",
            notes: [.init("\u{7F}", at: nil)])
        #expect(
            text(diagnostic) == """
                spec/api.yaml:5:7: error: found '␛[2J␇␊\u{FFFD}x'
                    5 | last: ␛[31mred\u{FFFD}
                      |       ^
                    = help: a␍b
                note: ␡

                """)
    }

    @Test("names the file safely")
    func fileName() {
        var sources = SourceMap()
        let file = sources.add(SourceMap.File(name: "a\u{1B}\nb", text: []))
        let diagnostic = Diagnostic(.error, "c", "m", at: SourceMark(file: file, line: 1, column: 1))
        #expect(DiagnosticPrinter(sources: sources).print([diagnostic]) == "a␛␊b:1:1: error: m\n")
    }

    @Test("cuts long lines around the place", arguments: [1, 50, 119, 120, 121, 500, 999, 1000, 1001, 5000] as [Int32])
    func longLines(column: Int32) {
        var line = [UInt8](repeating: UInt8(ascii: "-"), count: 1000)
        if column <= 1000 { line[Int(column) - 1] = UInt8(ascii: "X") }
        var sources = SourceMap()
        let file = sources.add(SourceMap.File(name: "a", text: line))
        let diagnostic = Diagnostic(.error, "c", "m", at: SourceMark(file: file, line: 1, column: column))
        let lines = DiagnosticPrinter(sources: sources).print([diagnostic]).split(separator: "\n").map(Array.init)
        #expect(lines.count == 3)
        #expect(lines[1].count <= 130)
        #expect(lines[1].contains("…"))
        if column <= 1000, let caret = lines[2].firstIndex(of: "^") {
            #expect(lines[1].firstIndex(of: "X") == caret)
        }
    }

    @Test(
        "shows places that aren't in the text without a line",
        arguments: [(0, 1), (99, 1), (-5, -5)] as [(Int32, Int32)])
    func outside(line: Int32, column: Int32) {
        let printed = text(Diagnostic(.error, "c", "m", at: mark(line, column)))
        #expect(printed == "spec/api.yaml:\(line):\(column): error: m\n")
    }

    @Test("shows a place beyond its line's end at the end, and one of no file without a place")
    func beyond() {
        #expect(text(Diagnostic(.error, "c", "m", at: mark(2, 50))).hasSuffix("    2 | info:\n      |      ^\n"))
        let other = SourceMark(file: 7, line: 1, column: 1)
        #expect(text(Diagnostic(.error, "c", "m", at: other)) == "error: m\n")
    }

    @Test("colours when asked to")
    func colors() {
        let printed = text(Diagnostic(.error, "c", "m", at: nil), colored: true)
        #expect(printed == "\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mm\u{1B}[0m\n")
    }

    @Test(
        "counts what there is",
        arguments: [
            ([], nil), ([.error], "1 error"), ([.error, .error, .error, .warning], "3 errors, 1 warning"),
            ([.warning, .warning, .note], "2 warnings"), ([.note], nil),
        ] as [([Diagnostic.Severity], String?)])
    func summaries(severities: [Diagnostic.Severity], expected: String?) {
        let diagnostics = severities.map { Diagnostic($0, "c", "m", at: nil) }
        #expect(DiagnosticPrinter.summary(of: diagnostics) == expected)
    }

    @Test("writes JSON")
    func json() {
        let printer = DiagnosticPrinter(sources: sources, form: .json, isColored: true)
        #expect(printer.print([]) == "[]\n")
        let printed = printer.print([
            Diagnostic(
                .error, "unknown-key", "a \"b\" \\ é\n\u{1}\u{1B}\u{2028}", at: mark(2, 1), remedy: "x\ty",
                notes: [.init("first", at: mark(1, 10)), .init("none", at: nil)]),
            Diagnostic(.warning, "c", "m", at: nil),
        ])
        #expect(
            printed == #"""
                [
                {"file":"spec/api.yaml","line":2,"column":1,"severity":"error","code":"unknown-key","message":"a \"b\" \\ é\n\u0001\u001b\u2028","remedy":"x\ty","notes":[{"message":"first","file":"spec/api.yaml","line":1,"column":10},{"message":"none","file":null,"line":null,"column":null}]},
                {"file":null,"line":null,"column":null,"severity":"warning","code":"c","message":"m","remedy":null,"notes":[]}
                ]

                """#)
    }

    @Test("writes workflow commands, which the input can't end or begin")
    func github() {
        var sources = SourceMap()
        let file = sources.add(SourceMap.File(name: "a,b:c%.yaml", text: []))
        let place = SourceMark(file: file, line: 4, column: 3)
        let printer = DiagnosticPrinter(sources: sources, form: .github)
        #expect(printer.print([]) == "")
        let printed = printer.print([
            Diagnostic(
                .error, "c", "100% \r\n::error::x", at: place, remedy: "r",
                notes: [.init("n", at: place), .init("m", at: nil)]),
            Diagnostic(.warning, "d", "m", at: nil), Diagnostic(.note, "e", "m", at: nil),
        ])
        #expect(
            printed == """
                ::error file=a%2Cb%3Ac%25.yaml,line=4,col=3,title=c::100%25 ␍␊::error::x%0Ahelp: r%0Anote: n (a,b:c%25.yaml:4:3)%0Anote: m
                ::warning title=d::m
                ::notice title=e::m

                """)
    }

    @Test("leave out warnings before errors where there are too many, and keep their order")
    func first() {
        let severities: [Diagnostic.Severity] = [.warning, .error, .note, .error, .warning]
        let diagnostics = severities.enumerated().map { Diagnostic($1, "code", "\($0)", at: nil) }
        let kept = (0...5).map { DiagnosticPrinter.first($0, of: diagnostics).map(\.message).joined() }
        #expect(kept == ["", "1", "13", "013", "0134", "01234"])
    }

    @Test("let three warnings speak for all that say the same, but leave out no error")
    func repeated() {
        let severities: [Diagnostic.Severity] = [.warning, .error]
        let diagnostics = (0..<10).flatMap { _ in severities.map { Diagnostic($0, "code", "\($0)", at: nil) } }
        let kept = DiagnosticPrinter.first(100, of: diagnostics)
        #expect(severities.map { severity in kept.count { $0.severity == severity } } == [3, 10])
    }
}
