/// Paths from one folder to another place.
enum RelativePath {
    /// The path from a folder, as a file in that folder says it.
    static func path(_ path: String, from folder: String) -> String {
        let target = PathName.components(of: WorkingFolder.absolute(path))
        let start = PathName.components(of: WorkingFolder.absolute(folder))
        let common = zip(target, start).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: start.count - common) + target[common...]
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}
