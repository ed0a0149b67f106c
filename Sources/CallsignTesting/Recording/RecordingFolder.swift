public import Foundation

extension HTTPRecording {
    /// What the names of files with recordings end in.
    public static let pathExtension = "http"

    /// Reads all recordings of a folder and of those within it: the files whose names end in `.http`.
    ///
    /// - Parameter folder: a folder, or one file of any name.
    /// - Returns: the recordings by their paths within the folder.
    /// - Throws: ``RecordingFolderError`` with everything that is wrong with any of them.
    public static func recordings(in folder: URL) throws(RecordingFolderError) -> [String: HTTPRecording] {
        var recordings: [String: HTTPRecording] = [:]
        var problems: [String] = []
        for (name, file) in try files(in: folder) {
            do {
                recordings[name] = try HTTPRecording(contentsOf: file)
            } catch let error as RecordingError {
                problems.append(error.description)
            } catch {
                problems.append("\(file.path): error: it can't be read: \(error.localizedDescription)")
            }
        }
        guard problems.isEmpty else { throw RecordingFolderError(problems: problems) }
        return recordings
    }

    /// The files with recordings in the order of their names.
    private static func files(in folder: URL) throws(RecordingFolderError) -> [(name: String, file: URL)] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
            throw RecordingFolderError(problems: ["\(folder.path): error: there is no such file or folder"])
        }
        guard isFolder.boolValue else { return [(folder.lastPathComponent, folder)] }
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let names = found.filter { $0.hasSuffix(".\(pathExtension)") }.sorted()
        guard !names.isEmpty else {
            throw RecordingFolderError(
                problems: ["\(folder.path): error: no recordings: expected files whose names end in .\(pathExtension)"])
        }
        return names.map { ($0, folder.appendingPathComponent($0)) }
    }
}

/// Everything that keeps the files of a folder from being recordings.
public struct RecordingFolderError: Error, Sendable, Hashable, LocalizedError, CustomStringConvertible {
    /// Each as `file:line: error: message`.
    public let problems: [String]

    public var description: String { problems.joined(separator: "\n") }
    public var errorDescription: String? { description }
}
