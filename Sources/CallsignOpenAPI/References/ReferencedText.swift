import CallsignDiagnostics
import CallsignYAML

extension DocumentReader {
    /// The text of a key, or the text in another file that a reference in its place leads to. No version allows that, but
    /// published descriptions keep long texts so.
    mutating func text(_ key: String, of reader: inout MappingReader) -> String? {
        guard let node = reader.mapping[key], let reference = node["$ref"] else { return reader.string(key) }
        reader.ignore(key)
        guard let target = arena.resolver.resolve(reference, as: nil) else { return nil }
        if let text = target.node.string { return text }
        sink.error(
            "wrong-type",
            "expected the reference in '\(key)' of \(reader.what) to name a text, but found \(target.node.kind.phrase)",
            at: reference.mark)
        return nil
    }
}
