import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads names of headers.
struct HeaderNameReader {
    let sink: DiagnosticSink

    /// A field name of HTTP: a token (RFC 9110, section 5.1).
    func header(_ key: String, of reader: inout MappingReader) -> PlanSettings.Marked<String>? {
        guard let text = reader.string(key) else { return nil }
        let mark = reader.mapping[key]?.mark
        if Self.isToken(text) { return PlanSettings.Marked(text, at: mark) }
        sink.error("invalid-header-name", "\(Quotation(text)) is no name of a header", at: mark)
        return nil
    }

    static func isToken(_ text: String) -> Bool {
        let others = Array("!#$%&'*+-.^_`|~".utf8)
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: others.contains(byte)
                }
            }
    }
}
