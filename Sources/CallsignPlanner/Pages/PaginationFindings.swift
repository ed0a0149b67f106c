import CallsignDiagnostics
import CallsignPlan

/// Which keys of the pagination rules named something that is there, in any operation: a key that never did is most
/// likely misspelt.
struct PaginationFindings {
    private static let unmatchedKey = "unmatched-pagination-key"
    /// What may also come of a part of the description that couldn't be read has codes of its own.
    static let unmatchedParameter = "unmatched-pagination-parameter"
    static let unmatchedPointer = "unmatched-pagination-pointer"

    /// The names of the query parameters that lists might be paged by.
    private var parameters: Set<String> = []
    /// The keys that named something, by rule.
    private var found: [String: Set<String>] = [:]
    private var used: Set<String> = []

    mutating func note(parametersOf method: MethodPlan) {
        guard case .structure(let request) = method.request else { return }
        for member in request.members {
            if case .query = member.place { parameters.insert(member.member.wireName) }
        }
    }

    mutating func note(_ key: String, of rule: PlanSettings.PaginationRule, if isFound: Bool = true) {
        if isFound { found[rule.name, default: []].insert(key) }
    }

    mutating func note(use of: PlanSettings.PaginationRule) {
        used.insert(of.name)
    }

    /// Reports the keys that named nothing. Those of rules that couldn't be read whole would be named a second time.
    func report(_ rules: [PlanSettings.PaginationRule], _ sink: DiagnosticSink) {
        for rule in rules where rule.isWhole {
            if used.contains(rule.name) {
                reportKeys(of: rule, sink)
            } else {
                reportUnused(rule, sink)
            }
        }
    }

    private func reportKeys(of rule: PlanSettings.PaginationRule, _ sink: DiagnosticSink) {
        let found = found[rule.name] ?? []
        if let limit = rule.limitParameter, !found.contains("limit") { reportParameter(limit, "limit", of: rule, sink) }
        let pointers = [
            ("total", rule.total, "a whole number"), ("next", rule.next, "a text"),
            ("more", rule.hasMore.map { [$0] } ?? [], "a boolean"),
        ]
        for (key, values, what) in pointers where !values.isEmpty && !found.contains(key) {
            reportPointer(values, key, what, of: rule, sink)
        }
    }

    /// A rule that no operation fits: the first of its keys that says why.
    private func reportUnused(_ rule: PlanSettings.PaginationRule, _ sink: DiagnosticSink) {
        if rule.style == .link {
            sink.error(
                "unused-pagination-rule", "the pagination rule '\(rule.name)' fits no operation", at: rule.mark,
                remedy: "describe the header 'Link' in the responses to lists, or name the rule at an operation")
            return
        }
        if let parameter = rule.parameter, !parameters.contains(parameter) {
            reportParameter(parameter, "parameter", of: rule, sink)
        } else if found[rule.name]?.contains("items") != true {
            reportPointer(rule.items, "items", "a list", of: rule, sink)
        } else {
            sink.error(
                "unused-pagination-rule", "the pagination rule '\(rule.name)' fits no operation", at: rule.mark,
                remedy: "check that 'parameter' names an optional query parameter of the operations whose responses "
                    + "have a list at 'items'")
        }
    }

    private func reportParameter(
        _ name: String, _ key: String, of rule: PlanSettings.PaginationRule, _ sink: DiagnosticSink
    ) {
        let near = NearMatch.best(for: name, among: parameters.sorted())
        sink.error(
            near == nil ? Self.unmatchedParameter : Self.unmatchedKey,
            "no operation that the pagination rule '\(rule.name)' is for has the query parameter '\(name)'",
            at: rule.marks[key] ?? rule.mark,
            remedy: near.map { "did you mean '\($0)'?" } ?? "name the parameter as the description does")
    }

    private func reportPointer(
        _ values: [String], _ key: String, _ what: String, of rule: PlanSettings.PaginationRule, _ sink: DiagnosticSink
    ) {
        sink.error(
            key == "items" ? Self.unmatchedKey : Self.unmatchedPointer,
            "no response to the operations that the pagination rule '\(rule.name)' is for has \(what) at "
                + values.map { Quotation($0).description }.joined(separator: " or "),
            at: rule.marks[key] ?? rule.mark,
            remedy: "give '\(key)' the JSON pointer of a member as the description names it")
    }
}
