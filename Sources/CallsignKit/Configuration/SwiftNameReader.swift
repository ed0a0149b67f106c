import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads Swift names that a configuration chooses.
struct SwiftNameReader {
    let sink: DiagnosticSink

    /// A name that is the value of a key.
    func name(_ key: String, of reader: inout MappingReader, isDotted: Bool = false) -> String? {
        guard let text = reader.string(key) else { return nil }
        return checked(text, key, at: reader.mapping[key]?.mark, isDotted: isDotted)
    }

    /// Names by what they are for: the mapping that is the value of a key.
    func names(
        _ key: String, of reader: inout MappingReader, isDotted: Bool = false
    ) -> [(key: PlanSettings.Marked<String>, value: String)] {
        guard let node = reader.node(key), var names = MappingReader(node, "'\(key)'", sink: sink) else { return [] }
        return names.mapping.entries.compactMap { entry in
            guard let name = name(entry.key, of: &names, isDotted: isDotted) else { return nil }
            return (PlanSettings.Marked(entry.key, at: entry.keyMark), name)
        }
    }

    func acronyms(_ key: String, of reader: inout MappingReader) -> [String] {
        (reader.strings(key) ?? []).filter { acronym in
            let isWord = !acronym.isEmpty && acronym.utf8.allSatisfy(SwiftNameReader.isLetterOrDigit)
            if !isWord {
                sink.error(
                    "invalid-acronym", "\(Quotation(acronym)) is no acronym: expected letters and digits of ASCII",
                    at: reader.mapping[key]?.mark)
            }
            return isWord
        }
    }

    /// - Parameter isDotted: whether several names may be joined by dots, as nested resources are.
    private func checked(_ text: String, _ key: String, at mark: SourceMark?, isDotted: Bool) -> String? {
        let parts = isDotted ? text.split(separator: ".", omittingEmptySubsequences: false) : [text[...]]
        if parts.allSatisfy(SwiftNameReader.isName) { return text }
        sink.error(
            "invalid-swift-name", "\(Quotation(text)) for \(Quotation(key)) is no Swift name", at: mark,
            remedy: "use letters, digits and underscores, not beginning with a digit")
        return nil
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar == "_" || (scalar.isASCII ? isLetterOrDigit(UInt8(scalar.value)) : scalar.properties.isXIDContinue)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
