/// Where every stage reports what it finds wrong, together with the files that the places are in.
///
/// The one mutable class of the pipeline, so that each stage can go on after a problem and report the next one too.
package final class DiagnosticSink {
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var errorCount = 0
    package var sources = SourceMap()
    private var seen: Set<Diagnostic> = []

    package init() {}

    /// Adds a diagnostic, unless the very same one was reported before.
    package func report(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted {
            diagnostics.append(diagnostic)
            if diagnostic.severity == .error { errorCount += 1 }
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
