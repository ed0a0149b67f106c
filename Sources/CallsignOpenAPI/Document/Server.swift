package import CallsignDiagnostics
import CallsignYAML

package struct Server: Sendable {
    package var url: String
    package var name: String?
    package var description: String?
    package var variables: [Variable]
    package var mark: SourceMark

    package struct Variable: Sendable {
        package var name: String
        package var defaultValue: String
        package var values: [String]
        package var description: String?
        package var mark: SourceMark
    }
}

extension DocumentReader {
    /// Reads a list of Server Objects (OpenAPI 3.1.1, section 4.8.5).
    func readServers(_ nodes: [Node]?) -> [Server] {
        (nodes ?? []).compactMap(readServer)
    }

    private func readServer(_ node: Node) -> Server? {
        guard var reader = MappingReader(node, "a server", sink: sink) else { return nil }
        warnOfNewer([("name", .v32)], in: reader)
        let url = reader.requiredString("url")
        let server = Server(
            url: url ?? "", name: reader.string("name"), description: reader.string("description"),
            variables: reader.mapping("variables")?.entries.compactMap(readVariable) ?? [], mark: reader.mark)
        reader.finishObject()
        return url == nil ? nil : server
    }

    private func readVariable(_ entry: Mapping.Entry) -> Server.Variable? {
        guard var reader = MappingReader(entry.value, "a server's variable", sink: sink) else { return nil }
        // Ports get written without their quotes; what is meant is their text.
        let defaultValue = reader.requiredNode("default")
        let variable = Server.Variable(
            name: entry.key, defaultValue: defaultValue?.scalar?.text ?? "",
            values: reader.sequence("enum")?.compactMap { $0.scalar?.text } ?? [],
            description: reader.string("description"), mark: entry.keyMark)
        reader.finishObject()
        return defaultValue == nil ? nil : variable
    }
}
