package import CallsignDiagnostics
package import CallsignOpenAPI
package import CallsignPlan

/// Makes the plan of a client's tests from the description and the client's own plan.
package struct TestPlanner {
    private let client: ClientPlan
    private let document: ResolvedDocument
    private let settings: PlanSettings
    private let sink: DiagnosticSink
    private let samples: SampleSource
    private let credentials: CredentialSampler

    /// - Parameter module: the client's module.
    package static func plan(
        _ client: ClientPlan, of document: ResolvedDocument, settings: PlanSettings, module: String,
        sink: DiagnosticSink
    ) -> TestPlan {
        TestPlanner(client: client, document: document, settings: settings, sink: sink).plan(module: module)
    }

    private init(client: ClientPlan, document: ResolvedDocument, settings: PlanSettings, sink: DiagnosticSink) {
        self.client = client
        // Without what the client was planned without; that has been reported.
        let document = SupportedOperations(settings: settings, sink: DiagnosticSink()).document(document)
        self.document = document
        self.settings = settings
        self.sink = sink
        samples = SampleSource(document: document, typer: SampleTyper(types: client.types), sink: sink)
        credentials = CredentialSampler(document: document, client: client)
    }

    private func plan(module: String) -> TestPlan {
        // The same drafts that the client was planned from, in the same order; what is wrong with them was reported.
        let quiet = DiagnosticSink()
        let drafts = MethodDrafter(document: document, settings: settings, sink: quiet).drafts()
        let tree = ResourcePlanner(document: document, settings: settings).tree(drafts.map(\.resource))
        let baseURL = baseURL
        var groups: [(path: [Identifier], names: [String], tests: [OperationTestPlan])] = []
        func visit(
            _ nodes: [ResourcePlanner.Node], _ resources: [ResourcePlan], _ path: [Identifier],
            _ types: [Identifier], _ names: [String]
        ) {
            for (node, resource) in zip(nodes, resources) {
                let path = path + [resource.propertyName]
                let names = names + [resource.plainName]
                let types = types + [resource.typeName]
                let tests = tests(of: resource, types, node.methods.map { drafts[$0] }, baseURL: baseURL)
                if !tests.isEmpty { groups.append((path, names, tests)) }
                visit(node.children, resource.children, path, types, names)
            }
        }
        visit(tree, client.resources, [], [client.clientName], [])
        let taken = Set(client.types.map(\.name.text) + client.errors.map(\.name.text) + [client.clientName.text])
        let names = NameScope(.type, settings: settings.naming, taken: taken, suffix: "Suite").names(
            for: groups.map { NameScope.Candidate($0.names.joined() + "Tests") }
        ).names
        return TestPlan(
            module: NameScope(.module, settings: settings.naming).name(module, override: module),
            clientFile: client.clientName.text + "Calls", baseURL: baseURL, credentials: credentials.arguments,
            furtherCredentials: credentials.further,
            suites: zip(groups, names).map { TestSuitePlan(name: $1, resource: $0.path, tests: $0.tests) })
    }

    /// An address for servers that have none, which then stands before all paths.
    private var baseURL: String? {
        let own = client.resources.flatMap(Self.methods).compactMap(\.server?.url)
        let all = (client.servers.isEmpty ? [""] : [client.servers[0].url]) + own
        let areWhole = all.allSatisfy { url in
            ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
        }
        if areWhole { return nil }
        let path = client.servers.first.map(\.url) ?? ""
        return "https://api.example.com" + (path.hasPrefix("/") ? path : "")
    }

    private static func methods(_ resource: ResourcePlan) -> [MethodPlan] {
        resource.methods + resource.children.flatMap(methods)
    }

    private func tests(
        of resource: ResourcePlan, _ types: [Identifier], _ drafts: [MethodDraft], baseURL: String?
    ) -> [OperationTestPlan] {
        let planned = zip(resource.methods, drafts).flatMap { method, draft in
            OperationTester(
                client: client, document: document, settings: settings, samples: samples, credentials: credentials,
                sink: sink, method: method, draft: draft, resource: types, baseURL: baseURL
            ).tests
        }
        let names = NameScope(.method, settings: settings.naming, taken: []).names(
            for: planned.map { NameScope.Candidate($0.name) }
        ).names
        return zip(planned, names).map { test, name in test.plan(named: name) }
    }
}
