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
        let request = try CommandRequest(arguments)
        if request.asksForHelp { return print(CommandRequest.help) }
        let tool = Tool(executable: try context.tool(named: "callsign").url, folder: context.package.directoryURL)
        if request.namesInput {
            return try check(tool.run([request.verb] + request.options), request.verb)
        }
        let configurations = try configurations(of: context.package, targets: request.targets)
        if configurations.count > 1, request.namesOutput {
            throw ConfigurationProblem(
                "--output is for one client, and the package has \(configurations.count) configurations; choose with"
                    + " --target")
        }
        // One that fails doesn't keep the others from being written or checked.
        let failures = try configurations.compactMap { configuration -> String? in
            let arguments = [request.verb] + request.options + ["--config", configuration.url.path]
            return try tool.run(arguments) == 0 ? nil : configuration.url.path
        }
        guard failures.isEmpty else {
            throw ConfigurationProblem("callsign \(request.verb) failed for \(failures.joined(separator: ", "))")
        }
    }

    private func check(_ status: Int32, _ verb: String) throws {
        if status != 0 { throw ConfigurationProblem("callsign \(verb) ended with status \(status)") }
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
        let folders = [package.directoryURL, package.directoryURL.appendingPathComponent("spec")]
        let ofPackage = folders.flatMap { folder in
            ConfigurationFile.names.map { folder.appendingPathComponent($0) }
                .filter { FileManager.default.fileExists(atPath: $0.path) }
                .map { ConfigurationFile(url: $0, folder: folder) }
        }
        let ofTargets = try targets.compactMap { try ConfigurationFile.find(in: $0.directoryURL) }
        var paths: Set<String> = []
        let found = (ofPackage + ofTargets).filter { paths.insert($0.url.standardizedFileURL.path).inserted }
        guard !found.isEmpty else {
            throw ConfigurationProblem(
                "neither the package nor one of its targets has a callsign.yaml; name a description, as in "
                    + "'swift package callsign generate api.yaml --output Sources/API'")
        }
        return found
    }
}

/// The tool, run where the package is.
private struct Tool {
    let executable: URL
    let folder: URL

    /// - Returns: its exit code.
    func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
