#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open folder. Everything is reached from its descriptor name by name, and no symbolic link is followed, so that
/// nothing outside can be reached through it whatever happens to the paths meanwhile.
struct Directory: ~Copyable {
    enum EntryKind { case file, folder, link, other }

    struct Entry {
        let name: String
        let kind: EntryKind
        /// Tells two names of the same file on file systems that don't tell letters' case.
        let identity: UInt64
    }

    /// Larger files aren't ours, and aren't read.
    static let largestFile = 256 << 20

    private let descriptor: Int32
    /// For messages only.
    let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        _ = close(descriptor)
    }

    /// Opens the folder that the user named, which may be a symbolic link; nothing if there is none.
    static func open(_ path: String) throws(SystemFailure) -> Directory? {
        let descriptor = Libc.retrying { openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        if descriptor < 0 {
            let failure = SystemFailure("open the folder '\(path)'")
            if failure.isAbsent { return nil }
            throw failure
        }
        return Directory(descriptor: descriptor, path: path)
    }

    /// Makes the folder that the user named, and those above it.
    static func make(_ path: String) throws(SystemFailure) {
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        let failure = SystemFailure("make the folder '\(path)'")
        let parent = PathName.folder(of: path)
        guard failure.isAbsent, parent != path else { throw failure }
        try make(parent)
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemFailure("make the folder '\(path)'") }
    }

    /// Waits until no other run writes into this folder. The lock goes with the descriptor, a kill included. Where the
    /// file system knows no locks, there is none.
    func lock() {
        _ = Libc.retrying { flock(descriptor, LOCK_EX) }
    }

    /// Opens a folder in this one; nothing if there is none.
    func folder(_ name: String) throws(SystemFailure) -> Directory? {
        let opened = Libc.retrying { openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        if opened < 0 {
            let failure = SystemFailure("open the folder '\(path)/\(name)'")
            if failure.isAbsent { return nil }
            throw failure
        }
        return Directory(descriptor: opened, path: "\(path)/\(name)")
    }

    func makeFolder(_ name: String) throws(SystemFailure) {
        if mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST {
            throw SystemFailure("make the folder '\(path)/\(name)'")
        }
    }

    /// What has this name; nothing if there is no such thing.
    func entry(_ name: String) throws(SystemFailure) -> Entry? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            let failure = SystemFailure("look at '\(path)/\(name)'")
            if failure.isAbsent { return nil }
            throw failure
        }
        let kind: EntryKind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return Entry(name: name, kind: kind, identity: UInt64(truncatingIfNeeded: status.st_ino))
    }

    /// All that the folder holds, in the order of the names' bytes.
    func entries() throws(SystemFailure) -> [Entry] {
        // The stream closes the descriptor it is given, so it gets one of its own.
        let copy = Libc.retrying { openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard copy >= 0 else { throw SystemFailure("read the folder '\(path)'") }
        guard let stream = fdopendir(copy) else {
            let failure = SystemFailure("read the folder '\(path)'")
            _ = close(copy)
            throw failure
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let next = readdir(stream) {
            let name = withUnsafeBytes(of: &next.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var entries: [Entry] = []
        for name in names {
            if let entry = try entry(name) { entries.append(entry) }
        }
        return entries
    }

    /// The first bytes of a file, or all of them.
    func contents(of name: String, limit: Int = largestFile) throws(SystemFailure) -> [UInt8] {
        let file = Libc.retrying { openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard file >= 0 else { throw SystemFailure("read '\(path)/\(name)'") }
        defer { _ = close(file) }
        return try FileBytes.read(file, name: "\(path)/\(name)", limit: limit)
    }

    /// Writes a file anew; an older one of that name is replaced.
    func write(_ contents: [UInt8], to name: String) throws(SystemFailure) {
        _ = unlinkat(descriptor, name, 0)
        let file = Libc.retrying {
            openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        }
        guard file >= 0 else { throw SystemFailure("write '\(path)/\(name)'") }
        var written = 0
        while written < contents.count {
            let count = contents.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                return Libc.retrying { Libc.write(file, rest.baseAddress, rest.count) }
            }
            guard count > 0 else {
                let failure = SystemFailure("write '\(path)/\(name)'")
                _ = close(file)
                _ = unlinkat(descriptor, name, 0)
                throw failure
            }
            written += count
        }
        // Some file systems report a full disk only now.
        guard close(file) == 0 else { throw SystemFailure("write '\(path)/\(name)'") }
    }

    func rename(_ old: String, to new: String) throws(SystemFailure) {
        guard renameat(descriptor, old, descriptor, new) == 0 else {
            throw SystemFailure("replace '\(path)/\(new)'")
        }
    }

    /// Gives a file a further name, which nothing may have yet.
    func link(_ name: String, to other: String) throws(SystemFailure) {
        guard linkat(descriptor, name, descriptor, other, 0) == 0 else {
            throw SystemFailure("write '\(path)/\(other)'")
        }
    }

    func remove(_ name: String) throws(SystemFailure) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw SystemFailure("remove '\(path)/\(name)'")
        }
    }

    /// Removes a folder if it is empty.
    func removeEmptyFolder(_ name: String) {
        _ = unlinkat(descriptor, name, AT_REMOVEDIR)
    }
}
