import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// `callsign lint`: tells what is wrong with a description, and nothing else.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Tells what is wrong with a description, its configuration and its templates.",
        discussion: """
            All that generate would report, on the standard output; nothing is written, and no output folder is needed.

            Exit codes: 0 no errors, 2 errors (with --strict: or warnings), 64 wrong arguments.
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var layout: TemplateOptions

    @Flag(help: "Fail where there are warnings, too.")
    var strict = false

    func run() throws {
        let sink = DiagnosticSink()
        var request = input.request
        request.templates = layout.templates
        var pipeline = Pipeline(request, sink: sink)
        var isUsable = true
        do { _ = try pipeline.run() } catch { isUsable = false }
        input.problems.print(sink, to: StandardStreams.output)
        let hasWarnings = sink.diagnostics.contains { $0.severity == .warning }
        if !isUsable || strict && hasWarnings { throw ExitCode(ExitStatus.badInput) }
        if input.problems.form == .text, !input.problems.quiet, sink.diagnostics.isEmpty {
            StandardStreams.write("no problems\n", to: StandardStreams.output)
        }
    }
}
