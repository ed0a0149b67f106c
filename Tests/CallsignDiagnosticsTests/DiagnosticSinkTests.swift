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

    @Test func waitsForWhatIsStillBeingFound() {
        let sink = DiagnosticSink()
        var isAsked = false
        sink.toleratingAll {
            sink.expect {
                isAsked = true
                return [Diagnostic(.error, "late", "wrong", at: nil), Diagnostic(.error, "late", "wrong", at: nil)]
            }
            sink.error("early", "odd", at: nil)
            #expect(!isAsked)
            #expect(sink.errorCount == 1)
        }
        #expect(isAsked)
        #expect(sink.diagnostics.map(\.code) == ["early", "late"])
        #expect(sink.diagnostics.map(\.severity) == [.warning, .error])
    }

    @Test func takesWhatIsBeingFoundInTheOrderInWhichItWasExpected() {
        let sink = DiagnosticSink()
        for code in ["first", "second"] { sink.expect { [Diagnostic(.warning, code, "odd", at: nil)] } }
        #expect(sink.diagnostics.map(\.code) == ["first", "second"])
    }

    @Test func forgivesWhatIsStillBeingFound() {
        let sink = DiagnosticSink()
        sink.expect { [Diagnostic(.error, "late", "wrong", at: nil)] }
        sink.forgive { $0.code == "late" }
        #expect(!sink.hasErrors)
        #expect(sink.diagnostics.map(\.severity) == [.warning])
    }
}
