import CallsignDiagnostics

/// Makes parameters consistent after the rules have reported that they aren't, so that no later stage has to doubt them:
/// a path's parameters are those in its braces, each is there once, and each has a style of its location.
enum ParameterRepair {
    static func repair(_ document: inout ResolvedDocument) {
        let isSwagger = document.isSwagger
        for index in document.operations.indices {
            var operation = document.operations[index]
            let names = PathTemplate(operation.path).names
            var seen: Set<String> = []
            operation.parameters = operation.parameters.compactMap { parameter in
                let name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
                guard seen.insert("\(parameter.location.rawValue) \(name)").inserted,
                    parameter.location != .path || names.contains(parameter.name)
                else { return nil }
                return repaired(parameter, isSwagger: isSwagger)
            }
            for name in names where seen.insert("path \(name)").inserted {
                operation.parameters.append(parameter(name, of: operation, &document))
            }
            document.operations[index] = operation
        }
    }

    private static func repaired(_ parameter: Parameter, isSwagger: Bool) -> Parameter {
        var parameter = parameter
        if parameter.location == .path { parameter.required = true }
        if !isSwagger, !StylesFitLocations.styles(in: parameter.location).contains(parameter.style) {
            parameter.style = .standard(in: parameter.location)
        }
        return parameter
    }

    /// A parameter that only the path knows of, which takes a text.
    private static func parameter(
        _ name: String, of operation: Operation, _ document: inout ResolvedDocument
    ) -> Parameter {
        let pointer = JSONPointer.appending(name, to: operation.pointer + "/parameters")
        let schema = Schema(mark: operation.pathMark, pointer: pointer + "/schema")
        schema.types = [.string]
        document.schemas.append(schema)
        return Parameter(
            name: name, location: .path, description: nil, required: true, deprecated: false, allowEmptyValue: false,
            allowReserved: false, style: .simple, explode: false, schema: SchemaID(document.schemas.count - 1),
            content: [], examples: [], extensions: Extensions(), mark: operation.pathMark, pointer: pointer)
    }
}
