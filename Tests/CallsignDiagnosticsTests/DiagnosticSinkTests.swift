import Testing

@testable import CallsignDiagnostics

@Suite struct DiagnosticSinkTests {
    @Test func reportsTheSameProblemOnce() {
        let sink = DiagnosticSink()
        let mark = SourceMark(file: 0, line: 2, column: 3)
        sink.error("sample", "wrong", at: mark)
        sink.error("sample", "wrong", at: mark)
        sink.warning("other", "odd", at: SourceMark(file: 0, line: 1, column: 1))
        #expect(sink.diagnostics.count == 2)
        #expect(sink.sorted.map(\.code) == ["other", "sample"])
        #expect(sink.hasErrors)
    }
}
