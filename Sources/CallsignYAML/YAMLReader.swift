package import CallsignDiagnostics

/// Reads a YAML or JSON text into a tree of nodes, each with its place.
///
/// The text is read as YAML 1.2, which JSON is a part of: UTF-8, or UTF-16 with a byte order mark; one document; keys
/// that are scalars and differ; anchors, aliases and `<<` merge keys; the core schema's types. All that is wrong is
/// reported, as far as libyaml can read on.
package enum YAMLReader {
    /// What reading a text came to, before anybody was told.
    package struct Reading: Sendable {
        /// The document's root, or nothing where the text can't be read to its end. A root may come with errors, such as
        /// duplicate keys.
        package let node: Node?
        /// The file, as problems in it are shown.
        package let source: SourceMap.File
        package let problems: [Diagnostic]
    }

    /// Reads one text.
    ///
    /// - Parameters:
    ///   - name: the file's name, as diagnostics show it.
    ///   - bytes: what is in the file.
    ///   - sink: where problems go, and the file's text, so that they can be shown.
    ///   - limits: what reading it may cost.
    /// - Returns: the document's root, or nothing where the text can't be read to its end, which has been reported; and
    ///   the number under which the file is known to the sink. A root may come with errors, such as duplicate keys.
    package static func read(
        name: String, bytes: [UInt8], sink: DiagnosticSink, limits: YAMLLimits = YAMLLimits()
    ) -> (node: Node?, file: Int32) {
        let reading = read(name: name, bytes: bytes, as: Int32(sink.sources.files.count), limits: limits)
        let file = sink.sources.add(reading.source)
        for problem in reading.problems { sink.report(problem) }
        return (reading.node, file)
    }

    /// Reads one text beside others, whose problems wait until somebody needs it.
    ///
    /// - Parameter file: the number under which the file will be known.
    package static func read(name: String, bytes: [UInt8], as file: Int32, limits: YAMLLimits) -> Reading {
        let sink = DiagnosticSink()
        guard bytes.count <= limits.bytes else {
            sink.error(
                "yaml-too-large", "the file has \(bytes.count) bytes, and the limit is \(limits.bytes)",
                at: SourceMark(file: file, line: 1, column: 1), remedy: "split the description, or raise the limit")
            return Reading(node: nil, source: SourceMap.File(name: name, text: []), problems: sink.diagnostics)
        }
        let decoded = SourceDecoding.decode(bytes)
        let source = SourceMap.File(name: name, text: decoded.text)
        var node: Node?
        if let problem = decoded.problem {
            sink.error(
                "yaml-encoding", problem.message,
                at: SourceMark(file: file, line: problem.line, column: problem.column),
                remedy: "save the file as UTF-8")
        } else {
            node = self.node(of: source, file: file, sink: sink, limits: limits)
        }
        return Reading(node: node, source: source, problems: sink.diagnostics)
    }

    private static func node(
        of source: SourceMap.File, file: Int32, sink: DiagnosticSink, limits: YAMLLimits
    ) -> Node? {
        let joined = SurrogateEscapes.joined(in: source.text) ?? source.text
        let separators = LineSeparators(hidingIn: joined)
        if separators == nil, let node = PieceReader.node(of: joined, file: file, limits: limits) { return node }
        return (separators?.text ?? joined).withUnsafeBufferPointer { bytes in
            guard let events = EventReader(bytes, file: file) else {
                sink.report(SyntaxProblem.noMemory(file: file))
                return nil
            }
            var composer = Composer(
                events, text: bytes, source: source, separators: separators, file: file, sink: sink, limits: limits)
            return composer.compose()
        }
    }
}
