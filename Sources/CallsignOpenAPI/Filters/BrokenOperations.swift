import CallsignDiagnostics
import CallsignYAML

/// Leaves out the operations with mistakes in them, or in anything that they refer to, where somebody would rather have
/// a client without them. The mistakes become warnings; those that no operation comes by remain what they are.
struct BrokenOperations {
    static let rule = "mistakes-in-the-description"

    /// Finds what references lead to, without reporting anything.
    private var resolver: ReferenceResolver
    private let sink: DiagnosticSink
    /// The places of the errors so far.
    private let mistakes: Set<SourceMark>

    init(resolver: ReferenceResolver, sink: DiagnosticSink) {
        self.resolver = resolver
        self.sink = sink
        mistakes = resolver.dangling.marks
            .union(sink.diagnostics.lazy.filter { $0.severity == .error }.compactMap(\.mark))
    }

    mutating func leaveOut(of document: inout ResolvedDocument) {
        if mistakes.isEmpty { return }
        var broken: [SourceMark: Set<SourceMark>] = [:]
        for path in resolver.files[0].root["paths"]?.mapping?.entries ?? [] {
            let item = resolver.target(of: path.value)
            var shared = mistakes.intersection([path.keyMark])
            for entry in item?.mapping?.entries ?? [] where !Self.isOperation(entry) {
                if entry.key != "additionalOperations" { shared.formUnion(self.mistakes(in: entry)) }
            }
            let others = item?["additionalOperations"]?.mapping?.entries ?? []
            for entry in (item?.mapping?.entries.filter(Self.isOperation) ?? []) + others {
                let found = shared.union(self.mistakes(in: entry))
                if !found.isEmpty { broken[entry.keyMark] = found }
            }
        }
        let forgiven = broken.values.reduce(into: Set<SourceMark>()) { $0.formUnion($1) }
        sink.forgive { $0.mark.map(forgiven.contains) ?? false }
        for operation in document.operations where broken[operation.mark] != nil {
            sink.warning(
                "broken-operation",
                "\(operation.method) '\(operation.path)' is left out, as there are mistakes in its description",
                at: operation.mark)
            document.leftOut.append(LeftOutOperation(operation: operation, rule: Self.rule))
        }
        document.operations.removeAll { broken[$0.mark] != nil }
    }

    private static func isOperation(_ entry: Mapping.Entry) -> Bool {
        DocumentReader.fixedMethods.contains(entry.key)
    }

    /// The places of mistakes in an entry, and in all that it refers to.
    private mutating func mistakes(in entry: Mapping.Entry) -> Set<SourceMark> {
        var found = mistakes.intersection([entry.keyMark])
        var seen: Set<SourceMark> = []
        var pending = [entry.value]
        while let node = pending.popLast() {
            if mistakes.contains(node.mark) { found.insert(node.mark) }
            switch node.content {
            case .scalar: break
            case .sequence(let nodes): pending += nodes
            case .mapping(let mapping):
                for entry in mapping.entries {
                    if mistakes.contains(entry.keyMark) { found.insert(entry.keyMark) }
                    pending.append(entry.value)
                }
                guard let reference = mapping["$ref"], let target = resolver.target(ofReference: reference) else {
                    continue
                }
                // An object is known by where it stands.
                if seen.insert(target.mark).inserted { pending.append(target) }
            }
        }
        return found
    }
}

extension ReferenceResolver {
    /// The object that a node is, or that it refers to.
    fileprivate mutating func target(of node: Node) -> Node? {
        var node = node
        for _ in 0..<100 {
            guard let reference = node["$ref"] else { return node }
            guard let target = target(ofReference: reference) else { return nil }
            node = target
        }
        return nil
    }

    /// What a reference leads to, if anything.
    fileprivate mutating func target(ofReference reference: Node) -> Node? {
        reference.string == nil ? nil : quietly { $0.resolve(reference, as: nil)?.node }
    }
}
