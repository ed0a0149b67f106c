#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder that relative paths start from.
enum WorkingFolder {
    /// A path from the root, without `.` and `..`; the path as it is where the working folder is gone.
    static func absolute(_ path: String) -> String {
        if PathName.isAbsolute(path) { return PathName.normalized(path) }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return PathName.normalized(PathName.join(String(cString: current), path))
    }
}
