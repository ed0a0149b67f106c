import CallsignDiagnostics
import CallsignYAML

/// A document that changes a description which one can't edit (OpenAPI Overlay 1.0.0).
package struct Overlay: Sendable {
    /// The file's name, as diagnostics show it.
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// One change of an overlay.
struct OverlayAction {
    let target: JSONPath
    /// The target as it is written, with its place.
    let text: String
    let mark: SourceMark
    /// What is merged into the targets.
    let update: Mapping.Entry?
    /// Whether the targets are removed.
    let removes: Bool
}

/// Reads overlays. Their mistakes are reported as those of descriptions are.
struct OverlayReader {
    let sink: DiagnosticSink
    let limits: YAMLLimits

    /// The actions of an overlay, in order, without those that can't be read.
    func actions(of overlay: Overlay) -> [OverlayAction] {
        let root = YAMLReader.read(name: overlay.name, bytes: overlay.bytes, sink: sink, limits: limits).node
        guard let root, var reader = MappingReader(root, "an overlay", sink: sink) else { return [] }
        checkVersion(&reader)
        if let info = reader.requiredNode("info") { checkInfo(info) }
        _ = reader.string("extends")
        let actions = reader.requiredNode("actions") == nil ? nil : reader.sequence("actions")
        reader.finishObject()
        if let actions, actions.isEmpty {
            sink.warning("empty-list", "an overlay must have an action at least", at: reader.mapping["actions"]?.mark)
        }
        return (actions ?? []).compactMap(action)
    }

    private func checkVersion(_ reader: inout MappingReader) {
        guard let node = reader.requiredNode("overlay") else { return }
        let text = node.scalar?.text ?? node.kind.phrase
        if text == "1.0" || text.utf8.starts(with: "1.0.".utf8) { return }
        sink.error(
            "unsupported-version", "the version '\(text)' of overlays is not read: expected 1.0", at: node.mark)
    }

    private func checkInfo(_ node: Node) {
        guard var info = MappingReader(node, "the overlay's 'info'", sink: sink) else { return }
        _ = info.requiredNode("title")
        _ = info.requiredNode("version")
        info.ignore("description")
        info.finishObject()
    }

    /// Reads an Action Object (section 4.4.3).
    private func action(_ node: Node) -> OverlayAction? {
        guard var reader = MappingReader(node, "an action", sink: sink) else { return nil }
        let text = reader.requiredString("target")
        _ = reader.string("description")
        let removes = reader.bool("remove") ?? false
        reader.ignore("update")
        let update = reader.mapping.entry("update")
        reader.finishObject()
        if update == nil, !removes {
            sink.error(
                "missing-key", "an action has neither 'update' nor 'remove: true'", at: reader.mark,
                remedy: "say what becomes of its target")
        }
        guard let text, let mark = reader.mapping["target"]?.mark, update != nil || removes else { return nil }
        do throws(JSONPath.Problem) {
            let target = try JSONPath(text)
            return OverlayAction(target: target, text: text, mark: mark, update: update, removes: removes)
        } catch {
            let scalars = String.UnicodeScalarView(text.unicodeScalars.prefix(error.offset))
            let read = scalars.isEmpty ? "" : " after \(Quotation(String(scalars)))"
            sink.error("malformed-target", "\(error.message)\(read) in the target \(Quotation(text))", at: mark)
            return nil
        }
    }
}
