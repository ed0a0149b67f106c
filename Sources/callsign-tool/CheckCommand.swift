import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// `callsign check`: tells whether the client is what the description makes.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Fails if the client is not what the description makes, and shows the difference.",
        discussion: """
            Nothing is written.

            Exit codes: 0 the same, 1 not the same (a unified diff is printed), 2 bad input, 64 wrong arguments.
            """)

    @OptionGroup var options: GenerationOptions

    func run() throws {
        var run = GenerationRun(options)
        let results = try run.run { client throws(Stopped) in
            let changes = try client.writer.compare(client.files)
            // As text, a difference and one line say it better.
            if options.problems.form != .text { report(changes, of: client) }
            return changes
        }
        for (client, changes) in results { show(changes, of: client) }
        run.exit(results.contains { !$0.changes.isEmpty } ? ExitStatus.stale : ExitStatus.done)
    }

    private func show(_ changes: FileSetChanges, of client: GenerationRun.Client) {
        guard !changes.isEmpty else {
            options.problems.say("\(client.folder): \(changes.unchangedCount) files, all as generated\n")
            return
        }
        let colors = DiffColors(isColored: options.problems.color.isColored(StandardStreams.output))
        for change in changes.changes {
            options.problems.say(colors.colored(FileSetDiff.text(of: change, folder: client.folder)))
        }
        if options.problems.form == .text {
            let count = changes.changes.count
            let files = count == 1 ? "1 file is" : "\(count) files are"
            StandardStreams.write("\(files) not as generated: run `\(client.command)`\n", to: StandardStreams.error)
        }
    }

    /// One problem for each file, at the first line that differs.
    private func report(_ changes: FileSetChanges, of client: GenerationRun.Client) {
        for change in changes.changes {
            let name = "\(client.folder)/\(change.path)"
            let file = client.sink.sources.add(SourceMap.File(name: name, text: change.old))
            client.sink.error(
                "stale-output", "\(change.path) is not as generated",
                at: SourceMark(file: file, line: change.firstDifferentLine, column: 1),
                remedy: "run `\(client.command)`")
        }
    }
}

/// Colours the lines of a unified diff.
private struct DiffColors {
    let isColored: Bool

    func colored(_ diff: String) -> String {
        guard isColored else { return diff }
        let lines = diff.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            switch line.utf8.first {
            case UInt8(ascii: "-"): "\u{1B}[31m\(line)\u{1B}[0m"
            case UInt8(ascii: "+"): "\u{1B}[32m\(line)\u{1B}[0m"
            case UInt8(ascii: "@"): "\u{1B}[36m\(line)\u{1B}[0m"
            default: String(line)
            }
        }
        return lines.joined(separator: "\n")
    }
}
