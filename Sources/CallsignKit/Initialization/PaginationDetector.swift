import CallsignOpenAPI
import CallsignPlan

/// Finds how lists of an API seem to be paged: by the names of parameters and of members that APIs have in common.
struct PaginationDetector {
    private let plan: ClientPlan
    /// The operations whose responses lead to the next page by a header.
    private let linked: Set<String>

    init(_ plan: ClientPlan, of document: ResolvedDocument) {
        self.plan = plan
        let operations = document.operations.filter { operation in
            operation.responses.contains { response in
                Self.isSuccess(response.status) && response.headers.contains { $0.name.lowercased() == "link" }
            }
        }
        linked = Set(operations.map { Self.key($0.method, $0.path) })
    }

    private static func isSuccess(_ status: Response.Status) -> Bool {
        switch status {
        case .code(let code): 200..<300 ~= code
        case .range(let range): range == 2
        case .default: false
        }
    }

    private static func key(_ method: String, _ path: String) -> String { "\(method) \(path)" }

    /// A rule for each way of paging, the most frequent first.
    struct Candidate {
        var rule: PlanSettings.PaginationRule
        /// How many operations it seems to be for.
        var count = 1
        /// Whether the next page's address is a URL, where rules need text.
        var hasTypedAddress = false
    }

    var candidates: [Candidate] {
        var candidates: [String: Candidate] = [:]
        var order: [String] = []
        for method in plan.resources.flatMap(Self.methods) where method.httpMethod == "GET" {
            guard let found = candidate(method) else { continue }
            let key = "\(found.rule.style.rawValue) \(found.rule.parameter ?? "")"
            guard var known = candidates[key] else {
                candidates[key] = found
                order.append(key)
                continue
            }
            known.count += 1
            known.hasTypedAddress = known.hasTypedAddress || found.hasTypedAddress
            Self.add(found.rule.items, to: &known.rule.items)
            Self.add(found.rule.next, to: &known.rule.next)
            Self.add(found.rule.total, to: &known.rule.total)
            known.rule.hasMore = known.rule.hasMore ?? found.rule.hasMore
            known.rule.limitParameter = known.rule.limitParameter ?? found.rule.limitParameter
            candidates[key] = known
        }
        let found = order.compactMap { candidates[$0] }.enumerated().sorted {
            ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        return Self.named(found.map(\.element))
    }

    /// Lists that seem to be paged, though no rule is for them.
    struct Unpaged {
        var style: PlanSettings.PaginationRule.Style
        /// The parameter that moves on, or the member that names the next page.
        var key: String
        var methods: [MethodPlan] = []
    }

    /// By what moves on, in the order of the description.
    var unpaged: [Unpaged] {
        var lists: [Unpaged] = []
        var seen: Set<String> = []
        for method in plan.resources.flatMap(Self.methods) where method.httpMethod == "GET" {
            guard method.pages == nil, !method.refusesPages, seen.insert(method.operationName).inserted,
                let rule = candidate(method)?.rule, let key = rule.parameter ?? rule.next.first
            else { continue }
            if let index = lists.firstIndex(where: { $0.style == rule.style && $0.key == key }) {
                lists[index].methods.append(method)
            } else {
                lists.append(Unpaged(style: rule.style, key: key, methods: [method]))
            }
        }
        return lists
    }

    private static func methods(_ resource: ResourcePlan) -> [MethodPlan] {
        resource.methods + resource.children.flatMap(methods)
    }

    private static func add(_ pointers: [String], to known: inout [String]) {
        for pointer in pointers where !known.contains(pointer) { known.append(pointer) }
    }

    /// Names rules by their style, and by their parameter where several have one.
    private static func named(_ candidates: [Candidate]) -> [Candidate] {
        var names: Set<String> = []
        return candidates.map { candidate in
            var candidate = candidate
            var name = candidate.rule.style.rawValue
            if names.contains(name), let parameter = candidate.rule.parameter { name = "\(name)-\(parameter)" }
            names.insert(name)
            candidate.rule.name = name
            return candidate
        }
    }

    // MARK: One operation

    private func candidate(_ method: MethodPlan) -> Candidate? {
        guard case .value(let value) = method.response, value.format == .json else { return nil }
        let fields = ResponseFields(value.type, of: plan)
        if linked.contains(Self.key(method.httpMethod, method.path)),
            let items = fields.isList(value.type) ? "" : items(fields)
        {
            var rule = PlanSettings.PaginationRule(name: "", style: .link)
            rule.items = [items]
            return Candidate(rule: rule)
        }
        guard let items = items(fields) else { return nil }
        let parameters = parameters(method)
        let addresses = fields.matching(Self.addresses) { fields.isText($0) || fields.isAddress($0) }
        let cursors = fields.matching(Self.cursors, where: fields.isText)
        let vague = fields.matching(Self.vague) { fields.isText($0) || fields.isAddress($0) }
        // A page that is asked for by a text is no number.
        let cursor =
            parameters.first { Self.cursorParameters.contains($0.word) && $0.isText }
            ?? parameters.first { Self.pageParameters.contains($0.word) && $0.isText }

        var rule: PlanSettings.PaginationRule
        var hasTypedAddress = false
        // A next page that is a text and no address is asked for by a parameter, or it is no page of a list.
        let possible = vague.filter { !$0.word.hasSuffix("page") || fields.isAddress($0.type) }
        if !addresses.isEmpty || !possible.isEmpty && cursor == nil {
            let next = addresses.isEmpty ? possible : addresses
            rule = PlanSettings.PaginationRule(name: "", style: .next)
            rule.next = next.map(\.pointer)
            hasTypedAddress = next.contains { fields.isAddress($0.type) }
        } else if let cursor, !cursors.isEmpty || !vague.isEmpty {
            rule = PlanSettings.PaginationRule(name: "", style: .cursor)
            rule.parameter = cursor.wireName
            rule.next = (cursors.isEmpty ? vague : cursors).map(\.pointer)
        } else if let offset = parameters.first(where: { Self.offsetParameters.contains($0.word) && $0.isNumber }) {
            rule = PlanSettings.PaginationRule(name: "", style: .offset)
            rule.parameter = offset.wireName
            rule.limitParameter =
                parameters.first { Self.limitParameters.contains($0.word) && $0.isNumber }?.wireName
        } else if let page = parameters.first(where: { Self.pageParameters.contains($0.word) && $0.isNumber }) {
            rule = PlanSettings.PaginationRule(name: "", style: .page)
            rule.parameter = page.wireName
            rule.firstPage = 1
        } else {
            return nil
        }
        rule.items = [items]
        rule.total = fields.matching(Self.totals, where: fields.isWhole).map(\.pointer)
        rule.hasMore = fields.matching(Self.flags, where: fields.isFlag).first?.pointer
        return Candidate(rule: rule, hasTypedAddress: hasTypedAddress)
    }

    /// The list that a page holds: one of a usual name, or else the only one.
    private func items(_ fields: ResponseFields) -> String? {
        let lists = fields.all.filter { fields.isList($0.type) }
        if let usual = lists.first(where: { Self.itemNames.contains($0.word) }) { return usual.pointer }
        let shallow = lists.filter { !$0.isNested }
        return shallow.count == 1 ? shallow[0].pointer : nil
    }

    private struct QueryParameter {
        let wireName: String
        let word: String
        let isText: Bool
        let isNumber: Bool
    }

    /// The optional parameters of the query, which a page's request can leave out.
    private func parameters(_ method: MethodPlan) -> [QueryParameter] {
        guard case .structure(let request) = method.request else { return [] }
        return request.members.compactMap { member in
            guard case .query = member.place, member.member.isOptional else { return nil }
            var isText = false
            var isNumber = false
            if case .scalar(let scalar) = member.member.type, scalar.wire == .native {
                isText = scalar.value == .string
                isNumber = [.int, .int32, .int64].contains(scalar.value)
            }
            return QueryParameter(
                wireName: member.member.wireName, word: ResponseFields.word(member.member.wireName), isText: isText,
                isNumber: isNumber)
        }
    }

    // MARK: Names, in small letters and without what joins words

    private static let itemNames: Set<String> = ["data", "items", "results", "objects", "records", "entries", "values"]
    private static let offsetParameters: Set<String> = ["offset", "skip", "startindex"]
    private static let limitParameters: Set<String> = [
        "limit", "pagesize", "perpage", "count", "size", "maxresults", "pagelimit",
    ]
    private static let pageParameters: Set<String> = ["page", "pagenumber", "pageno", "pageindex"]
    private static let cursorParameters: Set<String> = [
        "cursor", "after", "startingafter", "pagetoken", "nexttoken", "nextpagetoken", "continuation",
        "continuationtoken", "marker", "startafter", "pagecursor", "nextcursor",
    ]
    private static let addresses: Set<String> = [
        "nexturl", "nexturi", "nextpageurl", "nextpageuri", "nextlink", "linkspagesnext", "linksnext", "linksnexthref",
        "metanextpageurl", "paginationnexturl",
    ]
    private static let cursors: Set<String> = [
        "nextcursor", "nextpagetoken", "nexttoken", "metanextcursor", "paginationnextcursor", "pagingnextcursor",
        "lastid", "endcursor", "metanexttoken", "nextpagecursor", "paginationcursor", "metacursor",
        "pagingcursorsafter", "responsemetadatanextcursor",
    ]
    /// Either the next page's address or its cursor.
    private static let vague: Set<String> = ["next", "metanext", "paginationnext", "pagingnext", "nextpage"]
    private static let totals: Set<String> = [
        "total", "totalcount", "metatotal", "metatotalcount", "paginationtotal", "paginationtotalcount", "totalitems",
        "totalresults", "pagingtotal", "totalsize",
    ]
    private static let flags: Set<String> = ["hasmore", "hasnext", "hasnextpage", "metahasmore", "paginationhasmore"]
}
