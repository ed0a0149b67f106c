import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// `callsign generate`: writes the client.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes the client that a description makes.",
        discussion: """
            Files that are as they should be are not touched. Files that Callsign made before and no longer makes are \
            removed; others are never touched.

            With --watch, the description's files, overlays, the configuration and templates are watched; each run prints its \
            line, mistakes end nothing, and Ctrl-C does.

            Exit codes: 0 done, 2 bad input and nothing written, 64 wrong arguments.
            """)

    @OptionGroup var options: GenerationOptions

    @Flag(help: "Write the client again whenever a file changes that it is made of, until interrupted.")
    var watch = false

    func validate() throws {
        if watch, options.dryRun { throw ValidationError("--watch and --dry-run exclude each other") }
    }

    func run() throws {
        if watch { return try WatchLoop(options: options).run(generate) }
        var run = GenerationRun(options)
        try generate(&run)
        run.exit()
    }

    private func generate(_ run: inout GenerationRun) throws {
        let results = try run.run { client throws(Stopped) in
            options.dryRun ? try client.writer.compare(client.files) : try client.writer.write(client.files)
        }
        for (client, changes) in results { report(changes, of: client) }
    }

    private func report(_ changes: FileSetChanges, of client: GenerationRun.Client) {
        for change in changes.changes where options.dryRun || options.problems.verbose {
            options.problems.say("\(change.kind.rawValue) \(change.path)\n")
        }
        let counts = [FileSetChanges.Kind.created, .changed, .removed].map { "\(changes.count($0)) \($0.rawValue)" }
        options.problems.say(
            "\(client.folder): \((counts + ["\(changes.unchangedCount) unchanged"]).joined(separator: ", "))")
        options.problems.say(options.dryRun ? ", if this were no dry run\n" : "\n")
    }
}
