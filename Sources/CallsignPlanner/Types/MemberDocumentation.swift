import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// What the documentation of a member or parameter says: the description, then what the constraints allow.
struct MemberDocumentation {
    let document: ResolvedDocument

    /// - Parameter own: the text of the holder, such as a parameter's description, which goes before the schema's.
    func text(of id: SchemaID?, own: String? = nil) -> Documentation {
        guard let id else { return Documentation(own) }
        let schema = document[id]
        var description = own ?? schema.description ?? schema.title
        if description == nil, let reference = schema.reference {
            description = document[reference].description ?? document[reference].title
        }
        return Documentation(description, constraints(schema))
    }

    private func constraints(_ schema: Schema) -> String? {
        var parts: [String] = []
        if let value = schema.defaultValue?.valueText, !value.isEmpty {
            parts.append("Default: `\(Self.code(value))`.")
        }
        let limits = schema.constraints
        if let text = range(limits.minimum, limits.maximum, of: nil) { parts.append(text) }
        if let text = range(limits.minLength, limits.maxLength, of: "character") { parts.append(text) }
        if let text = range(limits.minItems, limits.maxItems, of: "element") { parts.append(text) }
        if let bound = limits.exclusiveMinimum { parts.append("More than \(bound).") }
        if let bound = limits.exclusiveMaximum { parts.append("Less than \(bound).") }
        if let step = limits.multipleOf { parts.append("A multiple of \(step).") }
        if let pattern = limits.pattern { parts.append("Pattern: `\(Self.code(pattern))`.") }
        if limits.uniqueItems { parts.append("Without duplicates.") }
        if let example = schema.examples.first?.scalar, !example.text.isEmpty {
            parts.append("Example: `\(Self.code(example.text))`.")
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func range(_ minimum: String?, _ maximum: String?, of unit: String?) -> String? {
        if minimum == nil, maximum == nil { return nil }
        var ending = unit.map { " \($0)" } ?? ""
        if unit != nil, (maximum ?? minimum) != "1" { ending += "s" }
        switch (minimum, maximum) {
        case (let low?, let high?): return low == high ? "Exactly \(low)\(ending)." : "From \(low) to \(high)\(ending)."
        case (let low?, nil): return "At least \(low)\(ending)."
        case (nil, let high?): return "At most \(high)\(ending)."
        case (nil, nil): return nil
        }
    }

    /// Text for a code span of Markdown, which can't hold its own delimiter or a line break.
    private static func code(_ text: String) -> String {
        // Most hold neither, and printable ASCII has no line breaks.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "`") }) { return text }
        return String(text.map { $0 == "`" ? "'" : ($0.isNewline ? " " : $0) })
    }
}
