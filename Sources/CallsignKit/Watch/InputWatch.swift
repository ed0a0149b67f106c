#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells when one of the files changes that a client was made of.
///
/// Files are looked at again and again, a few system calls for each, rather than by the system's own notices: editors
/// replace files instead of writing into them, some file systems give no notices, and this is the same everywhere.
package struct InputWatch {
    /// What tells one state of a file from another, without reading it.
    private struct Stamp: Equatable {
        let identity: UInt64
        let size: Int64
        let seconds: Int64
        let nanoseconds: Int64
    }

    /// The files, and the folders whose entries count, by what they were like; nothing for those that weren't there.
    private var stamps: [String: Stamp?] = [:]
    private var isOutdated = false
    /// When the run began whose inputs these are.
    private var start = timespec()

    package init() {}

    /// Begins a run: what changes from now on is noticed.
    package mutating func begin() {
        clock_gettime(CLOCK_REALTIME, &start)
    }

    /// Watches what a run has read, and nothing else any more.
    ///
    /// - Parameter paths: the files, also those that weren't there, and folders whose entries count.
    package mutating func follow(_ paths: [String]) {
        var followed: [String: Stamp?] = [:]
        for path in paths where followed[path] == nil {
            if let known = stamps[path] {
                // It is as it was before the run, unless it has changed since.
                followed[path] = .some(known)
            } else {
                let stamp = Self.stamp(of: path)
                if let stamp, isNew(stamp) { isOutdated = true }
                followed[path] = .some(stamp)
            }
        }
        stamps = followed
    }

    /// Whether a file was written after the run had begun. Systems keep files' times only to some milliseconds.
    private func isNew(_ stamp: Stamp) -> Bool {
        let slack: Int64 = 10_000_000
        let before = Int64(start.tv_nsec) - slack
        return (stamp.seconds, stamp.nanoseconds) >= (Int64(start.tv_sec), before)
    }

    /// Whether anything has changed since this was asked last, or since the run began.
    package mutating func hasChanged() -> Bool {
        var hasChanged = isOutdated
        isOutdated = false
        for (path, known) in stamps {
            let stamp = Self.stamp(of: path)
            if stamp != known {
                stamps[path] = .some(stamp)
                hasChanged = true
            }
        }
        return hasChanged
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Stamp(
            identity: UInt64(truncatingIfNeeded: status.st_ino), size: Int64(status.st_size),
            seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
    }
}
