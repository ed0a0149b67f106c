import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// `callsign init`: a configuration to begin with.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes a commented configuration for a description.",
        discussion: """
            Says in it what the description shows by itself: names for the module and the client, how lists are paged, \
            credentials with environment variables for them, parameters that stand in most paths, words that are \
            written in capitals, where errors have their message, and the limit on requests if it is stated. All of it can be edited; with it, the description \
            makes a client. A file that is there already is never written over.

            Exit codes: 0 done, 2 bad input or a file that is there already, 64 wrong arguments.
            """)

    @Argument(help: "The description's root file (YAML or JSON).")
    var description: String

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "The file to write; callsign.yaml beside the description if nothing is said.", valueName: "file"))
    var configuration: String?

    @OptionGroup var client: ClientOptions

    @OptionGroup var place: RootOptions

    @Option(
        name: .customLong("overlay"),
        help: ArgumentHelp("An overlay that mends the description; several are applied in order.", valueName: "file"))
    var overlays: [String] = []

    @Flag(help: "Print the configuration in place of writing it.")
    var dryRun = false

    @OptionGroup var problems: ProblemOptions

    func run() throws {
        let sink = DiagnosticSink()
        do throws(Stopped) {
            let path = configuration ?? Initialization.Request.configuration(beside: description)
            var request = Initialization.Request(description: description, configuration: path)
            request.output = client.output
            request.module = client.module
            request.root = place.root
            request.overlays = overlays
            let outcome = try Initialization(request, sink: sink).outcome()
            if dryRun { return StandardStreams.write(outcome.text, to: StandardStreams.output) }
            try write(outcome.text, to: path, sink)
            if problems.verbose { problems.print(sink) }
            let lines = ["\(path): written"] + outcome.findings.map { "  \($0)" }
            problems.say(lines.joined(separator: "\n") + "\n")
            problems.say("go on with: callsign generate --config \(path)\n")
        } catch {
            problems.print(sink)
            throw ExitCode(ExitStatus.badInput)
        }
    }

    private func write(_ text: String, to path: String, _ sink: DiagnosticSink) throws(Stopped) {
        do throws(SystemFailure) {
            try NewFile.write(Array(text.utf8), to: path)
        } catch {
            sink.error(
                "configuration-not-written", error.message, at: nil,
                remedy: error.isPresent ? "name another file with --config, or print it with --dry-run" : nil)
            throw Stopped()
        }
    }
}
