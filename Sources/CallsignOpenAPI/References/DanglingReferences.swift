import CallsignDiagnostics

/// References that lead nowhere. A place that isn't there is one mistake, however many references lead to it.
struct DanglingReferences {
    /// The other places that a diagnostic shows.
    private static let shown = 3

    private var found: [String: [Diagnostic]] = [:]
    private var reported: Set<String> = []
    /// Where the references are that are errors, of which a report shows some.
    private(set) var marks: Set<SourceMark> = []

    /// - Parameters:
    ///   - diagnostic: what to say of the reference, if it is the first.
    ///   - target: the file and the place that it leads to.
    mutating func add(_ diagnostic: Diagnostic, to target: String) {
        if diagnostic.severity == .error, let mark = diagnostic.mark { marks.insert(mark) }
        // Whether it is an error is a matter of where it is found, not of when it is reported.
        if !reported.contains(target) { found[target, default: []].append(diagnostic) }
    }

    /// Reports what was found since the last time: for each place the first reference in the order of the text.
    mutating func report(to sink: DiagnosticSink) {
        for target in found.keys.sorted() {
            var references = (found[target] ?? []).sorted { left, right in
                if left.severity != right.severity { return left.severity < right.severity }
                guard let first = left.mark, let second = right.mark else {
                    return left.mark == nil && right.mark != nil
                }
                return first < second
            }
            guard !references.isEmpty else { continue }
            var first = references.removeFirst()
            references.removeAll { $0.mark == first.mark }
            first.notes += references.prefix(Self.shown).map { .init("the same is referred to here", at: $0.mark) }
            let others = references.count - Self.shown
            if others > 0 { first.notes.append(.init("\(others) more references lead there", at: nil)) }
            sink.report(first)
            reported.insert(target)
        }
        found = [:]
    }
}
