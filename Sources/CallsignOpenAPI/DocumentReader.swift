import CallsignDiagnostics
import CallsignYAML

/// Reads the objects of a description, each as the file of its value says, and follows the references between them.
struct DocumentReader {
    let sink: DiagnosticSink
    let limits: DocumentLimits
    /// Whether the description may have ``Slips``.
    let isLenient: Bool
    /// Which parts of the description are wanted.
    let filter: DocumentFilter
    /// The filter while operations are read that it may leave out.
    var operationFilter: OperationFilter?
    var arena: SchemaArena
    /// Objects that were reached by reference, by their pointers, so that each is read once.
    var cache = ReadObjects()
    /// Whether an operation was a reference, which is said once.
    var hasOperationReferences = false
    /// Security schemes that aren't components of the root, by the references to them, with their names; nothing where
    /// there is none, which has been reported.
    var referredSchemes: [String: (name: String, scheme: SecurityScheme?)] = [:]
    /// The pointers of the objects that are being read, outermost first.
    private var open: [String] = []

    init(arena: SchemaArena, limits: DocumentLimits, isLenient: Bool, filter: DocumentFilter, sink: DiagnosticSink) {
        self.arena = arena
        self.limits = limits
        self.isLenient = isLenient
        self.filter = filter
        self.sink = sink
    }

    struct ReadObjects {
        var parameters: [String: Parameter?] = [:]
        var responses: [String: Response?] = [:]
        var requestBodies: [String: RequestBody?] = [:]
        var headers: [String: Header?] = [:]
        var mediaTypes: [String: MediaType?] = [:]
    }

    /// The version that a place is written in.
    func version(at mark: SourceMark) -> SpecificationVersion { arena.resolver.files.version(at: mark) }

    /// Reads an object that may come to hold itself through references, unless it is within itself already.
    mutating func nested<Value>(
        at pointer: String, _ mark: SourceMark, _ read: (inout DocumentReader) -> Value?
    ) -> Value? {
        if open.contains(pointer) {
            sink.warning(
                "recursive-object", "'\(pointer)' holds itself through its references, and is left out within itself",
                at: mark)
            return nil
        }
        guard open.count < limits.nesting else {
            sink.error("nesting", "objects nest more than \(limits.nesting) levels deep here", at: mark)
            return nil
        }
        open.append(pointer)
        defer { open.removeLast() }
        return read(&self)
    }

    /// Warns of keys that a later version than the file's brought. They are read all the same.
    func warnOfNewer(_ keys: [(String, SpecificationVersion)], in reader: MappingReader) {
        let version = version(at: reader.mark)
        for (key, since) in keys where since > version {
            guard let entry = reader.mapping.entry(key) else { continue }
            sink.warning(
                "newer-keyword", "'\(key)' came with \(since.name), but this is \(version.name)", at: entry.keyMark,
                remedy: version.remedy(for: since))
        }
    }
}
