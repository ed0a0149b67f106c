import Foundation

/// A configuration, and the folder that it was looked for in.
struct ConfigurationFile {
    static let names = ["callsign.yaml", "callsign.yml"]

    let url: URL
    let folder: URL

    /// The only configuration of a folder: `callsign.yaml` in it, or in a folder within it.
    ///
    /// - Throws: ``ConfigurationProblem`` where there are several. Nothing is found where there is none.
    static func find(in folder: URL) throws -> ConfigurationFile? {
        let found = files(in: folder).filter { names.contains($0.lastPathComponent) }
        if found.count > 1 {
            let list = found.map(\.path).joined(separator: ", ")
            throw ConfigurationProblem("there are several configurations, of which only one can count: \(list)")
        }
        return found.first.map { ConfigurationFile(url: $0, folder: folder) }
    }

    /// Everything that the client may be made from: the configuration, the description's files and templates. Which of
    /// the folder's files they are only the tool knows; it is quick enough to be asked once too often.
    var inputs: [URL] {
        let endings: Set<String> = ["yaml", "yml", "json", "mustache"]
        return Self.files(in: folder).filter { endings.contains($0.pathExtension) }
    }

    /// Sorted, so that the same folder gives the same commands. Folders that are hidden, such as `.build`, are left out.
    private static func files(in folder: URL) -> [URL] {
        let enumerator = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles, .skipsPackageDescendants])
        return (enumerator?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
    }
}

/// Why there is no configuration to go by.
struct ConfigurationProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
