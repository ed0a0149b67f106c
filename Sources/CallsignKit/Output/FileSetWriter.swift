package import CallsignDiagnostics

/// Brings an output folder to a set of files, touching nothing that is as it should be.
///
/// Each changed file is written beside its target first and renamed once all are complete: a run that is killed at
/// any moment leaves each file old or new, and the next one finishes the work. Files that bear our mark and are no
/// longer generated are removed; what bears no mark is never touched.
package struct FileSetWriter {
    private let folder: String
    private let sink: DiagnosticSink

    /// - Parameter folder: the output folder's path. It may be a symbolic link; nothing within it may.
    package init(folder: String, sink: DiagnosticSink) {
        self.folder = folder
        self.sink = sink
    }

    /// How the folder differs from the files. Nothing is written.
    ///
    /// - Throws: ``Stopped`` where something in the folder is in the way, or can't be read.
    package func compare(_ files: FileSet) throws(Stopped) -> FileSetChanges {
        try reporting { () throws(SystemFailure) in
            guard let root = try Directory.open(folder) else { return FileSetComparison.ofNothing(with: files) }
            return try comparison(of: files, with: root)
        }
    }

    /// Makes the folder hold the files. Nothing is written where the comparison finds something in the way.
    ///
    /// - Returns: what was changed.
    package func write(_ files: FileSet) throws(Stopped) -> FileSetChanges {
        try reporting { () throws(SystemFailure) in
            try Directory.make(folder)
            guard let root = try Directory.open(folder) else { throw SystemFailure("open the folder '\(folder)'") }
            root.lock()
            let changes = try comparison(of: files, with: root)
            guard !sink.hasErrors else { return changes }
            try removeLeftovers(in: root, depth: 0)
            try stage(changes, in: root)
            try finish(changes, in: root)
            return changes
        }
    }

    private func comparison(
        of files: FileSet, with root: borrowing Directory
    ) throws(SystemFailure) -> FileSetChanges {
        let comparison = FileSetComparison(folder: folder, sink: sink)
        return try comparison.changes(of: files, in: root)
    }

    /// Turns failures of the system into diagnostics.
    private func reporting(_ work: () throws(SystemFailure) -> FileSetChanges) throws(Stopped) -> FileSetChanges {
        let hadErrors = sink.hasErrors
        do {
            let changes = try work()
            if !hadErrors, sink.hasErrors { throw Stopped() }
            return changes
        } catch let failure as SystemFailure {
            sink.error("output-failed", failure.message, at: nil)
            throw Stopped()
        } catch {
            throw Stopped()
        }
    }

    // MARK: Writing

    /// The ending of files that are not complete yet.
    static let temporaryEnding = ".callsign-temporary"

    private static func temporaryName(for name: String) -> String { ".\(name)\(temporaryEnding)" }

    /// Writes all new texts under temporary names, so that a full disk changes nothing.
    private func stage(_ changes: FileSetChanges, in root: borrowing Directory) throws(SystemFailure) {
        for change in changes.changes where change.kind != .removed {
            try within(root, change.path.folders, making: true) { directory throws(SystemFailure) in
                try directory.write(change.new, to: FileSetWriter.temporaryName(for: change.path.fileName))
            }
        }
    }

    private func finish(_ changes: FileSetChanges, in root: borrowing Directory) throws(SystemFailure) {
        for change in changes.changes where change.kind != .removed {
            try within(root, change.path.folders, making: false) { directory throws(SystemFailure) in
                let name = change.path.fileName
                try directory.rename(FileSetWriter.temporaryName(for: name), to: name)
            }
        }
        for change in changes.changes where change.kind == .removed {
            try within(root, change.path.folders, making: false) { directory throws(SystemFailure) in
                try directory.remove(change.path.fileName)
            }
            try removeEmptyFolders(change.path.folders, in: root)
        }
    }

    private func removeEmptyFolders(
        _ folders: ArraySlice<String>, in root: borrowing Directory
    ) throws(SystemFailure) {
        var rest = folders
        while let name = rest.popLast() {
            try within(root, rest, making: false) { directory throws(SystemFailure) in
                directory.removeEmptyFolder(name)
            }
        }
    }

    /// Does something in a folder below the root, reached without following a link.
    private func within(
        _ directory: borrowing Directory, _ names: ArraySlice<String>, making: Bool,
        _ work: (borrowing Directory) throws(SystemFailure) -> Void
    ) throws(SystemFailure) {
        guard let name = names.first else { return try work(directory) }
        if making { try directory.makeFolder(name) }
        guard let next = try directory.folder(name) else { return }
        try within(next, names.dropFirst(), making: making, work)
    }

    /// Removes what a run that was killed left behind.
    private func removeLeftovers(in directory: borrowing Directory, depth: Int) throws(SystemFailure) {
        for entry in try directory.entries() {
            switch entry.kind {
            case .file where entry.name.hasPrefix(".") && entry.name.hasSuffix(FileSetWriter.temporaryEnding):
                try directory.remove(entry.name)
            case .folder where FileSetComparison.isSearched(entry.name, depth: depth):
                if let next = try directory.folder(entry.name) {
                    try removeLeftovers(in: next, depth: depth + 1)
                }
            default:
                continue
            }
        }
    }
}
