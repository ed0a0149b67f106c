/// Where every stage reports what it finds wrong, together with the files that the places are in.
///
/// The one mutable class of the pipeline, so that each stage can go on after a problem and report the next one too.
package final class DiagnosticSink {
    private var reported: [Diagnostic] = []
    private var reportedErrors = 0
    /// What is still being found, elsewhere.
    private var expected: [() -> [Diagnostic]] = []
    package var sources = SourceMap()
    /// The codes of errors that are reported as warnings: what stops nothing in this run.
    package var tolerated: Set<String> = []
    private var toleratesAll = false
    private var seen: Set<Diagnostic> = []

    package init() {}

    /// What was reported, in that order.
    package var diagnostics: [Diagnostic] {
        takeExpected()
        return reported
    }

    package var errorCount: Int {
        takeExpected()
        return reportedErrors
    }

    /// Adds a diagnostic, unless the very same one was reported before.
    package func report(_ diagnostic: Diagnostic) {
        let judged = judged(diagnostic)
        // What has been an error elsewhere isn't a warning as well.
        if judged.severity != diagnostic.severity, seen.contains(diagnostic) { return }
        add(judged)
    }

    /// Adds diagnostics that are still being found, beside whatever comes next. Whoever asks what was reported waits for
    /// them.
    ///
    /// - Parameter find: waits for them. What is tolerated has been settled by then.
    package func expect(_ find: @escaping () -> [Diagnostic]) {
        expected.append(find)
    }

    private func takeExpected() {
        if expected.isEmpty { return }
        let waiting = expected
        expected = []
        for find in waiting {
            for diagnostic in find() { add(diagnostic) }
        }
    }

    private func add(_ judged: Diagnostic) {
        if seen.insert(judged).inserted {
            reported.append(judged)
            if judged.severity == .error { reportedErrors += 1 }
        }
    }

    /// A diagnostic as it would be reported now: as a warning if it is an error that is tolerated.
    package func judged(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.severity == .error, toleratesAll || tolerated.contains(diagnostic.code) else {
            return diagnostic
        }
        var judged = diagnostic
        judged.severity = .warning
        return judged
    }

    /// Does some work during which errors of some codes are only warnings.
    package func tolerating<Value>(_ codes: Set<String>, _ work: () -> Value) -> Value {
        let before = tolerated
        defer { tolerated = before }
        tolerated.formUnion(codes)
        return work()
    }

    /// Does some work during which all errors are only warnings, since nothing depends on what they are about.
    package func toleratingAll<Value>(_ work: () -> Value) -> Value {
        let before = toleratesAll
        defer { toleratesAll = before }
        toleratesAll = true
        return work()
    }

    /// Makes some errors that were reported warnings: those that no longer stop anything.
    package func forgive(where isForgiven: (Diagnostic) -> Bool) {
        takeExpected()
        for index in reported.indices where reported[index].severity == .error && isForgiven(reported[index]) {
            reported[index].severity = .warning
            reportedErrors -= 1
        }
    }

    package func error(
        _ code: String, _ message: String, at mark: SourceMark?, remedy: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        report(Diagnostic(.error, code, message, at: mark, remedy: remedy, notes: notes))
    }

    package func warning(
        _ code: String, _ message: String, at mark: SourceMark?, remedy: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        report(Diagnostic(.warning, code, message, at: mark, remedy: remedy, notes: notes))
    }

    package func note(_ code: String, _ message: String, at mark: SourceMark?) {
        report(Diagnostic(.note, code, message, at: mark))
    }

    package var hasErrors: Bool { errorCount > 0 }

    /// All diagnostics in the order of their places: file, line, column; those without a place first.
    package var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted { left, right in
            switch (left.element.mark, right.element.mark) {
            case (nil, nil): left.offset < right.offset
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?):
                first == second ? left.offset < right.offset : first < second
            }
        }.map(\.element)
    }
}

/// Thrown by a stage that cannot go on. Everything there is to say has been reported to the sink before.
package struct Stopped: Error {
    package init() {}
}
