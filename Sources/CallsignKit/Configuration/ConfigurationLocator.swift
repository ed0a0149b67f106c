import CallsignDiagnostics
import CallsignYAML

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Finds the configuration file that a request means.
enum ConfigurationLocator {
    private static let names = ["callsign.yaml", "callsign.yml"]

    /// Whether a file is a configuration by its name: `callsign.yaml` or `….callsign.yaml`.
    static func isConfiguration(_ path: String) -> Bool {
        let name = PathName.name(of: path)
        return names.contains { name == $0 || name.hasSuffix(".\($0)") }
    }

    /// The configuration beside a description, if it is one for that description.
    static func configuration(beside description: String) -> String? {
        guard let found = configuration(in: PathName.folder(of: description)) else { return nil }
        guard let bytes = try? FileBytes.read(found, limit: ConfigurationReader.largestFile) else { return found }
        // A sink of its own: what is wrong with the file is reported when it is read for good.
        let root = YAMLReader.read(name: found, bytes: bytes, sink: DiagnosticSink()).node
        guard let named = root?["description"]?.string else { return found }
        let path = PathName.join(PathName.folder(of: found), named)
        return PathName.normalized(path) == PathName.normalized(description) ? found : nil
    }

    /// The configuration of a project: in its folder, or in the folder `spec` there.
    static func configuration(ofProject folder: String) -> String? {
        configuration(in: folder) ?? configuration(in: PathName.join(folder, "spec"))
    }

    /// Where the configuration of a request may be, whether there is one or not.
    static func candidates(for request: GenerationRequest) -> [String] {
        if let path = request.configuration { return [path] }
        let folders = request.description.map { [PathName.folder(of: $0)] } ?? [".", "spec"]
        return folders.flatMap { folder in names.map { PathName.join(folder, $0) } }
    }

    /// The configuration in a folder.
    static func configuration(in folder: String) -> String? {
        names.map { PathName.join(folder, $0) }.first { access($0, F_OK) == 0 }
    }
}
