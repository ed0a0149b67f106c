import Foundation

/// The files of this repository, for tests that hold its parts against each other.
enum Repository {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// - Parameter name: a path from the repository's folder.
    static func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// The Swift files of a folder and those within it, in order, as paths from the repository's folder.
    static func sources(in name: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: file(name).path)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".swift") }.sorted().map { "\(name)/\($0)" }
    }

    /// The names of the folders of a folder, in order.
    static func folders(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: file(name), includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .map(\.lastPathComponent).sorted()
    }
}
