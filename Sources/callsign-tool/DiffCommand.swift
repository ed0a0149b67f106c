import ArgumentParser
import CallsignDiagnostics
import CallsignInterface
import CallsignKit

/// `callsign diff`: what a new description changes for those who call the client.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changes for callers of a client between two descriptions.",
        discussion: """
            Compares what the clients of both declare, not their texts: methods, arguments, types, properties and cases. \
            Each change is breaking or not, and all of them ask for a version by Semantic Versioning. A change is \
            breaking if source which calls methods, makes values, reads or sets properties, switches over enumerations \
            or names types can stop compiling. What only requests, answers and credentials show is told as a change \
            that no source sees: formats of bodies, places and styles of parameters, forms of dates, servers.

            OLD and NEW are descriptions, or configurations; a callsign.yaml beside a description is used.

            Exit codes: 0 nothing breaking, 1 breaking changes, 2 bad input, 64 wrong arguments.
            """)

    @Argument(help: "The description or configuration that callers wrote their source for.")
    var old: String

    @Argument(help: "The one that comes after it.")
    var new: String

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("One configuration file for both descriptions.", valueName: "file"))
    var configuration: String?

    @Option(help: "How changes are printed: for people, as a change log, or for programs.")
    var format = DifferenceReport.Form.text

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var problems: ProblemOptions

    func run() throws {
        // Both are read before anything is said, so that the mistakes of both are told in one run.
        let sides = [side(old), side(new)]
        guard let oldSide = sides[0], let newSide = sides[1] else { throw ExitCode(ExitStatus.badInput) }
        let differences = InterfaceDifferences(from: oldSide, to: newSide)
        if !problems.quiet {
            StandardStreams.write(DifferenceReport(differences).text(format), to: StandardStreams.output)
        }
        if differences.isBreaking { throw ExitCode(ExitStatus.breaking) }
    }

    /// What callers see of one client; nothing where there is none, after its problems were printed.
    private func side(_ description: String) -> ClientInterface? {
        let sink = DiagnosticSink()
        var request = reading.request
        request.description = description
        request.configuration = configuration
        var pipeline = Pipeline(request, sink: sink)
        do {
            let plan = try pipeline.plan()
            // Warnings are what lint is for.
            if problems.verbose { problems.print(sink) }
            return ClientInterface(plan)
        } catch {
            problems.print(sink)
            return nil
        }
    }
}

extension DifferenceReport.Form: ExpressibleByArgument {}
