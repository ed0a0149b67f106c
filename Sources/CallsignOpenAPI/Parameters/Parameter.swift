package import CallsignDiagnostics
package import CallsignYAML

package enum ParameterLocation: String, Sendable, CaseIterable {
    case path, query, header, cookie
    /// The whole query string as one value (OpenAPI 3.2).
    case querystring
}

package struct Parameter: Sendable {
    package var name: String
    package var location: ParameterLocation
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var allowEmptyValue: Bool
    package var allowReserved: Bool
    /// As written, or the default of its location (OpenAPI 3.1.1, section 4.8.12.2).
    package var style: ParameterStyle
    package var explode: Bool
    /// Nothing where `content` describes the value.
    package var schema: SchemaID?
    package var content: [MediaType]
    package var examples: [Node]
    package var extensions: Extensions
    package var mark: SourceMark
    package var pointer: String
}

extension DocumentReader {
    /// Reads a list of Parameter Objects, or references to them.
    /// The parameters of a path item or an operation, and whether they are all that it has: others can't be read.
    mutating func readParameters(
        of reader: inout MappingReader, at pointer: String
    ) -> (parameters: [Parameter], areAll: Bool) {
        let nodes = reader.sequence("parameters")
        var parameters: [Parameter] = []
        for (index, node) in (nodes ?? []).enumerated() {
            if let parameter = readParameter(node, at: "\(pointer)/parameters/\(index)") {
                parameters.append(parameter)
            }
        }
        let isUnreadable =
            nodes == nil
            && reader.mapping.entries.contains {
                $0.key == "parameters" ? !$0.value.isNull : NearMatch.best(for: $0.key, among: ["parameters"]) != nil
            }
        return (parameters, !isUnreadable && parameters.count == nodes?.count ?? 0)
    }

    mutating func readParameter(_ node: Node, at pointer: String) -> Parameter? {
        guard let found = dereference(node, at: pointer, as: .parameters) else { return nil }
        var parameter: Parameter?
        if found.isShared, let known = cache.parameters[found.pointer] {
            parameter = known
        } else {
            parameter = readParameterObject(found)
            if found.isShared { cache.parameters[found.pointer] = .some(parameter) }
        }
        if let description = found.description?.string { parameter?.description = description }
        return parameter
    }

    /// Reads a Parameter Object (OpenAPI 3.1.1, section 4.8.12).
    private mutating func readParameterObject(_ found: Dereferenced) -> Parameter? {
        guard var reader = MappingReader(found.node, "a parameter", sink: sink) else { return nil }
        let name = reader.requiredString("name")
        let location =
            reader.requiredNode("in") == nil ? nil : reader.oneOf("in", as: ParameterLocation.self)
        let style = ParameterStyle.read(&reader) ?? .standard(in: location ?? .query)
        var parameter = Parameter(
            name: name ?? "", location: location ?? .query, description: reader.string("description"),
            required: reader.bool("required") ?? false, deprecated: reader.bool("deprecated") ?? false,
            allowEmptyValue: reader.bool("allowEmptyValue") ?? false,
            allowReserved: reader.bool("allowReserved") ?? false, style: style,
            explode: reader.bool("explode") ?? (style == .form || style == .cookie), content: [], examples: [],
            extensions: Extensions(reader.extensions()), mark: reader.mark, pointer: found.pointer)
        // Before OpenAPI 3.2, only a query could hold reserved characters.
        if parameter.location != .query, parameter.location != .querystring, version(at: reader.mark) < .v32 {
            parameter.allowReserved = false
        }
        parameter.schema = reader.node("schema").map { arena.identifier(of: $0, at: found.pointer + "/schema") }
        parameter.content = readContent(&reader, at: found.pointer)
        parameter.examples = readExamples(&reader, at: found.pointer)
        reader.finishObject()
        return name == nil || location == nil ? nil : parameter
    }
}
