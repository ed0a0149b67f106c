import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// What the commands take that read a description and write no client.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The description's root file (YAML or JSON), or a configuration file.",
            discussion: """
                A callsign.yaml beside the description is used. Without this, callsign.yaml in this folder or in its \
                folder spec is.
                """
        ))
    var description: String?

    @Option(name: .customLong("config"), help: ArgumentHelp("The configuration file.", valueName: "file"))
    var configuration: String?

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var problems: ProblemOptions

    var request: GenerationRequest {
        var request = reading.request
        request.description = description
        request.configuration = configuration
        return request
    }
}

/// What may be said of any description that is read.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder that references in the description must stay in, rather than the description's own.",
            valueName: "folder"))
    var root: String?

    @Flag(help: "Leave out operations that can't be generated, in place of failing.")
    var skipUnsupported = false

    var request: GenerationRequest {
        var request = GenerationRequest()
        request.root = root
        request.skipsUnsupported = skipUnsupported
        return request
    }
}

/// How problems are told.
struct ProblemOptions: ParsableArguments {
    @Flag(help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print all problems, however many there are, and warnings where nothing fails.")
    var verbose = false

    @Option(name: .customLong("diagnostics"), help: "How problems are printed.")
    var form = DiagnosticForm.text

    @Option(help: "Whether problems are coloured.")
    var color = ColorChoice.auto

    /// - Parameter descriptor: where they are printed.
    func print(_ sink: DiagnosticSink, to descriptor: Int32 = StandardStreams.error) {
        ProblemPrinter(form: form, color: color, isQuiet: quiet, showsAll: verbose, descriptor: descriptor).print(sink)
    }
}
