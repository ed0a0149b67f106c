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
    /// Reads the Info Object (OpenAPI 3.1.1, section 4.8.2).
    func readInfo(_ node: Node) -> Info? {
        guard var reader = MappingReader(node, "the description's 'info'", sink: sink) else { return nil }
        warnOfNewer([("summary", .v31)], in: reader)
        let title = reader.requiredString("title")
        let version = reader.requiredString("version")
        let info = Info(
            title: title ?? "", version: version ?? "", summary: reader.string("summary"),
            description: reader.string("description"), termsOfService: reader.string("termsOfService"),
            extensions: Extensions(reader.extensions()))
        reader.ignore("contact", "license")
        reader.finishObject()
        return info
    }
}
