import CallsignDiagnostics

/// Why a text is not well-formed YAML, in words that say what to do.
struct SyntaxProblem {
    let diagnostic: Diagnostic

    init(_ failure: EventReader.Failure, in text: UnsafeBufferPointer<UInt8>) {
        diagnostic = Diagnostic(.error, "yaml-syntax", failure.problem, at: failure.problemMark)
    }

    func report(to sink: DiagnosticSink) { sink.report(diagnostic) }

    static func reportNoMemory(file: Int32, to sink: DiagnosticSink) {
        sink.error(
            "yaml-memory", "there is not enough memory to read the file", at: SourceMark(file: file, line: 1, column: 1)
        )
    }
}
