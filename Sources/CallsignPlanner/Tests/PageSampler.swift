import CallsignPlan

/// Makes the pages of a list: what is asked for, each by what the page before it says, and what is answered.
struct PageSampler {
    /// How many elements each page has. Another page without any comes where the list's end isn't told otherwise.
    private static let counts = [2, 1]

    let typer: SampleTyper
    let method: MethodPlan
    let pages: PagePlan
    /// The call of the method with what it requires.
    let call: CallSampler.Call
    /// What a page is answered with, and its JSON.
    let answer: AnswerPlan
    let envelope: JSONSample

    /// - Returns: nothing where no page with elements can be made up.
    var content: OperationTestPlan.Content? {
        let sampler = ElementSampler(typer: typer)
        guard case .value(let value) = method.response, !call.address.contains("?"),
            sampler.isReadAlone(pages.itemType), let items = steps(pages.items, of: value.type),
            case .array(let given)? = envelope[items.map(\.wireName)], let first = given.first,
            typer.fits(first, pages.itemType)
        else { return nil }
        let elements = sampler.elements(Self.counts.reduce(0, +), like: first, pages.itemType)
        var counts = Self.counts
        if !tellsTheEnd { counts.append(0) }
        var plans: [PageTestPlan] = []
        var start = 0
        for (number, count) in counts.enumerated() {
            let own = Array(elements[start..<start + count])
            let isLast = number == counts.count - 1
            guard let request = request(number, after: start),
                let page = page(own, items, number: number, total: elements.count, isLast: isLast, value.type)
            else { return nil }
            var answer = answer
            answer.body = page.text
            if pages.usesLinkHeader, !isLast { answer.headers.append(("Link", "<\(next(number))>; rel=\"next\"")) }
            plans.append(PageTestPlan(request: request, answer: answer))
            start += count
        }
        return .pages(plans, items: items.map { "/\($0.wireName)" }.joined())
    }

    /// Whether a page says by itself that it is the last.
    private var tellsTheEnd: Bool {
        switch pages.position {
        case .offset: !pages.totals.isEmpty || !pages.next.isEmpty || pages.hasMore != nil
        case .pageNumber: !pages.next.isEmpty || pages.hasMore != nil
        case .cursor, .nextURL: true
        }
    }

    // MARK: Requests

    /// - Parameter count: how many elements came before.
    private func request(_ number: Int, after count: Int) -> ExpectedRequest? {
        var request = call.expected
        switch pages.position {
        case .offset(let parameter, _):
            if count == 0 { return request }
            guard let text = query(parameter, .number(String(count))) else { return nil }
            request.target = call.target(query: call.query + text)
        case .pageNumber(let parameter, let first):
            guard let text = query(parameter, .number(String(first + number))) else { return nil }
            request.target = call.target(query: call.query + text)
        case .cursor(let parameter):
            if number == 0 { return request }
            guard let text = query(parameter, .string(next(number - 1))) else { return nil }
            request.target = call.target(query: call.query + text)
        case .nextURL:
            if number > 0 { request.target = call.target(query: [String(next(number - 1).dropFirst())]) }
        }
        return request
    }

    /// What a page says of the next one: a cursor, or an address relative to its own.
    private func next(_ number: Int) -> String {
        if case .nextURL = pages.position {
            return "?" + (call.query + ["page=\(number + 2)"]).joined(separator: "&")
        }
        return "page-\(number + 2)"
    }

    private func query(_ parameter: Identifier, _ json: JSONSample) -> [String]? {
        guard case .structure(let request) = method.request,
            let member = request.members.first(where: { $0.member.name == parameter }),
            case .query(let style) = member.place
        else { return nil }
        return ParameterText(name: member.member.wireName, style: style, place: .query).pairs(of: json)
    }

    // MARK: Answers

    private func page(
        _ elements: [JSONSample], _ items: [MemberPlan], number: Int, total: Int, isLast: Bool, _ type: TypeReference
    ) -> JSONSample? {
        var page = envelope.setting(items.map(\.wireName), to: .array(elements))
        for path in pages.totals {
            guard let steps = steps(path, of: type) else { return nil }
            page = page?.setting(steps.map(\.wireName), to: .number(String(total)))
        }
        for path in pages.next {
            guard let steps = steps(path, of: type), let last = steps.last else { return nil }
            page = page?.setting(steps.map(\.wireName), to: isLast ? Self.none(last) : .string(next(number)))
        }
        if let path = pages.hasMore {
            guard let steps = steps(path, of: type) else { return nil }
            page = page?.setting(steps.map(\.wireName), to: .bool(!isLast))
        }
        guard let page, typer.fits(page, type) else { return nil }
        return page
    }

    /// How a member says that there is nothing: it isn't there, or holds nothing.
    private static func none(_ member: MemberPlan) -> JSONSample? {
        if member.acceptsNull { return .null }
        if case .optional = member.type { return .null }
        return member.isOptional ? nil : .string("")
    }

    /// The members that a path leads through.
    private func steps(_ path: PropertyPath, of type: TypeReference) -> [MemberPlan]? {
        var members: [MemberPlan] = []
        var current = type
        for step in path.steps {
            while case .optional(let wrapped) = current { current = wrapped }
            guard case .named(let id) = current, case .structure(let structure) = typer.types[id.index].kind,
                let member = structure.members.first(where: { $0.name == step.name })
            else { return nil }
            members.append(member)
            current = member.type
        }
        return members
    }
}

extension JSONSample {
    fileprivate subscript(_ path: [String]) -> JSONSample? {
        path.reduce(self) { value, name in value?[name] }
    }

    /// The value with another one at a path, whose objects are made where they aren't there.
    ///
    /// - Parameter value: nothing to remove what is there.
    fileprivate func setting(_ path: [String], to value: JSONSample?) -> JSONSample? {
        guard let name = path.first else { return value }
        var members: [Member] = []
        if case .object(let own) = self { members = own }
        let index = members.firstIndex { $0.name == name }
        let old = index.map { members[$0].value } ?? .object([])
        let new = path.count == 1 ? value : old.setting(Array(path.dropFirst()), to: value)
        switch (index, new) {
        case (let index?, let new?): members[index].value = new
        case (let index?, nil): members.remove(at: index)
        case (nil, let new?): members.append(Member(name: name, value: new))
        case (nil, nil): break
        }
        return .object(members)
    }
}
