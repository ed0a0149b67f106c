/// The name of a description in the headers of generated files.
enum SourceName {
    /// The description's path from the folder that holds it and the output folder both: `spec/api.yaml` where
    /// `spec/callsign.yaml` says `description: api.yaml` and `output: ../Generated/API`.
    ///
    /// - Parameters:
    ///   - folder: the configuration's folder, for the names of the folders that `..` leaves.
    ///   - description: the path of the description as the configuration says it.
    ///   - output: the path of the output folder as the configuration says it.
    static func name(of description: String, output: String?, in folder: String) -> String {
        let name = PathName.components(of: description)
        guard let output, !PathName.isAbsolute(output), !PathName.isAbsolute(description) else {
            return name.joined(separator: "/")
        }
        // Folders above the configuration that the output leaves, or the description does, have to be named.
        let climbs = max(leadingClimbs(name), leadingClimbs(PathName.components(of: output)))
        let above = PathName.components(of: folder).filter { $0 != ".." }.suffix(climbs)
        guard above.count == climbs else { return name.filter { $0 != ".." }.joined(separator: "/") }
        return PathName.components(of: (above + name).joined(separator: "/")).joined(separator: "/")
    }

    private static func leadingClimbs(_ components: [String]) -> Int { components.prefix { $0 == ".." }.count }
}
