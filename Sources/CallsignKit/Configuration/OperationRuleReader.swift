import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads what is set for one operation, and the Swift methods that it is offered as.
struct OperationRuleReader {
    let sink: DiagnosticSink

    func rule(_ entry: Mapping.Entry) -> PlanSettings.OperationRule? {
        guard var reader = MappingReader(entry.value, "the operation \(Quotation(entry.key))", sink: sink) else {
            return nil
        }
        let names = SwiftNameReader(sink: sink)
        var rule = PlanSettings.OperationRule()
        rule.name = names.name("name", of: &reader)
        rule.resource = names.name("resource", of: &reader, isDotted: true)
        rule.pagination = marked("pagination", of: &reader)
        rule.isAsynchronous = reader.bool("asynchronous")
        rule.isIdempotent = reader.bool("idempotent")
        rule.methods = (reader.sequence("methods") ?? []).compactMap(method)
        reader.finish()
        return rule
    }

    private func method(_ node: Node) -> PlanSettings.MethodRule? {
        guard var reader = MappingReader(node, "the method", sink: sink) else { return nil }
        let names = SwiftNameReader(sink: sink)
        var rule = PlanSettings.MethodRule(name: "")
        rule.mark = node.mark
        let hasName = reader.requiredNode("name") != nil
        let name = hasName ? names.name("name", of: &reader) : nil
        rule.summary = reader.string("summary")
        rule.description = reader.string("description")
        rule.fixed = fixed(&reader)
        rule.omit = omitted(&reader)
        rule.response = marked("response", of: &reader)
        rule.pagination = marked("pagination", of: &reader)
        reader.finish()
        guard let name else { return nil }
        rule.name = name
        return rule
    }

    /// Values by parameter, written as any scalar: `status: live`, `limit: 20`.
    private func fixed(_ reader: inout MappingReader) -> [(parameter: PlanSettings.Marked<String>, value: String)] {
        guard let node = reader.node("fixed"), var values = MappingReader(node, "'fixed'", sink: sink) else {
            return []
        }
        return values.mapping.entries.compactMap { entry in
            guard let text = values.text(entry.key) else { return nil }
            return (PlanSettings.Marked(entry.key, at: entry.keyMark), text)
        }
    }

    private func omitted(_ reader: inout MappingReader) -> [PlanSettings.Marked<String>] {
        guard let names = reader.strings("omit"), let nodes = reader.mapping["omit"]?.sequence else { return [] }
        let marks = nodes.filter { $0.string != nil }.map(\.mark)
        return zip(names, marks).map { PlanSettings.Marked($0, at: $1) }
    }

    private func marked(_ key: String, of reader: inout MappingReader) -> PlanSettings.Marked<String>? {
        reader.string(key).map { PlanSettings.Marked($0, at: reader.mapping[key]?.mark) }
    }
}
