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

    @OptionGroup var options: SharedOptions

    func run() throws {
        var run = GenerationRun(options)
        let (folder, changes) = try run.run { writer, files throws(Stopped) in try writer.compare(files) }
        guard !changes.isEmpty else {
            run.say("\(folder): \(changes.unchangedCount) files, all as generated\n")
            return
        }
        let colors = DiffColors(isColored: options.color.isColored(StandardStreams.output))
        for change in changes.changes {
            run.say(colors.colored(FileSetDiff.text(of: change, folder: folder)))
        }
        report(changes, folder: folder, command: run.command)
        throw ExitCode(ExitStatus.stale)
    }

    /// One problem for each file: annotations on GitHub, objects in JSON; as text one line says it all.
    private func report(_ changes: FileSetChanges, folder: String, command: String) {
        guard options.form != .text else {
            let count = changes.changes.count
            let files = count == 1 ? "1 file is" : "\(count) files are"
            return StandardStreams.write(
                "\(files) not as generated: run `\(command)`\n", to: StandardStreams.error)
        }
        var sources = SourceMap()
        let diagnostics = changes.changes.map { change in
            let file = sources.add(SourceMap.File(name: "\(folder)/\(change.path)", text: change.old))
            return Diagnostic(
                .error, "stale-output", "\(change.path) is not as generated",
                at: SourceMark(file: file, line: 1, column: 1), remedy: "run `\(command)`")
        }
        let printer = DiagnosticPrinter(sources: sources, form: options.form)
        StandardStreams.write(printer.print(diagnostics), to: StandardStreams.error)
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
