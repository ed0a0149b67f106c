import CallsignDiagnostics
import CallsignYAML

extension DocumentReader {
    /// The methods that a Path Item Object has keys for.
    static let fixedMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// Reads the operations of a Path Item Object (OpenAPI 3.1.1, section 4.8.9), or of one that it refers to, in the
    /// order of the text.
    ///
    /// - Parameters:
    ///   - path: the path with its item.
    ///   - defaults: what applies to operations that don't say it.
    mutating func readPathItem(
        _ path: Mapping.Entry, at pointer: String, _ defaults: Operation.Defaults
    ) -> [Operation] {
        guard let found = dereference(path.value, at: pointer, as: .pathItems) else { return [] }
        return nested(at: found.pointer, found.node.mark) { reader in
            reader.readPathItemObject(path, found, defaults)
        } ?? []
    }

    private mutating func readPathItemObject(
        _ path: Mapping.Entry, _ found: Dereferenced, _ defaults: Operation.Defaults
    ) -> [Operation] {
        guard var reader = MappingReader(found.node, "a path item", sink: sink) else { return [] }
        warnOfNewer([("query", .v32), ("additionalOperations", .v32)], in: reader)
        var defaults = defaults
        (defaults.parameters, defaults.hasAllParameters) = readParameters(of: &reader, at: found.pointer)
        let servers = readServers(reader.sequence("servers"))
        if !servers.isEmpty { defaults.servers = servers }
        var operations: [Operation] = []
        for entry in reader.mapping.entries where Self.fixedMethods.contains(entry.key) {
            reader.ignore(entry.key)
            let pointer = found.pointer + "/" + entry.key
            let operation = readWanted(entry, method: entry.key.uppercased(), of: path, at: pointer, defaults)
            if let operation { operations.append(operation) }
        }
        for entry in reader.mapping("additionalOperations")?.entries ?? [] where isOtherMethod(entry) {
            let pointer = JSONPointer.appending(entry.key, to: found.pointer + "/additionalOperations")
            let operation = readWanted(entry, method: entry.key, of: path, at: pointer, defaults)
            if let operation { operations.append(operation) }
        }
        reader.ignore("summary", "description")
        for method in Self.fixedMethods { reader.ignore(method) }
        reader.finishObject()
        return operations
    }

    /// Reads an operation unless a filter leaves it out; then it waits until all others are read.
    private mutating func readWanted(
        _ entry: Mapping.Entry, method: String, of path: Mapping.Entry, at pointer: String,
        _ defaults: Operation.Defaults
    ) -> Operation? {
        if !defaults.isCallback,
            let rule = operationFilter?.rule(
                for: entry.value, method: method, path: path.key, webhook: defaults.webhook)
        {
            operationFilter?.leftOut.append(
                .init(
                    rule: rule, entry: entry, method: method, path: path, pointer: pointer, defaults: defaults,
                    webhook: defaults.webhook))
            return nil
        }
        return readOperation(entry, method: method, of: path, at: pointer, defaults)
    }

    /// Whether a key of `additionalOperations` is a method as HTTP writes it (RFC 9110, section 9.1), and not one that
    /// path items have keys for (OpenAPI 3.2.0, section 4.9.1).
    private func isOtherMethod(_ entry: Mapping.Entry) -> Bool {
        if Self.fixedMethods.contains(where: { $0.uppercased() == entry.key }) {
            sink.error(
                "misplaced-method", "the method '\(entry.key)' has a key of its own", at: entry.keyMark,
                remedy: "write '\(entry.key.lowercased())' beside 'additionalOperations'")
            return false
        }
        if HTTPToken.isToken(entry.key) { return true }
        sink.error(
            "malformed-method", "\(Quotation(entry.key)) is no HTTP method", at: entry.keyMark,
            remedy: "a method has letters, digits and '-' only, as in 'LINK'")
        return false
    }
}
