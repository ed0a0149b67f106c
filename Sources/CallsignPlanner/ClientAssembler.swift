import CallsignConcurrency
import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Puts the planned parts together: names of types, resources, errors, credentials and files.
struct ClientAssembler {
    let document: ResolvedDocument
    let settings: PlanSettings
    let sink: DiagnosticSink
    let types: TypePlanner
    let errors: ErrorPlanner
    let operations: OperationPlanner
    let headers: HeaderPlanner
    /// The number of the headers of each failure of each error enumeration.
    let failureHeaders: [[Int?]]
    let webhooks: [WebhookPlan]
    /// Types that are wanted for themselves.
    let models: [TypeReference]

    func plan(methods: [MethodPlan], tree: [ResourcePlanner.Node], ledger: inout Ledger) -> ClientPlan {
        let names = topLevelNames()
        let taken = names.all
        let planned = Background { [document, settings] in
            var resources = ResourcePlanner(document: document, settings: settings)
                .plan(tree, methods: methods, taken: taken)
            LinkDocumentation(document: document).add(to: &resources)
            return resources
        }
        let errorPlans = errors.plans(
            names: names.errors, headers: failureHeaders, apiTitle: document.info.title, taken: taken)
        let graph = TypeGraph(types.drafts)
        let usage = usage(graph, methods: methods, tree: tree, errors: errorPlans)
        let typePlans = TypeFinisher(
            settings: settings, drafts: types.drafts, graph: graph, names: names.types, usage: usage, sink: sink
        ).plans()
        let resources = planned.value
        let authentication = AuthenticationPlanner(document: document, settings: settings, sink: sink)
            .plan(scope: types.scope(.argument))
        let files = FilePlanner(
            settings: settings, clientName: names.client,
            errorName: names.errors.first?.text, resources: resources,
            types: typePlans, usage: usage, webhooksName: names.webhooks, headersName: names.headers.first?.text)
        reportUnusedIdempotencyKey()
        record(authentication, in: &ledger)
        LedgerKeeper(document: document).complete(&ledger, dispositions: types.dispositions)
        var plan = ClientPlan(
            clientName: names.client, access: settings.access,
            documentation: Documentation([document.info.summary, document.info.description]),
            apiTitle: document.info.title, apiVersion: document.info.version, types: typePlans, errors: errorPlans,
            resources: resources, parameters: clientParameters(), authentication: authentication,
            servers: operations.servers,
            errorRules: ErrorRulesPlan(
                message: settings.errors.message, requestID: settings.errors.requestID,
                requestIDHeader: settings.errors.requestIDHeader),
            rateLimit: settings.rateLimit, files: files.files(), ledger: ledger)
        plan.serverChoice = serverChoice(besides: authentication, plan.parameters)
        recordServers(of: plan.serverChoice, in: &ledger)
        plan.ledger = ledger
        if settings.keepsExtensions { plan.extensions = ExtensionPlanner(document: document).plan() }
        plan.headers = headers.plans(names: names.headers)
        plan.webhooks = names.webhooks.map {
            WebhooksPlan(name: $0, webhooks: webhooks, signatures: settings.webhooks.signatures)
        }
        return plan
    }

    private func reportUnusedIdempotencyKey() {
        guard let header = settings.idempotencyKeyHeader else { return }
        let known = Set(document.operations.flatMap(\.parameters).filter { $0.location == .header }.map(\.name))
        if known.contains(where: { $0.lowercased() == header.value.lowercased() }) { return }
        sink.error(
            "unknown-idempotency-key", "no operation has a header parameter '\(header.value)'", at: header.mark,
            remedy: NearMatch.best(for: header.value, among: known.sorted()).map { "did you mean '\($0)'?" }
                ?? "describe it as a parameter in: header of each operation that takes it")
    }

    // MARK: Names

    private struct Names {
        var client: Identifier
        var errors: [Identifier]
        /// Those of the headers that more than one response has.
        var headers: [Identifier]
        /// Where the API sends any requests, or the configuration says how they are signed.
        var webhooks: Identifier?
        var types: [Identifier]

        var all: Set<String> {
            Set(
                [client.text] + errors.map(\.text) + headers.map(\.text) + types.map(\.text)
                    + [webhooks?.text].compactMap { $0 })
        }
    }

