import Foundation

/// The command's arguments, as far as the plugin has to tell them apart. What it does not know is the tool's.
struct CommandRequest {
    let verb: String
    /// The tool's arguments after the verb.
    private(set) var options: [String]
    /// The values of all options `--target`, which are the plugin's own.
    private(set) var targets: [String] = []
    let asksForHelp: Bool

    static let help = """
        USAGE: swift package callsign [generate | check | lint | list] [--target <name> ...] [<options>]
               swift package callsign (generate | check | lint | list) <description or configuration> [<options>]
               swift package callsign diff <old> <new> [<options>]
               swift package callsign init <description> [<options>]
               swift package callsign templates [<name>]

        Without a description or a configuration, the verb ('generate' unless given) is for every callsign.yaml of the
        package: in its folder, in 'spec', and in its targets' folders. Each says by 'output' where its client goes.

        --target <name>   only the configuration of this target; can be repeated

        'swift package callsign help generate' lists the options, which are those of the tool. Paths are relative to
        the package's folder. Nobody is asked where 'swift package' has --allow-writing-to-package-directory.
        """

    private static let verbs: Set<String> = ["generate", "check", "lint", "list", "diff", "init", "templates", "help"]

    init(_ arguments: [String]) throws {
        let hasVerb = arguments.first.map { Self.verbs.contains($0) } ?? false
        verb = hasVerb ? arguments[0] : "generate"
        options = Array(arguments.dropFirst(hasVerb ? 1 : 0))
        asksForHelp = hasVerb ? arguments == ["help"] : arguments.contains { ["--help", "-h"].contains($0) }
        targets = try takeTargets()
    }

    /// Whether the tool is told what to work on, or is asked for something that needs nothing to work on.
    var namesInput: Bool {
        let descriptions = ["yaml", "yml", "json"]
        return ["diff", "init", "templates", "help"].contains(verb)
            || options.contains { option in
                ["--config", "--help", "-h", "--version"].contains(option) || option.hasPrefix("--config=")
                    || descriptions.contains(URL(fileURLWithPath: option).pathExtension)
            }
    }

    var namesOutput: Bool { options.contains { $0 == "--output" || $0.hasPrefix("--output=") } }

    private mutating func takeTargets() throws -> [String] {
        var targets: [String] = []
        while let index = options.firstIndex(where: { $0 == "--target" || $0.hasPrefix("--target=") }) {
            let option = options.remove(at: index)
            if option.hasPrefix("--target=") {
                targets.append(String(option.dropFirst("--target=".count)))
            } else {
                guard options.indices.contains(index) else {
                    throw ConfigurationProblem("--target needs the name of a target")
                }
                targets.append(options.remove(at: index))
            }
        }
        return targets
    }
}
