import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads what a configuration says of the requests that an API sends to an app.
struct WebhookRulesReader {
    let sink: DiagnosticSink

    func rules(_ node: Node) -> PlanSettings.WebhookRules {
        var rules = PlanSettings.WebhookRules()
        guard var reader = MappingReader(node, "'webhooks'", sink: sink) else { return rules }
        rules.name = SwiftNameReader(sink: sink).name("name", of: &reader)
        rules.signatures = (reader.mapping("signatures")?.entries ?? []).compactMap(signature)
        reader.finish()
        return rules
    }

    private func signature(_ entry: Mapping.Entry) -> WebhookSignaturePlan? {
        let what = "the signature scheme \(Quotation(entry.key))"
        guard var reader = MappingReader(entry.value, what, sink: sink) else { return nil }
        let hasHeaders = reader.requiredNode("headers") != nil
        let headers = hasHeaders ? reader.strings("headers") ?? [] : []
        for header in headers where !HeaderNameReader.isToken(header) {
            sink.error(
                "invalid-header-name", "\(Quotation(header)) is no name of a header", at: reader.mark(of: "headers"))
        }
        let text = reader.requiredString("text")
        var plan = WebhookSignaturePlan(
            name: entry.key, headers: headers, text: parts(text ?? "", in: what, at: reader.mark(of: "text")))
        plan.prefix = reader.string("prefix") ?? ""
        plan.separator = reader.string("separator")
        if let separator = plan.separator, separator.count != 1 {
            sink.error(
                "invalid-separator", "'separator' of \(what) is one character, found \(Quotation(separator))",
                at: reader.mark(of: "separator"))
            plan.separator = nil
        }
        plan.algorithm = reader.oneOf("algorithm", as: WebhookSignaturePlan.Algorithm.self) ?? .hmacSHA256
        plan.encoding = reader.oneOf("encoding", as: WebhookSignaturePlan.Encoding.self) ?? .base64
        plan.methods = (reader.strings("methods") ?? []).map { $0.uppercased() }
        reader.finish()
        return plan
    }

    /// The parts of a text such as `{url.base}.{header X-Nonce}`: names of parts in braces, and what stands between.
    private func parts(_ text: String, in what: String, at mark: SourceMark) -> [WebhookSignaturePlan.Part] {
        var parts: [WebhookSignaturePlan.Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                sink.error("invalid-part", "a brace is never closed in 'text' of \(what)", at: mark)
                return parts
            }
            let name = String(rest[rest.index(after: open)..<close])
            if let part = part(name) {
                parts.append(part)
            } else {
                let near = NearMatch.best(for: name, among: Self.names)
                sink.error(
                    "unknown-part", "'text' of \(what) has the unknown part \(Quotation("{\(name)}"))", at: mark,
                    remedy: near.map { "did you mean '{\($0)}'?" }
                        ?? "parts are \(Self.names.map { "'{\($0)}'" }.joined(separator: ", ")) and '{header NAME}'")
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }

    private static let names = ["url", "url.base", "parameters", "form", "body"]

    private func part(_ name: String) -> WebhookSignaturePlan.Part? {
        switch name {
        case "url": .url
        case "url.base": .urlBase
        case "parameters": .parameters
        case "form": .form
        case "body": .body
        default:
            name.hasPrefix("header ") && HeaderNameReader.isToken(String(name.dropFirst(7)))
                ? .header(String(name.dropFirst(7))) : nil
        }
    }
}
