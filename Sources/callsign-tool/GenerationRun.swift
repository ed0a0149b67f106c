import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// One run of the pipeline for a command: its problems are printed and end the program.
struct GenerationRun {
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

    /// The files that were read.
    var inputs: [String] { pipeline.inputs }
    /// What may come to be an input.
    var possibleInputs: [String] { pipeline.possibleInputs }

    /// Prints a result, unless the user wants none.
    func say(_ text: String) {
        if !options.quiet { StandardStreams.write(text, to: StandardStreams.output) }
    }

    private func printProblems() {
        ProblemPrinter(
            form: options.form, color: options.color, isQuiet: options.quiet, showsAll: options.verbose
        ).print(sink)
    }

    private func printReport() {
        guard options.verbose else { return }
        say(pipeline.report.lines.joined(separator: "\n") + "\n")
    }
}

/// The exit codes beside 0 and that of usage errors, which ArgumentParser gives.
enum ExitStatus {
    static let stale: Int32 = 1
    static let breaking: Int32 = 1
    static let badInput: Int32 = 2
}
