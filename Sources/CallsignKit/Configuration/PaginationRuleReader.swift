import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads one rule of how lists are paged.
struct PaginationRuleReader {
    let sink: DiagnosticSink

    func rule(_ entry: Mapping.Entry) -> PlanSettings.PaginationRule? {
        let errorsBefore = sink.errorCount
        let what = "the pagination rule \(Quotation(entry.key))"
        guard var reader = MappingReader(entry.value, what, sink: sink) else { return nil }
        if entry.key == "none" {
            sink.error(
                "reserved-name", "no pagination rule can be called 'none', which stands for no pages at all",
                at: entry.keyMark, remedy: "choose another name")
        }
        let pointers = PointerReader(sink: sink)
        let hasStyle = reader.requiredNode("style") != nil
        let style = hasStyle ? reader.oneOf("style", as: PlanSettings.PaginationRule.Style.self) : nil
        var rule = PlanSettings.PaginationRule(name: entry.key, style: style ?? .offset)
        rule.mark = entry.keyMark
        for entry in reader.mapping.entries { rule.marks[entry.key] = entry.value.mark }
        rule.parameter = reader.string("parameter")
        rule.limitParameter = reader.string("limit")
        rule.firstPage = reader.integer("first") ?? 1
        rule.items = pointers.pointers("items", of: &reader)
        rule.total = pointers.pointers("total", of: &reader)
        rule.next = pointers.pointers("next", of: &reader)
        rule.hasMore = pointers.pointer("more", of: &reader)
        rule.isAutomatic = reader.bool("automatic") ?? true
        if style != nil { reportMissing(in: rule, what, reader) }
        reader.finish()
        rule.isWhole = sink.errorCount == errorsBefore
        return style == nil ? nil : rule
    }

    /// Each style needs to know where the position is, and where the list is.
    private func reportMissing(in rule: PlanSettings.PaginationRule, _ what: String, _ reader: MappingReader) {
        func require(_ key: String, _ meaning: String) {
            // A key with a wrong value has been reported already.
            guard reader.mapping[key] == nil else { return }
            sink.error(
                "missing-key", "\(what) has no '\(key)', which pages by \(rule.style.rawValue) need",
                at: reader.mark(of: "style"), remedy: "add '\(key)', \(meaning)")
        }
        require("items", "the JSON pointer of the list in a response")
        switch rule.style {
        case .offset, .page:
            require("parameter", "the request's parameter that moves on")
        case .cursor:
            require("parameter", "the request's parameter that moves on")
            require("next", "the JSON pointer of the next cursor in a response")
        case .next:
            require("next", "the JSON pointer of the next page's address in a response")
        // The header `Link` says all that there is to say.
        case .link: break
        }
    }
}
