import CallsignConcurrency
package import CallsignDiagnostics
import CallsignYAML

/// The way in: a description's root file becomes a document with every reference followed and every rule checked.
///
/// A description with mistakes gives a document, too, of the parts that could be read (``ResolvedDocument/isWhole``), so
/// that the stages after this one can report theirs in the same run.
package enum DocumentLoader {
    /// Reads a description, and the files that it refers to, but no others.
    ///
    /// - Parameters:
    ///   - path: the root file. Diagnostics name it as it is given here, and other files relative to its folder.
    ///   - mark: where the path is written, for diagnostics about it; nothing where it is in no file.
    ///   - allowedRoot: the folder that references must stay in, relative to the same place as `path` or absolute as
    ///     it is; nothing for the folder of the root file.
    ///   - limits: what reading the description may cost.
    ///   - overlays: changes that are made to the root file before anything else is read of it, in order.
    ///   - filter: which parts of the description are wanted. Mistakes in others are only warnings.
    ///   - skipsBroken: whether operations with mistakes are left out, which then are only warnings.
    ///   - isLenient: whether ``Slips`` are only warnings, from here on.
    ///   - sink: where problems go: as many as there are, not the first alone.
    ///   - read: gives the bytes of a file by its name. Paths are checked as text before; where symbolic links matter,
    ///     this is the place to check what they lead to. What it throws is shown to the user as it is.
    /// - Throws: `Stopped` where nothing can be made of the description; why has been reported.
    package static func load(
        _ path: String, namedAt mark: SourceMark? = nil, root allowedRoot: String? = nil,
        limits: DocumentLimits = DocumentLimits(), overlays: [Overlay] = [], filter: DocumentFilter = DocumentFilter(),
        skipsBroken: Bool = false, isLenient: Bool = false, sink: DiagnosticSink,
        read: @escaping (String) throws -> [UInt8]
    ) throws(Stopped) -> ResolvedDocument {
        if isLenient { sink.tolerated.formUnion(Slips.codes) }
        let errorsBefore = sink.errorCount
        let filePath = FilePath(path)
        let bytes: [UInt8]
        do {
            bytes = try read(path)
        } catch {
            sink.error(
                "unreadable-file", "cannot read '\(path)': \(error)", at: mark,
                remedy: mark == nil ? nil : "name the description by its path from this file's folder")
            throw Stopped()
        }
        guard let written = YAMLReader.read(name: path, bytes: bytes, sink: sink, limits: limits.yaml).node else {
            throw Stopped()
        }
        let root = changed(written, by: overlays, limits.yaml, sink)
        guard let version = DeclaredVersion(of: root, sink) else { throw Stopped() }
        var files = DescriptionFiles(
            allowedRoot: allowedRoot.map { FilePath($0) } ?? filePath.folder, limits: limits, sink: sink, read: read)
        files.addRoot(root, name: path, path: filePath, version: version.version)
        files.readAhead()
        let length = sink.sources.files.reduce(0) { $0 + $1.text.count }
        let arena = SchemaArena(
            resolver: ReferenceResolver(files: files, sink: sink), expecting: length / bytesOfSchema, limits: limits,
            sink: sink)
        var reader = DocumentReader(arena: arena, limits: limits, isLenient: isLenient, filter: filter, sink: sink)
        guard
            var document = reader.readDocument(
                reader.arena.resolver.files[0].root, name: path, version: version.text)
        else { throw Stopped() }
        SchemaFilter.apply(filter, to: &document, sink)
        document.isRead = sink.errorCount == errorsBefore
        // The rules look at the document as it was written, while the stages after this one go on.
        let rules = Background { [written = document, tolerated = sink.tolerated] in
            DocumentRules.findings(in: written, tolerating: tolerated)
        }
        sink.expect { rules.value }
        document.rules = rules
        if skipsBroken {
            var broken = BrokenOperations(resolver: reader.arena.resolver, sink: sink)
            broken.leaveOut(of: &document)
            document.isRead = sink.errorCount == errorsBefore
            document.rules = nil
        }
        // Schemas without an end would be followed without an end by all that comes after.
        guard SchemasEnd().holds(for: document, sink) else { throw Stopped() }
        SchemaInheritance.apply(to: &document) { _ = rules.value }
        ParameterRepair.repair(&document)
        return document
    }

    /// How many bytes most descriptions have for each schema, inline ones included.
    private static let bytesOfSchema = 256

    private static func changed(
        _ root: Node, by overlays: [Overlay], _ limits: YAMLLimits, _ sink: DiagnosticSink
    ) -> Node {
        overlays.reduce(root) { root, overlay in
            let actions = OverlayReader(sink: sink, limits: limits).actions(of: overlay)
            return OverlayApplication(sink: sink, limits: limits).apply(actions, to: root)
        }
    }
}
