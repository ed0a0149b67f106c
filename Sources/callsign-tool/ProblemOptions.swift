import ArgumentParser
import CallsignDiagnostics

/// How problems are told.
struct ProblemOptions: ParsableArguments {
    @Flag(help: "Print nothing but problems.")
    var quiet = false

    @Flag(
        help: ArgumentHelp(
            "Print all problems, however many there are, and warnings where nothing fails.",
            discussion: """
                generate and check print how long each stage took, too, and what became of each part of the description.
                """))
    var verbose = false

    @Option(name: .customLong("diagnostics"), help: "How problems are printed.")
    var form = DiagnosticForm.text

    @Option(help: "Whether problems and differences are coloured.")
    var color = ColorChoice.auto

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// - Parameter descriptor: where they are printed.
    func print(_ sink: DiagnosticSink, to descriptor: Int32 = StandardStreams.error) {
        ProblemPrinter(form: form, color: color, isQuiet: quiet, showsAll: verbose, descriptor: descriptor).print(sink)
    }

    /// Prints a result, unless the user wants none.
    func say(_ text: String) {
        if !quiet { StandardStreams.write(text, to: StandardStreams.output) }
    }
}

extension DiagnosticForm: ExpressibleByArgument {}

/// Whether to write ANSI colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    /// On a terminal that can, unless `NO_COLOR` is set.
    case auto, always, never

    func isColored(_ descriptor: Int32) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            StandardStreams.isTerminal(descriptor) && StandardStreams.environment("NO_COLOR") == nil
                && StandardStreams.environment("TERM") != "dumb"
        }
    }
}
