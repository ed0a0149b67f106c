/// Work on paths as text, without looking at the file system.
package enum PathName {
    /// The path of the folder that holds a file: `.` for a bare name, `/` for the root.
    package static func folder(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        let parent = withoutTrailingSlashes(String(trimmed[..<slash]))
        return parent.isEmpty ? "/" : parent
    }

    /// The last name of a path.
    package static func name(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        guard trimmed != "/", let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
        return String(trimmed[trimmed.utf8.index(after: slash)...])
    }

    /// A path that was written relative to a folder. Absolute paths stay as they are.
    package static func join(_ folder: String, _ path: String) -> String {
        if isAbsolute(path) || folder == "." || folder.isEmpty { return path }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

    /// The same path without `.`, without doubled slashes, and without `..` where a name stands before it.
    package static func normalized(_ path: String) -> String {
        let parts = components(of: path)
        if isAbsolute(path) { return "/" + parts.joined(separator: "/") }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// Names of a normalized path, the root left out.
    package static func components(of path: String) -> [String] {
        let isRooted = isAbsolute(path)
        var parts: [String] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part == "..", isRooted {
                continue
            } else {
                parts.append(String(part))
            }
        }
        return parts
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var end = path.utf8.endIndex
        while end > path.utf8.startIndex {
            let before = path.utf8.index(before: end)
            guard path.utf8[before] == UInt8(ascii: "/") else { break }
            end = before
        }
        return end == path.utf8.startIndex && isAbsolute(path) ? "/" : String(path[..<end])
    }
}
