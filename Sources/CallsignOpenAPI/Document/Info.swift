import CallsignDiagnostics
import CallsignYAML

package struct Info: Sendable {
    package var title: String
    package var version: String
    package var summary: String?
    package var description: String?
    package var termsOfService: String?
    package var extensions = Extensions()
}

extension DocumentReader {
    /// Reads the description's `info`, without which a client can be made all the same: see ``Slips``.
    mutating func readInfo(of reader: inout MappingReader) -> Info? {
        if isLenient, reader.node("info") == nil {
            sink.warning(
                "missing-info", "\(reader.what) has no 'info', so that its file names the client", at: reader.mark)
            return nil
        }
        return reader.requiredNode("info").flatMap { readInfo($0) }
    }

    /// Reads the Info Object (OpenAPI 3.1.1, section 4.8.2).
    mutating func readInfo(_ node: Node) -> Info? {
        guard var reader = MappingReader(node, "the description's 'info'", sink: sink) else { return nil }
        warnOfNewer([("summary", .v31)], in: reader)
        let title = requiredText("title", of: &reader)
        let version = requiredText("version", of: &reader)
        let info = Info(
            title: title ?? "", version: version ?? "", summary: reader.string("summary"),
            description: text("description", of: &reader), termsOfService: reader.string("termsOfService"),
            extensions: Extensions(reader.extensions()))
        reader.ignore("contact", "license")
        reader.finishObject()
        return info
    }

    /// A text that has to be there. Versions get written as numbers, whose text is what is meant: see ``Slips``.
    private func requiredText(_ key: String, of reader: inout MappingReader) -> String? {
        guard let scalar = reader.mapping[key]?.scalar, scalar.value != .string, scalar.value != .null else {
            return reader.requiredString(key)
        }
        reader.ignore(key)
        sink.error(
            "not-a-text",
            "expected a string for '\(key)' of \(reader.what), found the number or boolean \(scalar.text)",
            at: reader.mapping[key]?.mark, remedy: "put it in quotes: \"\(Quotation.cut(scalar.text))\"")
        return scalar.text
    }
}
