import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// What `generate` and `check` both take.
struct SharedOptions: ParsableArguments {
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

    @Option(
        help: ArgumentHelp(
            "The folder that references in the description must stay in, rather than the description's own.",
            valueName: "folder"))
    var root: String?

    @Option(help: ArgumentHelp("The folder that the client is written to.", valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write tests too, into this folder.",
            discussion: """
                Each operation is called once, and each documented response answered. The tests use the product \
                CallsignTesting.
                """, valueName: "folder"))
    var tests: String?

    @Option(help: ArgumentHelp("The module that the client is compiled in.", valueName: "name"))
    var module: String?

    @Option(help: ArgumentHelp("A folder of templates that take built-in ones' place.", valueName: "folder"))
    var templates: String?

    @Flag(
        help:
            "Leave out operations that can't be generated or have mistakes in them, and list them, in place of failing."
    )
    var skipUnsupported = false

    @Option(
        help: ArgumentHelp(
            "Spread the client over this many files of each kind, whose names are fixed.",
            discussion: "For builds, which have to know their outputs beforehand.", valueName: "count"))
    var shards: Int?

    @Option(help: ArgumentHelp("What the names of all files begin with.", valueName: "text"))
    var filePrefix: String?

    @Flag(help: "Print what would be done, and do nothing. (check never does anything.)")
    var dryRun = false

    @Flag(help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print how long each stage took, and what became of each part of the description.")
    var verbose = false

    @Option(name: .customLong("diagnostics"), help: "How problems are printed.")
    var form = DiagnosticForm.text

    @Option(help: "Whether problems and differences are coloured.")
    var color = ColorChoice.auto

    func validate() throws {
        if let shards, !ShardCount.allowed.contains(shards) {
            throw ValidationError("--shards is from 1 to \(ShardCount.allowed.upperBound)")
        }
        if let filePrefix, filePrefix.contains("/") { throw ValidationError("--file-prefix can't contain a slash") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    var request: GenerationRequest {
        var request = GenerationRequest()
        request.description = description
        request.configuration = configuration
        request.root = root
        request.output = output
        request.tests = tests
        request.module = module
        request.templates = templates
        request.skipsUnsupported = skipUnsupported
        request.accounts = verbose
        request.shards = shards
        request.filePrefix = filePrefix ?? ""
        return request
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
