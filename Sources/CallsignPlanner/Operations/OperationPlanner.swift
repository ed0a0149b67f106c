import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Plans methods: arguments, request, response, errors and the asynchronous form of each.
struct OperationPlanner {
    let document: ResolvedDocument
    let settings: PlanSettings
    let sink: DiagnosticSink
    let parameters: ParameterPlanner
    let requests: RequestPlanner
    let responses: ResponsePlanner
    let requirements: [[String]]
    let servers: [ServerPlan]

    /// - Parameter uses: how often each schema is referred to.
    init(document: ResolvedDocument, settings: PlanSettings, uses: SchemaUses, sink: DiagnosticSink) {
        self.document = document
        self.settings = settings
        self.sink = sink
        parameters = ParameterPlanner(settings: settings, sink: sink)
        requests = RequestPlanner(document: document, settings: settings, uses: uses.counts)
        responses = ResponsePlanner(document: document, sink: sink)
        requirements = AuthenticationPlanner(document: document, settings: settings, sink: sink).defaultRequirements()
        servers = ServerPlanner.defaults(document)
    }

    func plan(
        _ draft: MethodDraft, named name: Identifier, types: inout TypePlanner, errors: inout ErrorPlanner,
        headers: inout HeaderPlanner, ledger: inout Ledger
    ) -> MethodPlan {
        let operation = draft.operation
        let isAsynchronous = hasAsynchronousForm(draft)
        parameters.reportUnknownNames(in: draft, known: parameterNames(operation))
        var arguments: [Parameter] = []
        var members: [(parameter: Parameter, style: ParameterStylePlan)] = []
        var fixed: [FixedParameterPlan] = []
        var callbackPlace: RequestMemberPlan.Place?
        let answers = responses.streams.answers(of: draft)
        let flag = responses.streams.flag(draft, answers)
        for parameter in operation.parameters {
            let role = parameters.role(of: parameter, in: draft, isAsynchronous: isAsynchronous, flag: flag)
            ledger.recordParameter(
                "\(operation.method) \(operation.path) \(parameter.location.rawValue) \(parameter.name)",
                Self.disposition(role), at: parameter.mark)
            switch role {
            case .argument: arguments.append(parameter)
            case .member: members.append((parameter, parameters.style(of: parameter)))
            case .fixed(let value):
                fixed.append(
                    FixedParameterPlan(wireName: parameter.name, place: Self.place(parameter.location), value: value))
            case .asynchronous:
                callbackPlace = .query(parameters.style(of: parameter))
                types.visit(parameter.schema)
            case .client, .omitted, .reservedHeader, .streamFlag: types.visit(parameter.schema)
            }
        }
        let request = requests.plan(
            draft, named: name, members: members, callbacks: callbackNames(isAsynchronous),
            flag: flag?.place == .bodyKey ? flag?.wireName : nil, types: &types)
        if let media = draft.body {
            PartHeaders(document: document, formats: types.formats, sink: sink).report(media)
        }
        let response = responses.plan(draft, types: &types)
        var method = MethodPlan(
            name: name, operationName: operationName(draft, name), httpMethod: operation.method, path: operation.path,
            documentation: documentation(draft), isDeprecated: operation.deprecated,
            arguments: argumentPlans(arguments, draft, types: &types), request: request.request,
            fixedParameters: fixed, response: response, error: errors.add(draft, headers: headers, types: &types),
            pages: nil,
            asynchronous: asynchronous(
                callbackPlace ?? request.callbackPlace, name: name, response: response, types: &types),
            security: security(operation), server: server(operation), mark: operation.mark)
        method.isIdempotent = draft.rule.isIdempotent
        method.bodyChoice = draft.bodyChoice
        method.bodyEncodings = draft.body.map { BodyEncodings(document: document).plans(of: $0) } ?? []
        method.streamFlag = flag
        method.streamings = responses.streams.streamings(
            name, answers, in: draft.context("event"), types: &types)
        method.streamings += RepresentationPlanner(document: document).forms(
            name, of: draft, in: draft.context("representation"),
            types: &types)
        method.idempotencyKeyHeader = idempotencyKeyHeader(operation)
        let user = SetNames.User(resource: draft.resource.joined(separator: "_"), method: draft.words)
        method.headers = headers.number(of: headers.successes(draft, types: &types), for: user).map {
            HeadersReference(name: name, index: $0)
        }
        return method
    }

    /// The header's name as the operation writes it; nothing where it doesn't take the key.
    private func idempotencyKeyHeader(_ operation: Operation) -> String? {
        guard let header = settings.idempotencyKeyHeader?.value.lowercased() else { return nil }
        return operation.parameters.first { $0.location == .header && $0.name.lowercased() == header }?.name
    }

