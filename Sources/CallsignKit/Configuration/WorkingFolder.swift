#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder that relative paths start from.
enum WorkingFolder {
    /// A path in the form of another: absolute where that is, and otherwise relative to the working folder.
    static func path(_ path: String, like other: String) -> String {
        if PathName.isAbsolute(other) { return absolute(path) }
        guard PathName.isAbsolute(path) else { return path }
        let own = PathName.components(of: absolute("."))
        let target = PathName.components(of: path)
        let shared = zip(own, target).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: own.count - shared) + target.dropFirst(shared)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    /// A path from the root, without `.` and `..`; the path as it is where the working folder is gone.
    static func absolute(_ path: String) -> String {
        if PathName.isAbsolute(path) { return PathName.normalized(path) }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return PathName.normalized(PathName.join(String(cString: current), path))
    }
}
