import CallsignDiagnostics
import CallsignYAML

/// All schemas of a description, each numbered when it is first seen and read when its turn comes.
///
/// Nothing here recurses: a schema's parts are numbered and put at the end of the queue, however deep they nest and
/// however long the chains of references are. Components are numbered before anything refers to them, but wait for that
/// with their reading.
struct SchemaArena {
    private(set) var schemas: [Schema] = []
    var resolver: ReferenceResolver
    /// The numbers by file and pointer.
    private var numbers: [String: SchemaID] = [:]
    /// The numbers that references came to, by the text of the reference, for each file.
    private var numbersByReference: [Int32: [String: SchemaID]] = [:]
    /// The nodes by number, and whether they have been put into the queue.
    private var nodes: [(node: Node, isQueued: Bool)] = []
    private var pending: [SchemaID] = []
    private var next = 0
    private let limits: DocumentLimits
    let sink: DiagnosticSink

    /// - Parameter expected: about how many schemas there will be, to make room for them at once.
    init(resolver: ReferenceResolver, expecting expected: Int, limits: DocumentLimits, sink: DiagnosticSink) {
        schemas.reserveCapacity(expected)
        nodes.reserveCapacity(expected)
        pending.reserveCapacity(expected)
        numbers.reserveCapacity(expected)
        self.resolver = resolver
        self.limits = limits
        self.sink = sink
    }

    /// Names a schema that is reusable, unless it has a name already.
    private mutating func name(_ id: SchemaID, _ name: String) {
        if schemas[id.index].name == nil { schemas[id.index].name = name }
    }

    /// Gives a schema another name.
    mutating func rename(_ id: SchemaID, _ name: String) {
        schemas[id.index].name = name
    }

    /// The number of the schema at a place, or of the one that it refers to where it is a reference and no more.
    ///
    /// - Parameter place: the pointer, which most references don't need: half of all schemas are that.
    mutating func identifier(of node: Node, at place: @autoclosure () -> String, name: String? = nil) -> SchemaID {
        if let reference = loneReference(node) { return follow(reference) ?? unknown(at: place(), node.mark) }
        let pointer = place()
        if let reference = pureReference(node, warns: true) {
            if let known = numbers[pointer] { return queued(known) }
            let id = follow(reference) ?? unknown(at: pointer, node.mark)
            numbers[pointer] = id
            return id
        }
        return number(node, at: pointer, name: name)
    }

    /// Numbers a component that isn't read before something refers to it. Nothing where it is a reference itself.
    mutating func reserve(_ node: Node, at pointer: String, name: String) -> SchemaID? {
        if pureReference(node, warns: false) != nil { return nil }
        return numbers[pointer] ?? number(node, at: pointer, name: name, isQueued: false)
    }

    /// The number of the schema that a reference names, through references that name references.
    ///
    /// - Returns: nothing where there is none, which has been reported.
    mutating func follow(_ reference: Node) -> SchemaID? {
        let text = reference.scalar?.text ?? ""
        // What else a text means may depend on the schema that it stands in.
        let isAbsolute = text.utf8.first == UInt8(ascii: "#") || !resolver.hasIdentifiers(at: reference.mark)
        if isAbsolute, let known = numbersByReference[reference.mark.file]?[text] { return known }
        var link = reference
        var chain: [ReferenceChain.Link] = []
        while let target = resolver.resolve(link, as: .schemas) {
            guard let further = pureReference(target.node, warns: true) else {
                let id = number(target.node, at: target.pointer, name: target.name)
                numbersByReference[reference.mark.file, default: [:]][text] = id
                return id
            }
            if let cycle = ReferenceChain.cycle(in: chain, closedBy: target.pointer) {
                ReferenceChain.report(cycle, sink)
                return nil
            }
            chain.append(.init(pointer: target.pointer, mark: further.mark))
            if chain.count > limits.references {
                ReferenceChain.reportLength(limits.references, at: reference.mark, sink)
                return nil
            }
            link = further
        }
        return nil
    }

    /// The schema that a text of a discriminator's mapping means, which is a reference.
    mutating func follow(_ text: String, at mark: SourceMark) -> SchemaID? {
        follow(Node(.scalar(Scalar(text, isPlain: false)), at: mark))
    }

    /// The value of `$ref` where nothing stands beside it.
    private func loneReference(_ node: Node) -> Node? {
        guard let entries = node.mapping?.entries, entries.count == 1, entries[0].key == "$ref" else { return nil }
        return entries[0].value
    }

    /// The value of `$ref` where the schema is a reference and nothing more.
    private func pureReference(_ node: Node, warns: Bool) -> Node? {
        guard let mapping = node.mapping, let entry = mapping.entry("$ref") else { return nil }
        if mapping.entries.count == 1 { return entry.value }
        let version = resolver.files.version(at: node.mark)
        guard version < .v31 else {
            return mapping.entries.allSatisfy { $0.key == "$ref" || $0.key == "$comment" } ? entry.value : nil
        }
        // Swagger's extension is what everybody writes there, and means.
        if version == .v20, mapping["x-nullable"]?.bool == true { return nil }
        if warns, let sibling = mapping.entries.first(where: { $0.key != "$ref" }) {
            sink.warning(
                "ignored-ref-sibling", "'\(sibling.key)' beside '$ref' is ignored in \(version.name)",
                at: sibling.keyMark,
                remedy: "put the reference into 'allOf', beside which other keywords count")
        }
        return entry.value
    }

    private mutating func number(
        _ node: Node, at pointer: String, name: String?, isQueued: Bool = true
    ) -> SchemaID {
        if schemas.count >= limits.schemas, numbers[pointer] == nil {
            sink.error(
                "too-many-schemas", "the description has more than \(limits.schemas) schemas", at: nil,
                remedy: "raise the limit if that is meant")
            return SchemaID(0)
        }
        let id = Self.value(of: &numbers[pointer, default: SchemaID(schemas.count)])
        if id.index < schemas.count {
            if let name { self.name(id, name) }
            return queued(id)
        }
        let schema = Schema(mark: node.mark, pointer: pointer)
        schema.name = name
        schemas.append(schema)
        nodes.append((node, isQueued))
        if isQueued { pending.append(id) }
        return id
    }

    /// What is in a dictionary's place, with a single search whether it was there or is put there now.
    private static func value(of place: inout SchemaID) -> SchemaID { place }

    /// Makes sure that a schema which something refers to is read.
    private mutating func queued(_ id: SchemaID) -> SchemaID {
        if !nodes[id.index].isQueued {
            nodes[id.index].isQueued = true
            pending.append(id)
        }
        return id
    }

    /// A schema that allows anything, in the place of one that could not be had.
    private mutating func unknown(at pointer: String, _ mark: SourceMark) -> SchemaID {
        number(Node(.mapping(Mapping([])), at: mark), at: pointer, name: nil)
    }

    /// Reads all schemas that were numbered, and those that they lead to.
    mutating func readPending() {
        while next < pending.count {
            let id = pending[next]
            next += 1
            read(nodes[id.index].node, into: schemas[id.index])
        }
        pending.removeAll()
        next = 0
    }
}
