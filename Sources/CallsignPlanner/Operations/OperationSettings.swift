import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// What the configuration and the description's own extensions say about an operation, as one rule. The
/// configuration goes first, as it is the more particular place.
struct OperationSettings {
    let settings: PlanSettings
    let sink: DiagnosticSink

    func rule(for operation: Operation) -> PlanSettings.OperationRule {
        var rule = extensionRule(operation)
        for (key, configured) in settings.operations where names(operation, key.value) {
            if let name = configured.name { rule.name = name }
            if let resource = configured.resource { rule.resource = resource }
            if !configured.methods.isEmpty { rule.methods = configured.methods }
            if let pagination = configured.pagination { rule.pagination = pagination }
            if let isAsynchronous = configured.isAsynchronous { rule.isAsynchronous = isAsynchronous }
            if let isIdempotent = configured.isIdempotent { rule.isIdempotent = isIdempotent }
        }
        return rule
    }

    /// Reports rules of the configuration that no operation answers to.
    func reportUnmatched(_ operations: [Operation]) {
        for (key, _) in settings.operations where !operations.contains(where: { names($0, key.value) }) {
            let near = NearMatch.best(for: key.value, among: operations.compactMap(\.operationID))
            sink.error(
                "unmatched-operation-rule", "no operation is called '\(key.value)'", at: key.mark,
                remedy: near.map { "did you mean '\($0)'?" }
                    ?? "name an operationId, or a method and path such as 'GET /pets'")
        }
    }

    private func names(_ operation: Operation, _ key: String) -> Bool {
        operation.operationID == key || "\(operation.method) \(operation.path)" == key
    }

    private func extensionRule(_ operation: Operation) -> PlanSettings.OperationRule {
        var rule = PlanSettings.OperationRule()
        for entry in operation.extensions.entries where entry.key.hasPrefix("x-callsign-") {
            switch entry.key {
            case "x-callsign-name": rule.name = text(entry)
            case "x-callsign-resource": rule.resource = text(entry)
            case "x-callsign-pagination":
                rule.pagination = text(entry).map { PlanSettings.Marked($0, at: entry.value.mark) }
            case "x-callsign-asynchronous": rule.isAsynchronous = flag(entry)
            case "x-callsign-idempotent": rule.isIdempotent = flag(entry)
            case "x-callsign-methods": rule.methods = methods(entry.value)
            default: reportUnknown(entry)
            }
        }
        return rule
    }

    private static let extensionNames = [
        "x-callsign-name", "x-callsign-resource", "x-callsign-pagination", "x-callsign-asynchronous",
        "x-callsign-idempotent", "x-callsign-methods",
    ]

    private func reportUnknown(_ entry: Mapping.Entry) {
        let near = NearMatch.best(for: entry.key, among: Self.extensionNames)
        sink.error(
            "unknown-extension", "'\(entry.key)' means nothing on an operation", at: entry.keyMark,
            remedy: near.map { "did you mean '\($0)'?" }
                ?? "known here are \(Self.extensionNames.joined(separator: ", "))")
    }

    private func text(_ entry: Mapping.Entry) -> String? {
        if let string = entry.value.string { return string }
        sink.error("wrong-type", "'\(entry.key)' takes text", at: entry.value.mark)
        return nil
    }

    private func flag(_ entry: Mapping.Entry) -> Bool? {
        if let bool = entry.value.bool { return bool }
        sink.error("wrong-type", "'\(entry.key)' takes true or false", at: entry.value.mark)
        return nil
    }

    // MARK: Methods

    private func methods(_ node: Node) -> [PlanSettings.MethodRule] {
        guard let nodes = node.sequence else {
            sink.error("wrong-type", "'x-callsign-methods' takes a list of methods", at: node.mark)
            return []
        }
        return nodes.compactMap(method)
    }

    private func method(_ node: Node) -> PlanSettings.MethodRule? {
        guard var reader = MappingReader(node, "a method", sink: sink) else { return nil }
        guard let name = reader.requiredString("name") else { return nil }
        var rule = PlanSettings.MethodRule(name: name)
        rule.mark = reader.mark
        rule.summary = reader.string("summary")
        rule.description = reader.string("description")
        for entry in reader.mapping("fixed")?.entries ?? [] {
            guard let scalar = entry.value.scalar else {
                sink.error("wrong-type", "a fixed parameter takes one value", at: entry.value.mark)
                continue
            }
            rule.fixed.append((PlanSettings.Marked(entry.key, at: entry.keyMark), scalar.text))
        }
        for omitted in reader.sequence("omit") ?? [] {
            if let text = omitted.scalar?.text { rule.omit.append(PlanSettings.Marked(text, at: omitted.mark)) }
        }
        if let node = reader.node("response"), let text = node.string {
            rule.response = PlanSettings.Marked(text, at: node.mark)
        }
        if let node = reader.node("pagination"), let text = node.scalar?.text {
            rule.pagination = PlanSettings.Marked(text, at: node.mark)
        }
        reader.finish()
        return rule
    }
}