    private func operationName(_ draft: MethodDraft, _ name: Identifier) -> String {
        if draft.view == nil, let id = draft.operation.operationID, !id.isEmpty { return id }
        let scope = NameScope(.member, settings: settings.naming)
        return (draft.resource.map { scope.name($0).text } + [name.text]).joined(separator: ".")
    }

    private func parameterNames(_ operation: Operation) -> [String] {
        operation.parameters.map(\.name)
    }

    private static func disposition(_ role: ParameterRole) -> Ledger.Disposition {
        switch role {
        case .argument, .member, .fixed, .client, .asynchronous, .streamFlag: .generated
        case .omitted: .leftOut(rule: "omitted-by-the-method's-rule")
        case .reservedHeader: .leftOut(rule: "header-set-by-http")
        }
    }

    private static func place(_ location: ParameterLocation) -> ParameterPlace {
        switch location {
        case .path: .path
        case .query, .querystring: .query
        case .header: .header
        case .cookie: .cookie
        }
    }

    private func documentation(_ draft: MethodDraft) -> Documentation {
        let link = draft.operation.externalDocs.map { "See [\($0.description ?? "more")](\($0.url))." }
        return Documentation([draft.summary.map(Self.sentence), draft.description, link])
    }

    /// A summary as the first sentence of a documentation comment.
    static func sentence(_ summary: String) -> String {
        // Nearly all end in a letter or a point of ASCII.
        switch summary.utf8.last {
        case (UInt8(ascii: "a")...UInt8(ascii: "z"))?: return summary + "."
        case UInt8(ascii: "."): return summary
        default: break
        }
        var trimmed = summary[...]
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        guard let last = trimmed.last, last.isLetter || last.isNumber || last == ")" || last == "`" else {
            return String(trimmed)
        }
        return String(trimmed) + "."
    }

    // MARK: Arguments

    private func argumentPlans(
        _ parameters: [Parameter], _ draft: MethodDraft, types: inout TypePlanner
    ) -> [ArgumentPlan] {
        // In the order of the path, whatever the order of their declarations.
        let ordered = parameters.count < 2 ? parameters : Self.ordered(parameters, by: draft.operation.path)
        let names = types.scope(.argument).names(
            for: ordered.map {
                NameScope.Candidate($0.name, override: $0.extensions.value(of: ChosenNames.key)?.string)
            }
        ).names
        return zip(ordered, names).map { parameter, name in
            let schema = parameter.schema ?? parameter.content.first?.schema
            let word = parameter.name
            var argument = ArgumentPlan(
                label: ordered.count == 1 ? nil : name, name: name, wireName: parameter.name,
                type: schema.map {
                    types.reference(for: $0, in: TypeContext((draft.resource + [word]).joined(separator: "_")))
                } ?? .scalar(ScalarType(.string)),
                style: self.parameters.style(of: parameter),
                documentation: MemberDocumentation(document: document).text(of: schema, own: parameter.description))
            argument.mark = parameter.mark
            return argument
        }
    }

    private static func ordered(_ parameters: [Parameter], by path: String) -> [Parameter] {
        let positions = parameters.map { path.offset(of: "{\($0.name)}") ?? .max }
        return parameters.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }.map { parameters[$0] }
    }

    // MARK: The asynchronous form

    private func hasAsynchronousForm(_ draft: MethodDraft) -> Bool {
        settings.asynchronous != nil && draft.rule.isAsynchronous != false
    }

    private func callbackNames(_ isAsynchronous: Bool) -> Set<String> {
        guard isAsynchronous, let rule = settings.asynchronous else { return [] }
        return Set([rule.urlParameter, rule.methodParameter].compactMap { $0 })
    }

    private func asynchronous(
        _ place: RequestMemberPlan.Place?, name: Identifier, response: ResponsePlan, types: inout TypePlanner
    ) -> AsynchronousPlan? {
        guard let place, let rule = settings.asynchronous, let schema = responses.schema(named: rule.receipt) else {
            return nil
        }
        if case .byStatus = response { return nil }
        return AsynchronousPlan(
            urlParameter: rule.urlParameter, methodParameter: rule.methodParameter, place: place,
            receipt: types.reference(for: schema, in: TypeContext("asynchronous_receipt")),
            outcomeMethod: types.scope(.method).name(name.text + "_outcome"))
    }

    // MARK: Overrides

    private func security(_ operation: Operation) -> [[String]]? {
        let isUsual = operation.security.elementsEqual(requirements) { own, usual in
            own.schemes.elementsEqual(usual) { $0.name == $1 }
        }
        return isUsual ? nil : AuthenticationPlanner.names(operation.security)
    }

    private func server(_ operation: Operation) -> ServerPlan? {
        guard let own = operation.servers.first.map(ServerPlanner.plan), own.url != servers.first?.url else {
            return nil
        }
        return own
    }
}
