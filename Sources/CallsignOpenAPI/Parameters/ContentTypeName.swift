import CallsignDiagnostics
import CallsignYAML

/// The names of media types, which `content` has as its keys (RFC 9110, section 8.3.1).
enum ContentTypeName {
    /// The top-level types that are registered (RFC 6838 and later), and what stands for any.
    private static let types = [
        "application", "audio", "font", "haptics", "image", "message", "model", "multipart", "text", "video", "*",
    ]

    static func check(_ entry: Mapping.Entry, _ sink: DiagnosticSink) {
        let essence = entry.key.prefix { $0 != ";" }
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
            return sink.error(
                "malformed-content-type", "\(Quotation(entry.key)) is no media type", at: entry.keyMark,
                remedy: "write a type and a subtype, as in 'application/json'")
        }
        let type = parts[0].lowercased()
        guard !types.contains(type), let near = NearMatch.best(for: type, among: types) else { return }
        sink.error(
            "misspelt-content-type", "there is no media type that begins with '\(parts[0])/'", at: entry.keyMark,
            remedy: "did you mean '\(near)/\(parts[1])'?")
    }
}
