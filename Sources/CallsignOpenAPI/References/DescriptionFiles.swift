import CallsignConcurrency
import CallsignDiagnostics
import CallsignYAML

/// The files of one description, each read when it is first referred to, and never twice.
struct DescriptionFiles {
    /// A class, because each reference asks for one, and copying its properties would cost more than following it.
    final class File {
        /// The name that diagnostics show.
        let name: String
        let path: FilePath
        /// What is in the file; that of a description in Swagger 2.0 in the objects of OpenAPI 3.
        fileprivate(set) var root: Node
        /// The root as the file has it.
        let written: Node
        /// Where its parts are now, for a description in Swagger 2.0.
        fileprivate(set) var places: SwaggerPlaces?
        let version: SpecificationVersion
        /// The address that the file calls its own (`$self`, OpenAPI 3.2.0, section 4.1.2.2).
        let address: String?
        /// Its names by `$anchor` and `$id`, made when one is first asked for.
        var names: SchemaNames?

        init(name: String, path: FilePath, root: Node, version: SpecificationVersion) {
            self.name = name
            self.path = path
            self.root = root
            written = root
            self.version = version
            address = root["$self"]?.string
        }
    }

    /// What asking for a file came to.
    enum Found {
        case file(Int)
        /// Why the file of a path cannot be had.
        case problem(path: String, code: String, message: String, remedy: String?)
        case reportedBefore
    }

    private(set) var files: [File] = []
    private var positions: [FilePath: Int?] = [:]
    private var positionsByNumber: [Int32: Int] = [:]
    /// What paths led to, as references write them, for each file that has them: most are met again and again.
    private var positionsByReference: [Int: [String: Int]] = [:]
    /// Files that were read before anything asked for them.
    private var ahead: [FilePath: YAMLReader.Reading] = [:]
    private let allowedRoot: FilePath
    /// What a description in Swagger 2.0 says once for all operations.
    private var swagger = SwaggerConverter.Defaults()
    private let read: (String) throws -> [UInt8]
    private let limits: DocumentLimits
    private let sink: DiagnosticSink

    /// - Parameter allowedRoot: the folder that no reference leaves.
    init(
        allowedRoot: FilePath, limits: DocumentLimits, sink: DiagnosticSink,
        read: @escaping (String) throws -> [UInt8]
    ) {
        self.allowedRoot = allowedRoot
        self.limits = limits
        self.sink = sink
        self.read = read
    }

    subscript(_ position: Int) -> File { files[position] }

    /// The position of the file that a place is in: the root's for places that are in none.
    func position(of mark: SourceMark) -> Int { positionsByNumber[mark.file] ?? 0 }

    /// The version that a place is written in.
    func version(at mark: SourceMark) -> SpecificationVersion { files[position(of: mark)].version }

    /// Reads the files that the root seems to refer to, and those that they seem to refer to, side by side. Nobody is
    /// told of them, or of what is wrong with them, until something does refer to them.
    mutating func readAhead() {
        guard let root = files.first else { return }
        var texts = sink.sources.file(of: root.root.mark).map { [(folder: root.path.folder, text: $0.text)] } ?? []
        var seen: Set<FilePath> = [root.path]
        // Most files of a folder refer to the same ones.
        var named: [FilePath: Set<String>] = [:]
        while !texts.isEmpty {
            var paths: [FilePath] = []
            for (folder, text) in texts {
                var others = named.removeValue(forKey: folder) ?? []
                defer { named[folder] = others }
                for name in ReferencedFiles.names(in: text) where others.insert(name).inserted {
                    let path = folder.appending(name)
                    if seen.insert(path).inserted, path.isInside(allowedRoot) { paths.append(path) }
                }
            }
            texts = readAhead(Array(paths.prefix(max(0, limits.files - files.count - ahead.count))))
        }
    }

    /// - Returns: the texts of the files, each with the folder that it is in.
    private mutating func readAhead(_ paths: [FilePath]) -> [(folder: FilePath, text: [UInt8])] {
        let number = sink.sources.files.count
        let found = paths.compactMap { path in (try? read(path.text)).map { (path: path, bytes: $0) } }
        let limits = limits.yaml
        let readings = ConcurrentMap.map(Array(found.enumerated())) { index, file in
            YAMLReader.read(name: file.path.text, bytes: file.bytes, as: Int32(number + index), limits: limits)
        }
        for (file, reading) in zip(found, readings) {
            _ = sink.sources.add(reading.source)
            ahead[file.path] = reading
        }
        return zip(found, readings).map { ($0.path.folder, $1.source.text) }
    }

    /// Adds the root, which says its version itself.
    mutating func addRoot(_ root: Node, name: String, path: FilePath, version: SpecificationVersion) {
        add(File(name: name, path: path, root: root, version: version))
    }

    private mutating func add(_ file: File) {
        positions[file.path] = files.count
        positionsByNumber[file.root.mark.file] = files.count
        files.append(file)
        if file.version == .v20, file.root["swagger"] != nil { convert(files.count - 1) }
    }

