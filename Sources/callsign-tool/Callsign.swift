import ArgumentParser
import CallsignKit

/// The command line.
@main
struct Callsign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callsign",
        abstract: "Turns the description of an HTTP API into a Swift client.",
        discussion: """
            Exit codes:
              0   done; with check: the files are what the description makes; with lint: no errors
              1   check: they are not; diff: there are breaking changes
              2   bad input, or a folder that can't be written; nothing was written
              64  the arguments make no sense
            """,
        version: ToolVersion.current,
        subcommands: [
            GenerateCommand.self, CheckCommand.self, DiffCommand.self, InitCommand.self, LintCommand.self,
            ListCommand.self,
            TemplatesCommand.self,
        ])

    static func main() {
        Heap.prepare()
        StandardStreams.prepare()
        Self.main(nil)
    }
}
