import ArgumentParser
import CallsignKit

/// What `generate` and `check` take: where the client goes, and how it is written.
struct GenerationOptions: ParsableArguments {
    @OptionGroup var input: InputOptions

    @OptionGroup var client: ClientOptions

    @Option(
        help: ArgumentHelp(
            "Write tests too, into this folder.",
            discussion: """
                Each operation is called once, and each documented response answered. The tests use the product \
                CallsignTesting.
                """, valueName: "folder"))
    var tests: String?

    @OptionGroup var layout: TemplateOptions

    @Option(
        help: ArgumentHelp(
            "Spread the client over this many files of each kind, whose names are fixed.",
            discussion: "For builds, which have to know their outputs beforehand.", valueName: "count"))
    var shards: Int?

    @Option(help: ArgumentHelp("What the names of all files begin with.", valueName: "text"))
    var filePrefix: String?

    @Flag(help: "Print what would be done, and do nothing. (check never does anything.)")
    var dryRun = false

    var problems: ProblemOptions { input.problems }

    func validate() throws {
        if let shards, !ShardCount.allowed.contains(shards) {
            throw ValidationError("--shards is from 1 to \(ShardCount.allowed.upperBound)")
        }
        if let filePrefix, filePrefix.contains("/") { throw ValidationError("--file-prefix can't contain a slash") }
    }

    var request: GenerationRequest {
        var request = input.request
        request.output = client.output
        request.module = client.module
        request.tests = tests
        request.templates = layout.templates
        request.accounts = problems.verbose
        request.shards = shards
        request.filePrefix = filePrefix ?? ""
        return request
    }
}

/// Where a client is to be, and in what.
struct ClientOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that the client is written to.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("The module that the client is compiled in.", valueName: "name"))
    var module: String?
}

/// What the text of a client is made with.
struct TemplateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder of templates that take built-in ones' place.", valueName: "folder"))
    var templates: String?
}