    /// Makes a description in Swagger 2.0 one in OpenAPI 3.
    private mutating func convert(_ position: Int) {
        var places = SwaggerPlaces()
        var defaults = SwaggerConverter.Defaults()
        let root = files[position].written
        let converted = converting { converter in
            converter.defaults = SwaggerConverter.Defaults()
            let converted = converter.description(root)
            places = converter.places
            defaults = converter.defaults
            return converted
        }
        // The root speaks for its parts.
        if position == 0 { swagger = defaults }
        files[position].root = converted
        files[position].places = places
    }

    /// Whether a place is in a file that is a part of a description in Swagger 2.0, rather than one itself.
    func isSwaggerPart(at mark: SourceMark) -> Bool {
        let file = files[position(of: mark)]
        return file.version == .v20 && file.places == nil
    }

    /// Does some work with a converter of Swagger 2.0, which may read further files.
    mutating func converting(_ work: (inout SwaggerConverter) -> Node) -> Node {
        var files = self
        var converter = SwaggerConverter(defaults: swagger, sink: sink) { files.peek($0) }
        let result = work(&converter)
        self = files
        return result
    }

    /// The object that a node is as it is written, after the references that lead to it. Nothing where there is none,
    /// which isn't reported.
    private mutating func peek(_ node: Node) -> Node? {
        var node = node
        for _ in 0..<limits.references {
            guard let link = node["$ref"] else { return node }
            guard let text = link.string, let reference = try? ReferenceText(text),
                case .pointer(let tokens) = reference.fragment
            else { return nil }
            var position = position(of: link.mark)
            if !reference.path.isEmpty {
                guard !reference.isAddress, case .file(let found) = find(reference.path, from: position) else {
                    return nil
                }
                position = found
            }
            var target: Node? = files[position].written
            for token in tokens {
                let index = target?.sequence.flatMap { nodes in
                    JSONPointer.index(token).flatMap { nodes.indices.contains($0) ? nodes[$0] : nil }
                }
                target = index ?? target?[token]
            }
            guard let target else { return nil }
            node = target
        }
        return nil
    }

    /// The file that a relative path means, seen from another file.
    ///
    /// - Parameter path: the path as the reference has it, its escapes undone.
    mutating func find(_ path: String, from position: Int) -> Found {
        if let known = positionsByReference[position]?[path] { return .file(known) }
        let found = find(files[position].path.folder.appending(path))
        if case .file(let known) = found { positionsByReference[position, default: [:]][path] = known }
        return found
    }

    private mutating func find(_ path: FilePath) -> Found {
        if let known = positions[path] { return known.map(Found.file) ?? .reportedBefore }
        guard path.isInside(allowedRoot) else {
            return .problem(
                path: path.text, code: "reference-outside-root",
                message: "'\(path.text)' is outside of '\(allowedRoot.text)', the folder that references must stay in",
                remedy: "move the file into the folder, or allow one that holds both by --root or 'root'")
        }
        guard files.count < limits.files else {
            return .problem(
                path: path.text, code: "too-many-files", message: "the description has more than \(limits.files) files",
                remedy: "raise the limit if that is meant")
        }
        return load(path)
    }

    /// The file that an address means, where files say their own: the one that says it, or the one that stands to the
    /// root as the address does to the root's. Nothing where no file says any such address.
    mutating func find(address: Substring) -> Found? {
        if let known = files.firstIndex(where: { $0.address.map { $0 == address } ?? false }) { return .file(known) }
        guard let own = files[0].address, let slash = own.lastIndex(of: "/") else { return nil }
        let folder = own[...slash].utf8
        guard address.utf8.count > folder.count, address.utf8.starts(with: folder),
            let path = PercentEncoding.decoded(Substring(address.utf8.dropFirst(folder.count)))
        else { return nil }
        return find(path, from: 0)
    }

    private mutating func load(_ path: FilePath) -> Found {
        positions[path] = .some(nil)
        let node: Node?
        if let reading = ahead.removeValue(forKey: path) {
            for problem in reading.problems { sink.report(problem) }
            node = reading.node
        } else {
            do {
                let bytes = try read(path.text)
                node = YAMLReader.read(name: path.text, bytes: bytes, sink: sink, limits: limits.yaml).node
            } catch {
                positions[path] = nil
                return .problem(
                    path: path.text, code: "unreadable-file", message: "cannot read '\(path.text)': \(error)",
                    remedy: remedy(for: path))
            }
        }
        guard let root = node else { return .reportedBefore }
        // A file that is a description itself says its version; parts of one are of the root's version.
        let declared = SpecificationVersion(of: root)
        add(File(name: path.text, path: path, root: root, version: declared ?? files[0].version))
        return .file(files.count - 1)
    }

    /// What was probably meant by a file that can't be read: a name alone is one of the description's own.
    private func remedy(for path: FilePath) -> String {
        guard let name = path.parts.last, !name.contains("."), files.contains(where: { $0.path.folder == path.folder })
        else { return "write the file's path from the folder of this one" }
        return "write '#/components/schemas/\(name)' for a schema of this file, or the path of another file"
    }

    /// The names of the schemas in a file.
    mutating func names(in position: Int) -> SchemaNames {
        if let names = files[position].names { return names }
        let names = SchemaNames(of: files[position].root)
        files[position].names = names
        return names
    }
}