    /// The names of all declarations at the top of the module, settled together.
    private func topLevelNames() -> Names {
        let prefix = settings.moduleName ?? Self.prefix(settings.clientName) ?? plainTitle
        let clientWords = settings.clientName ?? prefix + " client"
        let errorWords = errors.nameCandidates(prefix: prefix)
        let headerWords = headers.nameCandidates(prefix: prefix)
        // A type never has its module's name: it would hide the module.
        let module = settings.moduleName.map { Set([$0]) } ?? []
        // What everybody writes comes first: no schema may take the name of the client or of its errors.
        let own =
            [NameScope.Candidate(clientWords, override: settings.clientName)]
            + (errorWords + headerWords).map { NameScope.Candidate($0) }
            + (hasWebhooks ? [NameScope.Candidate(prefix + " webhooks", override: settings.webhooks.name)] : [])
        let ownNames = NameScope(.type, settings: settings.naming, taken: module).names(for: Self.distinct(own)).names
        let drafts = types.drafts
        let models = drafts.indices.map {
            NameScope.Candidate(drafts[$0].nameCandidate, override: drafts[$0].nameOverride)
        }
        let modelScope = NameScope(
            .type, settings: settings.naming, taken: module.union(ownNames.map(\.text)))
        return Names(
            client: ownNames[0], errors: Array(ownNames.dropFirst().prefix(errorWords.count)),
            headers: Array(ownNames.dropFirst(1 + errorWords.count).prefix(headerWords.count)),
            webhooks: hasWebhooks ? ownNames.last : nil,
            types: modelScope.names(for: Self.distinct(models)).names)
    }

    private var hasWebhooks: Bool { !webhooks.isEmpty || !settings.webhooks.signatures.isEmpty }

    /// Inline types of the same place and error sets of the same resource may come to the same words.
    private static func distinct(_ candidates: [NameScope.Candidate]) -> [NameScope.Candidate] {
        var counts: [String: Int] = [:]
        counts.reserveCapacity(candidates.count)
        func next(_ count: inout Int) -> Int {
            count += 1
            return count
        }
        return candidates.map { candidate in
            var candidate = candidate
            let count = next(&counts[candidate.wireName, default: 0])
            if count > 1 { candidate.wireName += "_\(count)" }
            return candidate
        }
    }

    /// The API's name, which many titles follow with the word that every API could.
    private var plainTitle: String {
        let title = document.info.title
        let ending = " API"
        return title.hasSuffix(ending) && title.count > ending.count ? String(title.dropLast(ending.count)) : title
    }

    private static func prefix(_ clientName: String?) -> String? {
        guard let clientName else { return nil }
        return clientName.hasSuffix("Client") && clientName.count > 6 ? String(clientName.dropLast(6)) : clientName
    }

    // MARK: Parts

    private func usage(
        _ graph: TypeGraph, methods: [MethodPlan], tree: [ResourcePlanner.Node], errors: [ErrorPlan]
    ) -> TypeUsage {
        var usage = TypeUsage(graph)
        var number = 0
        func visit(_ node: ResourcePlanner.Node) {
            for method in node.methods {
                usage.add(methods[method], resource: number)
                for header in methods[method].headers.map({ headers.sets[$0.index] }) ?? [] {
                    usage.add(received: header.type, resource: number)
                }
            }
            number += 1
            for child in node.children { visit(child) }
        }
        for node in tree { visit(node) }
        for error in errors { usage.add(error) }
        for number in failureHeaders.joined().compactMap(\.self) {
            for header in headers.sets[number] { usage.add(received: header.type, resource: nil) }
        }
        for model in models { usage.add(model) }
        for webhook in webhooks { usage.add(webhook, resource: number) }
        return usage
    }

    private func clientParameters() -> [ClientParameterPlan] {
        let scope = types.scope(.argument)
        return settings.parameters.map { rule in
            let parameter = document.operations.lazy.flatMap(\.parameters).first {
                $0.location == .path && $0.name == rule.wireName
            }
            if parameter == nil {
                let known = Set(document.operations.flatMap(\.parameters).filter { $0.location == .path }.map(\.name))
                sink.error(
                    "unknown-client-parameter", "no operation has a path parameter '\(rule.wireName)'", at: rule.mark,
                    remedy: NearMatch.best(for: rule.wireName, among: known.sorted()).map { "did you mean '\($0)'?" })
            }
            return ClientParameterPlan(
                name: scope.name(rule.wireName, override: rule.swiftName), wireName: rule.wireName,
                documentation: Documentation([rule.description ?? parameter?.description]),
                environmentVariable: rule.environmentVariable, isUserName: rule.isUserName)
        }
    }

    private func record(_ authentication: AuthenticationPlan, in ledger: inout Ledger) {
        let generated = Set(authentication.schemes.map(\.name))
        for scheme in document.securitySchemes {
            let disposition: Ledger.Disposition =
                generated.contains(scheme.name) ? .generated : .leftOut(rule: "not-the-client's-own-scheme")
            ledger.record(.securityScheme, scheme.name, disposition, at: scheme.mark)
        }
    }

    private func serverChoice(
        besides authentication: AuthenticationPlan, _ parameters: [ClientParameterPlan]
    ) -> ServerChoicePlan? {
        ServerChoicePlanner(document: document, settings: settings)
            .plan(taken: Set(authentication.schemes.flatMap(\.arguments).map(\.text) + parameters.map(\.name.text)))
    }

    private func recordServers(of choice: ServerChoicePlan?, in ledger: inout Ledger) {
        for (index, server) in document.servers.enumerated() {
            let isGenerated = index == 0 || choice != nil
            ledger.record(
                .server, server.url, isGenerated ? .generated : .leftOut(rule: "first-server-is-the-default"),
                at: server.mark)
        }
    }
}
