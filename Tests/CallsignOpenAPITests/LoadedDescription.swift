import CallsignDiagnostics
import CallsignOpenAPI

/// A description of a test, loaded from files that are in memory only.
struct LoadedDescription {
    let sink = DiagnosticSink()
    let document: ResolvedDocument?

    private struct Absent: Error, CustomStringConvertible {
        let description = "there is no such file"
    }

    /// - Parameters:
    ///   - text: the root file without its first two lines, which are the same for all.
    ///   - files: other files by their paths from the root's folder, which is `spec`.
    init(_ text: String, version: String = "3.1.0", files: [String: String] = [:], isLenient: Bool = false) {
        let header = "openapi: \(version)\ninfo: {title: Sample, version: 1.0.0}\n"
        self.init(root: header + text, files: files, isLenient: isLenient)
    }

    /// - Parameter root: the whole root file.
    init(root: String, files: [String: String] = [:], isLenient: Bool = false) {
        self.init(bytes: Array(root.utf8), files: files, isLenient: isLenient)
    }

    init(bytes: [UInt8], files: [String: String] = [:], isLenient: Bool = false) {
        let limits = DocumentLimits(schemas: 10_000)
        document = try? DocumentLoader.load("spec/api.yaml", limits: limits, isLenient: isLenient, sink: sink) { path in
            if path == "spec/api.yaml" { return bytes }
            guard path.hasPrefix("spec/"), let text = files[String(path.dropFirst(5))] else { throw Absent() }
            return Array(text.utf8)
        }
    }

    /// Errors and warnings in the order of their places, as `line:column error code`, with the file's name in front if it
    /// isn't the root's.
    var problems: [String] {
        sink.sorted.filter { $0.severity != .note }.map { diagnostic in
            guard let mark = diagnostic.mark else { return "\(diagnostic.severity) \(diagnostic.code)" }
            let file = sink.sources.file(of: mark)?.name ?? ""
            let place = file == "spec/api.yaml" ? "" : file.dropFirst(5) + ":"
            return "\(place)\(mark.line):\(mark.column) \(diagnostic.severity) \(diagnostic.code)"
        }
    }

    var messages: [String] { sink.sorted.map(\.message) }
    var remedies: [String?] { sink.sorted.map(\.remedy) }

    /// The schema of a component, by its name.
    func schema(_ name: String) -> Schema? { document?.schemas.first { $0.name == name } }

    /// The schema of a component's property.
    func property(_ name: String, of component: String) -> Schema? {
        guard let document, let property = schema(component)?.properties.first(where: { $0.name == name }) else {
            return nil
        }
        return document[property.schema]
    }
}
