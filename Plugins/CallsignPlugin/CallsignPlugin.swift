import Foundation
import PackagePlugin

/// Generates a target's client while the target is built.
///
/// The target holds a `callsign.yaml` beside the description that it names. The client's files have fixed names, since
/// a build has to know its outputs beforehand; a resource or model is always in the same one of them, so that an edit
/// of the description changes few, and only those are compiled again.
@main
struct CallsignPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else {
            throw ConfigurationProblem("'\(target.name)' has no sources to which a client could be added")
        }
        return [
            try command(
                tool: context.tool(named: "callsign").url, target: target.name, folder: target.directoryURL,
                module: target.moduleName, output: context.pluginWorkDirectoryURL)
        ]
    }

    private func command(tool: URL, target: String, folder: URL, module: String, output: URL) throws -> Command {
        guard let configuration = try ConfigurationFile.find(in: folder) else {
            throw ConfigurationProblem(
                "the target '\(target)' has no callsign.yaml in \(folder.path): add one that names the description, as"
                    + " in 'description: api.yaml', or don't use CallsignPlugin for the target")
        }
        return .buildCommand(
            displayName: "Generating the client of \(module)", executable: tool,
            arguments: [
                "generate", "--config", configuration.url.path, "--module", module, "--output", output.path,
                "--shards", String(GeneratedFiles.shards), "--file-prefix", GeneratedFiles.prefix, "--quiet",
            ],
            inputFiles: configuration.inputs, outputFiles: GeneratedFiles(folder: output).all)
    }
}

/// The files that `callsign generate --shards` writes.
private struct GeneratedFiles {
    /// How many files there are for resources, and as many for models.
    static let shards = 8
    /// Keeps them apart from the target's own files.
    static let prefix = "Callsign."

    let folder: URL

    var all: [URL] {
        let numbered = (1...Self.shards).flatMap { ["Resources\($0)", "Models\($0)"] }
        return (["Client", "Errors"] + numbered).map { folder.appendingPathComponent("\(Self.prefix)\($0).swift") }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension CallsignPlugin: XcodeBuildToolPlugin {
        /// A target of an Xcode project has files, but no folder: the configuration's is searched instead.
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let name = target.displayName
            let files = target.inputFiles.map(\.url).filter { ConfigurationFile.names.contains($0.lastPathComponent) }
            guard let file = files.first else {
                throw ConfigurationProblem("the target '\(name)' has no callsign.yaml among its files")
            }
            guard files.count == 1 else {
                let list = files.map(\.path).joined(separator: ", ")
                throw ConfigurationProblem("there are several configurations, of which only one can count: \(list)")
            }
            return [
                try command(
                    tool: context.tool(named: "callsign").url, target: name, folder: file.deletingLastPathComponent(),
                    module: target.product?.name ?? name, output: context.pluginWorkDirectoryURL)
            ]
        }
    }
#endif
