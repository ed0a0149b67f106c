import CallsignDiagnostics
import CallsignYAML

/// Reads JSON pointers (RFC 6901), such as `/meta/total_count`.
struct PointerReader {
    let sink: DiagnosticSink

    /// One pointer, or several to be tried in order.
    func pointers(_ key: String, of reader: inout MappingReader) -> [String] {
        guard let node = reader.node(key), !node.isNull else { return [] }
        if node.sequence == nil { return pointer(key, of: &reader).map { [$0] } ?? [] }
        let marks = (node.sequence ?? []).filter { $0.string != nil }.map(\.mark)
        return zip(reader.strings(key) ?? [], marks).compactMap { checked($0, key, at: $1) }
    }

    func pointer(_ key: String, of reader: inout MappingReader) -> String? {
        guard let text = reader.string(key) else { return nil }
        return checked(text, key, at: reader.mapping[key]?.mark)
    }

    private func checked(_ text: String, _ key: String, at mark: SourceMark?) -> String? {
        if text.isEmpty || text.utf8.first == UInt8(ascii: "/") { return text }
        sink.error(
            "invalid-pointer", "\(Quotation(text)) in '\(key)' is no JSON pointer: expected it to begin with a slash",
            at: mark, remedy: "write \(Quotation("/" + text)) for the member of that name")
        return nil
    }
}
