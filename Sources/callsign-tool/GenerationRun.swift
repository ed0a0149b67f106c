import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// One run of the pipeline for a command: its problems are printed and end the program.
struct GenerationRun {
    /// The most problems that are printed as text, unless somebody asks for all.
    private static let shown = 100

    let options: SharedOptions
    private let sink = DiagnosticSink()
    private var pipeline: Pipeline

    init(_ options: SharedOptions) {
        self.options = options
        pipeline = Pipeline(options.request, sink: sink)
    }

    /// What came of the pipeline, and where it belongs.
    struct Client {
        let files: FileSet
        let folder: String
        /// The command that makes the files anew.
        let command: String
        let sink: DiagnosticSink

        var writer: FileSetWriter { FileSetWriter(folder: folder, sink: sink) }
    }

    /// Generates the files and hands them over. Whatever was reported by then is printed.
    ///
    /// - Throws: the exit code for bad input, after everything was printed.
    mutating func run(_ use: (Client) throws(Stopped) -> FileSetChanges) throws -> (Client, FileSetChanges) {
        do {
            let files = try pipeline.run()
            guard let folder = pipeline.output else {
                printProblems()
                throw ValidationError(
                    "nobody says where the client goes: use --output, or 'output' in the configuration")
            }
            let client = Client(files: files, folder: folder, command: pipeline.command, sink: sink)
            let changes = try use(client)
            printProblems()
            printReport()
            return (client, changes)
        } catch is Stopped {
            printProblems()
            printReport()
            throw ExitCode(ExitStatus.badInput)
        }
    }

    /// Prints a result, unless the user wants none.
    func say(_ text: String) {
        if !options.quiet { StandardStreams.write(text, to: StandardStreams.output) }
    }

    private func printProblems() {
        let diagnostics = sink.sorted
        let isText = options.form == .text
        let printer = DiagnosticPrinter(
            sources: sink.sources, form: options.form, isColored: options.color.isColored(StandardStreams.error))
        // People read no more than some; programs want all.
        let shown =
            isText && !options.verbose ? DiagnosticPrinter.first(GenerationRun.shown, of: diagnostics) : diagnostics
        StandardStreams.write(printer.print(shown), to: StandardStreams.error)
        if isText, !options.quiet, let summary = DiagnosticPrinter.summary(of: diagnostics) {
            let rest = shown.count < diagnostics.count ? ", of which \(shown.count) are shown: --verbose shows all" : ""
            StandardStreams.write("\(summary)\(rest)\n", to: StandardStreams.error)
        }
    }

    private func printReport() {
        guard options.verbose else { return }
        say(pipeline.report.lines.joined(separator: "\n") + "\n")
    }
}

/// The exit codes beside 0 and that of usage errors, which ArgumentParser gives.
enum ExitStatus {
    static let stale: Int32 = 1
    static let badInput: Int32 = 2
}
