import CallsignYAML

/// As much of JSON Schema (2020-12) as the published schemas use. A keyword that is not known here is a problem, too.
struct JSONSchema {
    let root: Node

    /// What in a value is against the schema; nothing where it is valid.
    func problems(in value: Node) -> [String] { problems(in: value, by: root, at: "") }

    /// The schema that a reference leads to. The schemas here refer to their own `$defs` only.
    func resolved(_ schema: Node) -> Node {
        guard let reference = schema["$ref"]?.string else { return schema }
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        return root["$defs"]?[name] ?? schema
    }

    private static let annotations: Set<String> = ["$schema", "$defs", "title", "description", "default", "examples"]

    private func problems(in value: Node, by schema: Node, at path: String) -> [String] {
        (schema.mapping?.entries ?? []).flatMap { keyword -> [String] in
            let operand = keyword.value
            switch keyword.key {
            case _ where Self.annotations.contains(keyword.key): return []
            case "$ref": return problems(in: value, by: resolved(schema), at: path)
            case "allOf": return (operand.sequence ?? []).flatMap { problems(in: value, by: $0, at: path) }
            case "if":
                guard problems(in: value, by: operand, at: path).isEmpty, let then = schema["then"] else { return [] }
                return problems(in: value, by: then, at: path)
            case "then": return []
            case "not": return problems(in: value, by: operand, at: path).isEmpty ? ["\(path): is excluded"] : []
            case "properties", "patternProperties", "additionalProperties", "propertyNames", "required":
                return value.mapping.map { problems(in: $0, by: keyword.key, of: schema, at: path) } ?? []
            case "items":
                return (value.sequence ?? []).flatMap { problems(in: $0, by: operand, at: path + "/-") }
            default:
                let problem = problem(in: value, by: keyword.key, operand)
                return problem.map { ["\(path): \($0)"] } ?? []
            }
        }
    }

    private func problems(in object: Mapping, by keyword: String, of schema: Node, at path: String) -> [String] {
        func isOther(_ key: String) -> Bool {
            let patterns = schema["patternProperties"]?.mapping?.entries.map(\.key) ?? []
            return schema["properties"]?[key] == nil && !patterns.contains { matches(key, $0) }
        }
        switch keyword {
        case "required":
            let missing = (schema["required"]?.sequence ?? []).compactMap(\.string).filter { object[$0] == nil }
            return missing.map { "\(path): has no '\($0)'" }
        case "propertyNames":
            return object.entries.flatMap { entry in
                let name = Node(.scalar(Scalar(entry.key, isPlain: false)), at: entry.keyMark)
                return schema["propertyNames"].map { problems(in: name, by: $0, at: "\(path)/\(entry.key)") } ?? []
            }
        case "properties":
            return object.entries.flatMap { entry in
                schema["properties"]?[entry.key].map {
                    problems(in: entry.value, by: $0, at: "\(path)/\(entry.key)")
                } ?? []
            }
        case "additionalProperties":
            return object.entries.filter { isOther($0.key) }.flatMap { entry -> [String] in
                guard let others = schema["additionalProperties"], others.bool != false else {
                    return ["\(path): '\(entry.key)' is unknown"]
                }
                return problems(in: entry.value, by: others, at: "\(path)/\(entry.key)")
            }
        default: return []
        }
    }

    private func problem(in value: Node, by keyword: String, _ operand: Node) -> String? {
        let number = value.scalar.flatMap { value.string == nil ? Double($0.text) : nil }
        let bound = operand.scalar.flatMap { Double($0.text) }
        switch keyword {
        case "type":
            let types = operand.sequence?.compactMap(\.string) ?? [operand.string ?? ""]
            return types.contains { isOf(value, $0) } ? nil : "is no \(types.joined(separator: " or "))"
        case "enum":
            return (operand.sequence ?? []).contains { $0.string == value.string } ? nil : "is not one of the values"
        case "const": return operand.string == value.string ? nil : "is not the value"
        case "pattern":
            guard let text = value.string, let pattern = operand.string else { return nil }
            return matches(text, pattern) ? nil : "does not match \(pattern)"
        case "minimum":
            guard let number, let bound else { return nil }
            return number < bound ? "is less than \(bound)" : nil
        case "maximum":
            guard let number, let bound else { return nil }
            return number > bound ? "is more than \(bound)" : nil
        default: return "the schema has the keyword '\(keyword)', which this check does not know"
        }
    }

    private func isOf(_ value: Node, _ type: String) -> Bool {
        switch type {
        case "string": value.string != nil
        case "boolean": value.bool != nil
        case "integer": value.scalar.flatMap { value.string == nil ? Int($0.text) : nil } != nil
        case "number": value.scalar.flatMap { value.string == nil ? Double($0.text) : nil } != nil
        case "array": value.sequence != nil
        case "object": value.mapping != nil
        default: false
        }
    }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        (try? Regex(pattern).firstMatch(in: text)) != nil
    }
}
