import CallsignDiagnostics
import CallsignYAML

/// Rewrites a description in Swagger 2.0 to the objects of OpenAPI 3, so that nothing else has to know of it.
///
/// Nodes keep their places, and texts of references stay as they are written: ``SwaggerPlaces`` says where things went.
/// Keys are checked here, in the words of Swagger; their values where they are read. What Swagger says of schemas in its
/// own way is for ``UpgradeSwagger``, since schemas are reached by many ways.
struct SwaggerConverter {
    /// What holds for operations that say nothing else.
    struct Defaults {
        /// The types of bodies that are sent, as `consumes` lists them.
        var consumes: [String] = []
        /// The types of bodies that are answered, as `produces` lists them.
        var produces: [String] = []
        /// The host with what stands before and behind it, for operations with schemes of their own.
        var host: String?
        var basePath = ""
    }

    var defaults = Defaults()
    /// Where things went; see `ReferenceResolver`.
    private(set) var places = SwaggerPlaces()
    let sink: DiagnosticSink
    /// The object that a node is, after the references that lead to it; nothing where there is none. Reports nothing.
    let peek: (Node) -> Node?

    init(defaults: Defaults = Defaults(), sink: DiagnosticSink, peek: @escaping (Node) -> Node?) {
        self.defaults = defaults
        self.sink = sink
        self.peek = peek
    }

    /// The root of a description.
    mutating func description(_ root: Node) -> Node {
        guard var reader = MappingReader(root, "a Swagger description", sink: sink) else { return root }
        reader.ignore("swagger")
        readDefaults(&reader)
        var object = ObjectBuilder(at: root.mark)
        object.copy(["info", "tags", "externalDocs", "security"], from: &reader)
        object.add("servers", servers(&reader))
        object.copyExtensions(from: &reader)
        var components = ObjectBuilder(at: root.mark)
        components.copy("definitions", as: "schemas", from: &reader)
        if let parameters = reader.mapping("parameters") { add(parameters, to: &components, reader) }
        components.add("responses", convertEach("responses", of: &reader) { $0.response($1, nil, at: []) })
        components.add(
            "securitySchemes", convertEach("securityDefinitions", of: &reader) { $0.securityScheme($1) })
        if !components.isEmpty { object.add("components", components.node) }
        object.add("paths", paths(&reader))
        reader.finishObject()
        return object.node
    }

    private mutating func readDefaults(_ reader: inout MappingReader) {
        defaults.consumes = reader.strings("consumes") ?? []
        defaults.produces = reader.strings("produces") ?? []
        defaults.host = reader.string("host")
        defaults.basePath = reader.string("basePath") ?? ""
        while defaults.basePath.hasSuffix("/") { defaults.basePath.removeLast() }
        if !defaults.basePath.isEmpty, !defaults.basePath.hasPrefix("/") { defaults.basePath = "/" + defaults.basePath }
    }

    private mutating func paths(_ reader: inout MappingReader) -> Node? {
        guard let node = reader.node("paths"), let mapping = node.mapping else { return reader.node("paths") }
        var entries = mapping.entries
        for index in entries.indices where !entries[index].key.utf8.starts(with: "x-".utf8) {
            entries[index].value = pathItem(entries[index].value, at: ["paths", entries[index].key])
        }
        return Node(.mapping(Mapping(entries)), at: node.mark)
    }

    /// The values of a section by their names, each converted.
    private mutating func convertEach(
        _ key: String, of reader: inout MappingReader, _ convert: (inout SwaggerConverter, Node) -> Node
    ) -> Mapping.Entry? {
        guard let node = reader.node(key), let mapping = node.mapping else { return reader.mapping.entry(key) }
        var entries = mapping.entries
        for index in entries.indices { entries[index].value = convert(&self, entries[index].value) }
        return .init(key: key, keyMark: reader.mark(of: key), value: Node(.mapping(Mapping(entries)), at: node.mark))
    }

