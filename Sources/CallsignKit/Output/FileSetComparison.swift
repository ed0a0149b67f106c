import CallsignDiagnostics

/// Finds how a folder differs from a set of files, and what is in the way.
struct FileSetComparison {
    let folder: String
    let sink: DiagnosticSink

    /// Folders this far below the output folder are not looked into for files that are no longer generated.
    private static let deepest = 8

    /// Whether a folder may hold files of ours.
    static func isSearched(_ name: String, depth: Int) -> Bool {
        depth < deepest && !name.hasPrefix(".")
    }

    /// What is to be done where there is no folder yet.
    static func ofNothing(with files: FileSet) -> FileSetChanges {
        FileSetChanges(
            changes: files.files.map { .init(kind: .created, path: $0.path, old: [], new: $0.contents) },
            unchangedCount: 0)
    }

    func changes(of files: FileSet, in root: borrowing Directory) throws(SystemFailure) -> FileSetChanges {
        var result = FileSetChanges(changes: [], unchangedCount: 0)
        var wanted = WantedFiles()
        for file in files.files {
            wanted.add(file.path)
            switch try state(of: file.path.components[...], in: root, wanted: &wanted) {
            case .absent:
                result.changes.append(.init(kind: .created, path: file.path, old: [], new: file.contents))
            case .present(let old) where ByteSearch.isSame(old, file.contents):
                result.unchangedCount += 1
            case .present(let old) where GeneratedMark.isPresent(in: old):
                result.changes.append(.init(kind: .changed, path: file.path, old: old, new: file.contents))
            case .present:
                sink.error(
                    "output-not-ours",
                    "'\(folder)/\(file.path)' lacks Callsign's mark, so it is not replaced", at: nil,
                    remedy: "move it elsewhere, or delete it")
            case .blocked(let reason):
                sink.error("output-blocked", reason, at: nil, remedy: "remove it, or choose another output folder")
            }
        }
        let source = files.files.first.flatMap { GeneratedMark.source(in: $0.contents) }
        try addStale(in: root, under: [], source: source, wanted: wanted, to: &result.changes)
        result.changes.sort { $0.path < $1.path }
        return result
    }

    private enum State {
        case absent
        case present([UInt8])
        /// Something that is no file of ours, and that can't be looked behind.
        case blocked(String)
    }

    private func state(
        of names: ArraySlice<String>, in directory: borrowing Directory, wanted: inout WantedFiles
    ) throws(SystemFailure) -> State {
        guard let name = names.first, let entry = try directory.entry(name) else { return .absent }
        let isLast = names.count == 1
        switch entry.kind {
        case .file where isLast:
            wanted.identities.insert(entry.identity)
            return .present(try directory.contents(of: name))
        case .folder where !isLast:
            guard let next = try directory.folder(name) else { return .absent }
            return try state(of: names.dropFirst(), in: next, wanted: &wanted)
        case .link:
            return .blocked("'\(directory.path)/\(name)' is a symbolic link, which output never goes through")
        case .file, .folder, .other:
            return .blocked("'\(directory.path)/\(name)' is in the way: a \(isLast ? "file" : "folder") belongs there")
        }
    }

    /// Adds files that bear our mark and are not among those that are wanted.
    private func addStale(
        in directory: borrowing Directory, under folders: [String], source: [UInt8]?, wanted: WantedFiles,
        to changes: inout [FileSetChanges.Change]
    ) throws(SystemFailure) {
        for entry in try directory.entries() {
            let path = OutputPath(components: folders + [entry.name])
            switch entry.kind {
            case .file where !entry.name.hasPrefix("."):
                guard !wanted.contains(path, entry.identity) else { continue }
                let opening = try directory.contents(of: entry.name, limit: GeneratedMark.searchedBytes)
                guard isStale(opening, isAtTop: folders.isEmpty, source: source) else { continue }
                let old = try directory.contents(of: entry.name)
                changes.append(.init(kind: .removed, path: path, old: old, new: []))
            case .folder where FileSetComparison.isSearched(entry.name, depth: folders.count):
                guard let next = try directory.folder(entry.name) else { continue }
                try addStale(in: next, under: path.components, source: source, wanted: wanted, to: &changes)
            default:
                continue
            }
        }
    }

    /// A file of ours in a folder below may be another client's, whose output folder lies within this one: it stays
    /// where its header names another description.
    private func isStale(_ opening: [UInt8], isAtTop: Bool, source: [UInt8]?) -> Bool {
        guard GeneratedMark.isPresent(in: opening) else { return false }
        guard !isAtTop, let source, let other = GeneratedMark.source(in: opening) else { return true }
        return source == other
    }
}

/// The files that are generated, by path, and by identity where letters' case doesn't tell files apart.
private struct WantedFiles {
    private var paths: Set<String> = []
    private var foldedPaths: Set<String> = []
    var identities: Set<UInt64> = []

    mutating func add(_ path: OutputPath) {
        paths.insert(path.description)
        foldedPaths.insert(path.caseFolded)
    }

    func contains(_ path: OutputPath, _ identity: UInt64) -> Bool {
        if paths.contains(path.description) { return true }
        return foldedPaths.contains(path.caseFolded) && identities.contains(identity)
    }
}
