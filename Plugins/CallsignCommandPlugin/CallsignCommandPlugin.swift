import Foundation
import PackagePlugin

/// `swift package callsign …`: runs the tool in the package's folder.
///
/// With a description or a configuration among the arguments, they are the tool's. Without either, the verb (`generate`
/// unless given) is run for every configuration of the package: that of the package itself, in its folder or in `spec`,
/// and those of its targets. `--target NAME` takes one target's.
@main
struct CallsignCommandPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var request = CommandRequest(arguments)
        let tool = try context.tool(named: "callsign").url
        let folder = context.package.directoryURL
        if request.namesInput {
            return try run(tool, request.all, in: folder)
        }
        let configurations = try configurations(of: context.package, targets: request.takeTargets())
        for configuration in configurations {
            try run(tool, [request.verb] + request.options + ["--config", configuration.url.path], in: folder)
        }
    }

    private func configurations(of package: Package, targets names: [String]) throws -> [ConfigurationFile] {
        let targets = package.targets.compactMap { $0 as? any SourceModuleTarget }
        if !names.isEmpty {
            return try names.map { name in
                guard let target = targets.first(where: { $0.name == name }) else {
                    throw ConfigurationProblem("the package has no target '\(name)'")
                }
                guard let found = try ConfigurationFile.find(in: target.directoryURL) else {
                    throw ConfigurationProblem("there is no callsign.yaml in \(target.directoryURL.path)")
                }
                return found
            }
        }
        let ofPackage = ["callsign.yaml", "callsign.yml", "spec/callsign.yaml", "spec/callsign.yml"]
            .map { package.directoryURL.appendingPathComponent($0) }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
            .map { ConfigurationFile(url: $0) }
        let found = try ofPackage + targets.compactMap { try ConfigurationFile.find(in: $0.directoryURL) }
        guard !found.isEmpty else {
            throw ConfigurationProblem(
                "neither the package nor one of its targets has a callsign.yaml; name a description, as in "
                    + "'swift package callsign generate api.yaml --output Sources/API'")
        }
        return found
    }

    private func run(_ tool: URL, _ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ConfigurationProblem("callsign ended with status \(process.terminationStatus)")
        }
    }
}

/// The command's arguments, as far as the plugin has to tell them apart.
private struct CommandRequest {
    /// All of them, with a verb.
    let all: [String]
    let verb: String
    private(set) var options: [String]

    private static let verbs: Set<String> = ["generate", "check", "templates", "help"]

    init(_ arguments: [String]) {
        let hasVerb = arguments.first.map { Self.verbs.contains($0) } ?? false
        verb = hasVerb ? arguments[0] : "generate"
        options = Array(arguments.dropFirst(hasVerb ? 1 : 0))
        all = [verb] + options
    }

    /// Whether the tool is told what to work on, or is asked for something that needs nothing to work on.
    var namesInput: Bool {
        let descriptions = ["yaml", "yml", "json"]
        return ["templates", "help"].contains(verb)
            || options.contains { option in
                ["--config", "--help", "-h", "--version"].contains(option) || option.hasPrefix("--config=")
                    || descriptions.contains(URL(fileURLWithPath: option).pathExtension)
            }
    }

    /// The values of all options `--target`, which are the plugin's own.
    mutating func takeTargets() -> [String] {
        var targets: [String] = []
        while let index = options.firstIndex(of: "--target"), options.indices.contains(index + 1) {
            targets.append(options[index + 1])
            options.removeSubrange(index...(index + 1))
        }
        return targets
    }
}
