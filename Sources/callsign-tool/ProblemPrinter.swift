import CallsignDiagnostics

/// Prints the problems of a run.
struct ProblemPrinter {
    /// The most problems that are printed as text, unless somebody asks for all.
    private static let shown = 100

    let form: DiagnosticForm
    let color: ColorChoice
    let isQuiet: Bool
    let showsAll: Bool
    var descriptor = StandardStreams.error

    /// People read no more than some; programs want all.
    func print(_ sink: DiagnosticSink) {
        let diagnostics = sink.sorted
        let isText = form == .text
        let printer = DiagnosticPrinter(sources: sink.sources, form: form, isColored: color.isColored(descriptor))
        let shown = isText && !showsAll ? DiagnosticPrinter.first(Self.shown, of: diagnostics) : diagnostics
        StandardStreams.write(printer.print(shown), to: descriptor)
        guard isText, !isQuiet, let summary = DiagnosticPrinter.summary(of: diagnostics) else { return }
        let rest = shown.count < diagnostics.count ? ", of which \(shown.count) are shown: --verbose shows all" : ""
        StandardStreams.write("\(summary)\(rest)\n", to: descriptor)
    }
}
