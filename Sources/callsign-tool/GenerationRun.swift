import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// One run of the pipeline for a command: its problems are printed and end the program.
struct GenerationRun {
    private let problems: ProblemOptions
    private let sink = DiagnosticSink()
    private var pipeline: Pipeline

    init(_ options: GenerationOptions) {
        problems = options.problems
        pipeline = Pipeline(options.request, sink: sink)
    }

    /// What came of the pipeline, and where it belongs: the client, or its tests.
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
    /// - Parameter use: what is done with the client, and then with its tests, if there are any.
    /// - Throws: the exit code for bad input, after everything was printed.
    mutating func run(
        _ use: (Client) throws(Stopped) -> FileSetChanges
    ) throws -> [(client: Client, changes: FileSetChanges)] {
        do {
            let files = try pipeline.run()
            guard let folder = pipeline.output else {
                problems.print(sink)
                throw ValidationError(
                    "nobody says where the client goes: use --output, or 'output' in the configuration")
            }
            var clients = [Client(files: files, folder: folder, command: pipeline.command, sink: sink)]
            if let tests = pipeline.tests {
                clients.append(
                    Client(files: tests.files, folder: tests.folder, command: pipeline.command, sink: sink))
            }
            var results: [(client: Client, changes: FileSetChanges)] = []
            for client in clients { results.append((client, try use(client))) }
            problems.print(sink)
            printReport()
            return results
        } catch is Stopped {
            problems.print(sink)
            printReport()
            throw ExitCode(ExitStatus.badInput)
        }
    }

    /// The files that were read.
    var inputs: [String] { pipeline.inputs }
    /// What may come to be an input.
    var possibleInputs: [String] { pipeline.possibleInputs }

    /// Ends the program, and with it all that the run made: to free that piece by piece would take a tenth of the time.
    func exit(_ status: Int32 = ExitStatus.done) -> Never {
        withExtendedLifetime(self) { StandardStreams.exit(status) }
    }

    private func printReport() {
        guard problems.verbose else { return }
        problems.say(pipeline.report.lines.joined(separator: "\n") + "\n")
    }
}

/// The exit codes beside that of usage errors, which ArgumentParser gives.
enum ExitStatus {
    static let done: Int32 = 0
    static let stale: Int32 = 1
    static let breaking: Int32 = 1
    static let badInput: Int32 = 2
}
