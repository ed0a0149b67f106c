import ArgumentParser
import CallsignDiagnostics
import CallsignInterface
import CallsignKit

/// `callsign list`: what a client can do.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the operations of a description with the Swift methods that call them.",
        discussion: """
            A line for each method: how HTTP and how Swift call it, the types that it takes and gives, how its pages \
            follow each other, and what it throws. Swift calls show what has to be given; what can be left out is left \
            out. Nothing is written.

            With --json, an array with an object for each method, whose members are method, path, operation, \
            deprecated, call, signature, request, response, pages (style, item, pageMethod), error and failures (case, \
            status, body).

            Exit codes: 0 done, 2 bad input, 64 wrong arguments.
            """)

    @OptionGroup var input: InputOptions

    @Flag(help: "Print JSON, one operation a line.")
    var json = false

    func run() throws {
        let sink = DiagnosticSink()
        var pipeline = Pipeline(input.request, sink: sink)
        do {
            let operations = OperationListing.all(of: try pipeline.plan())
            // Warnings are what lint is for.
            if input.problems.verbose { input.problems.print(sink) }
            StandardStreams.write(
                json ? OperationJSON(operations).text : OperationTable(operations).text, to: StandardStreams.output)
        } catch {
            input.problems.print(sink)
            throw ExitCode(ExitStatus.badInput)
        }
    }
}
