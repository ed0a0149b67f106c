import Foundation

/// A file of comma-separated values (RFC 4180) that appears, or takes another's place, when it is whole.
final class CSVFile {
    private let file: URL
    private let draft: URL
    private let handle: FileHandle

    /// - Throws: where the folder can't be written to.
    init(_ file: URL) throws {
        self.file = file
        draft = file.appendingPathExtension("part")
        try Data().write(to: draft)
        handle = try FileHandle(forWritingTo: draft)
    }

    deinit {
        // Once it is finished, there is none.
        try? FileManager.default.removeItem(at: draft)
    }

    func append(_ values: [String]) throws {
        try handle.write(contentsOf: Data((values.map(quoted).joined(separator: ",") + "\r\n").utf8))
    }

    func finish() throws {
        try handle.close()
        if FileManager.default.fileExists(atPath: file.path) {
            _ = try FileManager.default.replaceItemAt(file, withItemAt: draft)
        } else {
            try FileManager.default.moveItem(at: draft, to: file)
        }
    }

    private func quoted(_ value: String) -> String {
        guard value.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return value }
        return "\"" + value.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
