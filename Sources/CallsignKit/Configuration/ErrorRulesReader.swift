import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads where an error says what went wrong, and what to do about which.
struct ErrorRulesReader {
    let sink: DiagnosticSink

    func rules(_ node: Node) -> PlanSettings.ErrorRules {
        var rules = PlanSettings.ErrorRules()
        guard var reader = MappingReader(node, "'errors'", sink: sink) else { return rules }
        let pointers = PointerReader(sink: sink)
        rules.message = pointers.pointers("message", of: &reader)
        rules.requestID = pointers.pointers("request-id", of: &reader)
        rules.requestIDHeader = HeaderNameReader(sink: sink).header("request-id-header", of: &reader)?.value
        rules.isMerged = reader.bool("merged") ?? false
        let names = SwiftNameReader(sink: sink)
        for (status, name) in names.names("names", of: &reader) where isStatus(status) {
            rules.caseNames.append((status, name))
        }
        for entry in reader.mapping("advice")?.entries ?? [] {
            let status = PlanSettings.Marked(entry.key, at: entry.keyMark)
            guard isStatus(status), let (causes, remedy) = advice(entry) else { continue }
            rules.advice.append((status, causes, remedy))
        }
        reader.finish()
        return rules
    }

    private func advice(_ entry: Mapping.Entry) -> (causes: String?, remedy: String?)? {
        let what = "the advice for \(Quotation(entry.key))"
        guard var reader = MappingReader(entry.value, what, sink: sink) else { return nil }
        let causes = reader.string("causes")
        let remedy = reader.string("remedy")
        reader.finish()
        return (causes, remedy)
    }

    /// `404`, `4XX` or `default`.
    private func isStatus(_ status: PlanSettings.Marked<String>) -> Bool {
        let bytes = Array(status.value.utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let isCode = bytes.count == 3 && (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0])
        if status.value == "default" || isCode && bytes.dropFirst().allSatisfy(digits.contains) { return true }
        if isCode && (status.value.hasSuffix("XX") || status.value.hasSuffix("xx")) { return true }
        sink.error(
            "invalid-status",
            "\(Quotation(status.value)) is no status: expected a code such as '404', a range such as"
                + " '4XX', or 'default'", at: status.mark)
        return false
    }
}
