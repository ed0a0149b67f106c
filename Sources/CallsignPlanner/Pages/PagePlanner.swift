import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Plans how lists are paged, by the rules of the configuration.
struct PagePlanner {
    let settings: PlanSettings
    let types: [TypeDraft]
    let sink: DiagnosticSink
    private var findings = PaginationFindings()

    init(settings: PlanSettings, types: [TypeDraft], sink: DiagnosticSink) {
        self.settings = settings
        self.types = types
        self.sink = sink
    }

    /// The pages of a method, or nothing where it has none.
    mutating func plan(_ method: MethodPlan, _ draft: MethodDraft, scope: NameScope) -> PagePlan? {
        findings.note(parametersOf: method)
        if let named = draft.pagination {
            if named.value == "none" { return nil }
            guard let rule = settings.pagination.first(where: { $0.name == named.value }) else {
                let names = settings.pagination.map(\.name)
                sink.error(
                    "unknown-pagination-rule", "no pagination rule is called '\(named.value)'", at: named.mark,
                    remedy: NearMatch.best(for: named.value, among: names).map { "did you mean '\($0)'?" }
                        ?? "the rules are \((names + ["none"]).joined(separator: ", "))")
                return nil
            }
            findings.note(use: rule)
            return plan(method, rule, scope: scope, isRequired: true)
        }
        for rule in settings.pagination where rule.isAutomatic && method.httpMethod == "GET" {
            // A list says nothing of pages, so the description has to name the header.
            if rule.style == .link, !Self.hasLinkHeader(draft) { continue }
            if let plan = plan(method, rule, scope: scope, isRequired: false) {
                findings.note(use: rule)
                return plan
            }
        }
        return nil
    }

    /// Reports rules and keys of rules that fit no operation: most likely a member or pointer is misspelt.
    func reportUnused() {
        findings.report(settings.pagination, sink)
    }

    private mutating func plan(
        _ method: MethodPlan, _ rule: PlanSettings.PaginationRule, scope: NameScope, isRequired: Bool
    ) -> PagePlan? {
        func fail(_ message: String) -> PagePlan? {
            if isRequired {
                sink.error(
                    "pagination-rule-does-not-fit",
                    "'\(method.operationName)' can't be paged by '\(rule.name)': \(message)",
                    at: method.mark, notes: [Diagnostic.Note("the rule is here", at: rule.mark)])
            }
            return nil
        }
        guard case .value(let value) = method.response, value.format == .json else {
            return fail("its response isn't JSON")
        }
        guard let items = rule.items.compactMap({ path($0, from: value.type) }).first(where: { isList($0.type) }),
            case .array(let item) = items.type
        else {
            return fail("its response has no list at \(rule.items.joined(separator: " or "))")
        }
        findings.note("items", of: rule)
        guard let position = position(rule, method) else {
            return fail("it has no optional query parameter '\(rule.parameter ?? "")' of the right type")
        }
        let next = rule.next.compactMap { path($0, from: value.type) }.filter { isText($0.type) }
        if rule.style == .cursor || rule.style == .next, next.isEmpty {
            return fail("its response has no text at \(rule.next.joined(separator: " or "))")
        }
        let totals = rule.total.compactMap { path($0, from: value.type) }.filter { isInteger($0.type) }
        let hasMore = rule.hasMore.flatMap { path($0, from: value.type) }.flatMap { isFlag($0.type) ? $0 : nil }
        findings.note("next", of: rule, if: !next.isEmpty)
        findings.note("total", of: rule, if: !totals.isEmpty)
        findings.note("more", of: rule, if: hasMore != nil)
        findings.note("limit", of: rule, if: rule.limitParameter.flatMap { queryMember($0, of: method) } != nil)
        var plan = PagePlan(
            position: position, itemType: Self.unwrapped(item),
            pageMethod: scope.name(method.name.text + "_page"), items: items, totals: totals, next: next,
            hasMore: hasMore)
        plan.usesLinkHeader = rule.style == .link
        return plan
    }

    private static func hasLinkHeader(_ draft: MethodDraft) -> Bool {
        draft.successes.contains { response in
            response.headers.contains { $0.name.lowercased() == "link" }
        }
    }

    private static func unwrapped(_ type: TypeReference) -> TypeReference {
        if case .optional(let wrapped) = type { wrapped } else { type }
    }

    // MARK: The position

    private func position(_ rule: PlanSettings.PaginationRule, _ method: MethodPlan) -> PagePlan.Position? {
        if rule.style == .next || rule.style == .link { return .nextURL }
        guard let wireName = rule.parameter, let parameter = queryMember(wireName, of: method), parameter.isOptional
        else { return nil }
        switch rule.style {
        case .offset:
            guard isPlainInteger(parameter.type) else { return nil }
            let limit = rule.limitParameter.flatMap { queryMember($0, of: method) }
            return .offset(
                parameter: parameter.name,
                limit: limit.flatMap { isPlainInteger($0.type) && $0.isOptional ? $0.name : nil })
        case .page:
            return isPlainInteger(parameter.type) ? .pageNumber(parameter: parameter.name, first: rule.firstPage) : nil
        case .cursor:
            return parameter.type == .scalar(ScalarType(.string)) ? .cursor(parameter: parameter.name) : nil
        case .next, .link: return .nextURL
        }
    }

    private func queryMember(_ wireName: String, of method: MethodPlan) -> MemberPlan? {
        guard case .structure(let request) = method.request else { return nil }
        return request.members.first { member in
            if case .query = member.place { return member.member.wireName == wireName }
            return false
        }?.member
    }

    // MARK: Paths into a response

    /// The members that a JSON pointer leads through, or nothing where the type has no such members.
    func path(_ pointer: String, from type: TypeReference) -> PropertyPath? {
        var steps: [PropertyPath.Step] = []
        var current = Self.unwrapped(type)
        for part in pointer.utf8.split(separator: UInt8(ascii: "/")) {
            // Most responses that are looked into are no structures, or have no such member.
            let token = String(Substring(part))
            guard case .named(let id) = current, case .structure(let structure) = types[id.index].kind,
                let position = structure.members.indices.first(where: { structure.members[$0].wireName == token }),
                structure.members[position].fixedValue == nil
            else { return nil }
            let member = structure.members[position]
            var isOptional = member.isOptional
            if case .optional(let wrapped) = member.type {
                isOptional = true
                current = wrapped
            } else {
                current = member.type
            }
            steps.append(PropertyPath.Step(name: member.name, isOptional: isOptional))
        }
        return PropertyPath(steps: steps, type: current)
    }

    private func isList(_ type: TypeReference) -> Bool {
        if case .array(let element) = type, case .optional = element { return false }
        if case .array = type { return true }
        return false
    }

    private func isText(_ type: TypeReference) -> Bool {
        guard case .scalar(let scalar) = type else { return false }
        return scalar.value == .string
    }

    private func isInteger(_ type: TypeReference) -> Bool {
        guard case .scalar(let scalar) = type else { return false }
        return scalar.value == .int || scalar.value == .int32 || scalar.value == .int64
    }

    /// An integer that is written as a number, whatever its size.
    private func isPlainInteger(_ type: TypeReference) -> Bool {
        guard case .scalar(let scalar) = type else { return false }
        return isInteger(type) && scalar.wire == .native
    }

    private func isFlag(_ type: TypeReference) -> Bool {
        guard case .scalar(let scalar) = type else { return false }
        return scalar.value == .bool
    }
}
