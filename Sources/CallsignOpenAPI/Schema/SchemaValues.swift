import CallsignDiagnostics
import CallsignYAML

/// The values of keywords that aren't schemas, checked for their types.
///
/// What is wrong without harm, such as a version number as a title without its quotes, is read as it was meant: see
/// ``Slips``.
enum SchemaValues {
    static func text(_ node: Node, of keyword: String, _ sink: DiagnosticSink) -> String? {
        if let text = node.string { return text }
        guard let scalar = node.scalar else {
            sink.error(
                "wrong-type", "expected a text as the value of '\(keyword)', but found \(node.kind.phrase)",
                at: node.mark)
            return nil
        }
        if node.isNull {
            sink.warning(
                "no-value", "'\(keyword)' has no value and is taken as absent", at: node.mark,
                remedy: "give it a value, or remove it")
            return nil
        }
        sink.error(
            "not-a-text", "expected a text as the value of '\(keyword)', but found \(node.kind.phrase)", at: node.mark,
            remedy: "put the value in quotes")
        // No format is a number, so that it would only be told a second time.
        return keyword == "format" ? nil : scalar.text
    }

    static func flag(_ node: Node, of keyword: String, _ sink: DiagnosticSink) -> Bool? {
        if let flag = node.bool { return flag }
        sink.error(
            "wrong-type", "expected 'true' or 'false' as the value of '\(keyword)', but found \(node.kind.phrase)",
            at: node.mark)
        return nil
    }

    /// The text of a number in decimal.
    static func number(_ node: Node, of keyword: String, _ sink: DiagnosticSink) -> String? {
        if let scalar = node.scalar {
            switch scalar.value {
            case .integer(let value): return String(value)
            case .number(let value) where value.isFinite: return scalar.text
            // Beyond the range of a double, but in decimal, so that the text still says it all.
            case .number(let value) where value.isInfinite && !scalar.text.lowercased().hasSuffix("inf"):
                return scalar.text
            default: break
            }
        }
        sink.error(
            "wrong-type", "expected a number as the value of '\(keyword)', but found \(node.kind.phrase)", at: node.mark
        )
        return nil
    }

    /// The text of a whole number that isn't negative.
    static func count(_ node: Node, of keyword: String, _ sink: DiagnosticSink) -> String? {
        if let scalar = node.scalar {
            switch scalar.value {
            case .integer(let value) where value >= 0: return String(value)
            case .number(let value) where value >= 0 && value == value.rounded(): return scalar.text
            default: break
            }
        }
        sink.error(
            "wrong-type",
            "expected a whole number that isn't negative as the value of '\(keyword)', but found \(node.kind.phrase)",
            at: node.mark)
        return nil
    }

    static func types(_ node: Node, _ sink: DiagnosticSink) -> [SchemaType] {
        var types: [SchemaType] = []
        for element in node.sequence ?? [node] {
            guard let type = type(element, sink) else { continue }
            if types.contains(type) {
                sink.error("duplicate-type", "the type '\(type.rawValue)' is listed twice", at: element.mark)
            } else {
                types.append(type)
            }
        }
        return types
    }

    private static func type(_ node: Node, _ sink: DiagnosticSink) -> SchemaType? {
        if let text = node.string {
            if let type = SchemaType(rawValue: text) { return type }
            sink.error(
                "unknown-type", "there is no type '\(text)': expected one of \(SchemaTypeNames.all)", at: node.mark,
                remedy: SchemaTypeNames.remedy(for: text))
            return nil
        }
        if node.isNull {
            sink.warning(
                "unquoted-null", "the type is the text \"null\", not the value null", at: node.mark,
                remedy: "put it in quotes")
            return .null
        }
        sink.error(
            "wrong-type", "expected the name of a type as the value of 'type', but found \(node.kind.phrase)",
            at: node.mark)
        return nil
    }

    static func enumeration(_ node: Node, _ sink: DiagnosticSink) -> [Node]? {
        guard let values = node.sequence else {
            sink.error(
                "wrong-type", "expected a list of values as the value of 'enum', but found \(node.kind.phrase)",
                at: node.mark)
            return nil
        }
        if values.isEmpty {
            sink.warning("empty-list", "an 'enum' without values allows none", at: node.mark)
        }
        return values
    }

    static func required(_ node: Node, _ sink: DiagnosticSink) -> [Schema.RequiredName] {
        if node.bool != nil {
            sink.error(
                "misplaced-required", "'required' lists the names of properties; as a flag it means nothing here",
                at: node.mark, remedy: "list this property under 'required' of the schema that has it")
            return []
        }
        guard let nodes = node.sequence else {
            sink.error(
                "wrong-type", "expected a list of names as the value of 'required', but found \(node.kind.phrase)",
                at: node.mark)
            return []
        }
        var names: [Schema.RequiredName] = []
        for element in nodes {
            guard let name = element.scalar?.text else {
                sink.error(
                    "wrong-type", "expected the name of a property, but found \(element.kind.phrase)", at: element.mark)
                continue
            }
            names.append(.init(name: name, mark: element.mark))
        }
        return names
    }

    static func examples(_ node: Node, _ sink: DiagnosticSink) -> [Node] {
        if let values = node.sequence { return values }
        sink.warning(
            "wrong-type", "expected a list of values as the value of 'examples', but found \(node.kind.phrase)",
            at: node.mark, remedy: "a schema's examples have no names")
        return []
    }
}