    /// Parameters that operations refer to: those that are bodies are none in OpenAPI 3, and fields of forms are parts of
    /// the bodies of those that refer to them.
    private mutating func add(_ parameters: Mapping, to components: inout ObjectBuilder, _ reader: MappingReader) {
        var others: [Mapping.Entry] = []
        var bodies: [Mapping.Entry] = []
        for var entry in parameters.entries {
            switch SwaggerParameter.location(of: peek(entry.value) ?? entry.value) {
            case .body:
                if let body = body(of: entry.value, defaults.consumes, at: nil) {
                    entry.value = body
                    bodies.append(entry)
                }
                places.move(["parameters", entry.key], to: ["components", "requestBodies", entry.key])
            case .formData: checkKeys(ofParameter: entry.value)
            default:
                entry.value = parameter(entry.value)
                others.append(entry)
            }
        }
        let mark = reader.mark(of: "parameters")
        let section = { (entries: [Mapping.Entry]) in Node(.mapping(Mapping(entries)), at: mark) }
        if !others.isEmpty { components.add("parameters", section(others), at: mark) }
        if !bodies.isEmpty { components.add("requestBodies", section(bodies), at: mark) }
    }

    // MARK: Servers

    private mutating func servers(_ reader: inout MappingReader) -> Node? {
        let schemes = reader.strings("schemes") ?? []
        let mark = ["host", "basePath", "schemes"].compactMap { reader.mapping[$0]?.mark }.first ?? reader.mark
        return servers(schemes, at: mark)
    }

    /// The addresses that a host has by some schemes: the safest first.
    func servers(_ schemes: [String], at mark: SourceMark) -> Node? {
        guard let host = defaults.host, !host.isEmpty else {
            return defaults.basePath.isEmpty ? nil : Self.servers([defaults.basePath], at: mark)
        }
        let known = ["https", "http"].filter(schemes.contains)
        return Self.servers(
            (known.isEmpty ? ["https"] : known).map { "\($0)://\(host)\(defaults.basePath)" }, at: mark)
    }

    private static func servers(_ addresses: [String], at mark: SourceMark) -> Node {
        let nodes = addresses.map { address in
            var server = ObjectBuilder(at: mark)
            server.add("url", Node.text(address, at: mark))
            return server.node
        }
        return Node(.sequence(nodes), at: mark)
    }

    // MARK: Places

    /// Notes where a part of an operation or response went.
    mutating func move(_ old: [String], to new: [String]) {
        places.move(old, to: new)
    }
}

/// Puts an object together, of nodes that have places already.
struct ObjectBuilder {
    private var entries: [Mapping.Entry] = []
    private let mark: SourceMark

    init(at mark: SourceMark) {
        self.mark = mark
    }

    var isEmpty: Bool { entries.isEmpty }
    var node: Node { Node(.mapping(Mapping(entries)), at: mark) }

    /// - Parameter keyMark: where the key stands; the value's place where it is none of the text's.
    mutating func add(_ key: String, _ value: Node?, at keyMark: SourceMark? = nil) {
        if let value { entries.append(.init(key: key, keyMark: keyMark ?? value.mark, value: value)) }
    }

    /// Adds an entry under another key.
    mutating func add(_ key: String, _ entry: Mapping.Entry?) {
        if let entry { entries.append(.init(key: key, keyMark: entry.keyMark, value: entry.value)) }
    }

    mutating func copy(_ key: String, as other: String? = nil, from reader: inout MappingReader) {
        reader.ignore(key)
        add(other ?? key, reader.mapping.entry(key))
    }

    mutating func copy(_ keys: [String], from reader: inout MappingReader) {
        for key in keys { copy(key, from: &reader) }
    }

    mutating func copyExtensions(from reader: inout MappingReader) {
        entries += reader.extensions()
    }
}

extension Node {
    /// A string.
    static func text(_ text: String, at mark: SourceMark) -> Node {
        Node(.scalar(Scalar(text, isPlain: false)), at: mark)
    }

    /// `true` or `false`.
    static func flag(_ value: Bool, at mark: SourceMark) -> Node {
        Node(.scalar(Scalar(value ? "true" : "false", isPlain: true)), at: mark)
    }
}
