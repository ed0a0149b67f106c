import Testing

@testable import CallsignDiagnostics

@Suite struct DiagnosticPrinterTests {
    private func printed(_ text: String, _ diagnostic: (Int32) -> Diagnostic) -> String {
        var sources = SourceMap()
        let file = sources.add(SourceMap.File(name: "api.yaml", text: Array(text.utf8)))
        return DiagnosticPrinter(sources: sources).text(of: diagnostic(file))
    }

    @Test func showsTheLineTheCaretTheRemedyAndTheOtherPlace() {
        let text = printed("first: 1\n\tsecond: 2\n") { file in
            Diagnostic(
                .error, "sample", "wrong", at: SourceMark(file: file, line: 2, column: 2), remedy: "mend it",
                notes: [Diagnostic.Note("first here", at: SourceMark(file: file, line: 1, column: 1))])
        }
        let expected = [
            "api.yaml:2:2: error: wrong", "     second: 2", "     ^", "    = help: mend it",
            "api.yaml:1:1: note: first here", "    first: 1", "    ^", "",
        ]
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == expected)
    }

    @Test func neutralisesControlCharacters() {
        let text = printed("a: \u{1B}[31m\u{202E}") { file in
            Diagnostic(.warning, "sample", "odd \u{7}", at: SourceMark(file: file, line: 1, column: 4))
        }
        #expect(text == "api.yaml:1:4: warning: odd \u{FFFD}\n    a: \u{FFFD}[31m\u{FFFD}\n       ^\n")
    }

    @Test(
        "a place outside of the text shows no line",
        arguments: [SourceMark(file: 0, line: 9, column: 1), SourceMark(file: 7, line: 1, column: 1)])
    func outside(_ mark: SourceMark) {
        let text = printed("a: 1") { _ in Diagnostic(.error, "sample", "wrong", at: mark) }
        #expect(text == (mark.file == 0 ? "api.yaml:9:1: error: wrong\n" : "error: wrong\n"))
    }

    @Test func cutsLongLinesAroundThePlace() {
        let text = printed(String(repeating: "x", count: 500)) { file in
            Diagnostic(.error, "sample", "wrong", at: SourceMark(file: file, line: 1, column: 300))
        }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[1] == "    …" + String(repeating: "x", count: 120) + "…")
        #expect(lines[2] == "    " + String(repeating: " ", count: 61) + "^")
    }
}
