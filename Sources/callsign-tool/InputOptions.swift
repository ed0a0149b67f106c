import ArgumentParser
import CallsignKit

/// The description that a command is about.
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

/// What may be said of any description that a client is made of.
struct ReadingOptions: ParsableArguments {
    @OptionGroup var place: RootOptions

    @Flag(
        help:
            "Leave out operations that can't be generated or have mistakes in them, and list them, in place of failing."
    )
    var skipUnsupported = false

    var request: GenerationRequest {
        var request = GenerationRequest()
        request.root = place.root
        request.skipsUnsupported = skipUnsupported
        return request
    }
}

/// Where the files of a description may lie.
struct RootOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder that references in the description must stay in, rather than the description's own.",
            valueName: "folder"))
    var root: String?
}
