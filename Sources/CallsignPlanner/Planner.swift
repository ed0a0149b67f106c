import CallsignConcurrency
package import CallsignDiagnostics
package import CallsignOpenAPI
package import CallsignPlan

/// Makes the plan of a client from a description: the order of passes, and nothing else.
package enum Planner {
    /// What may seem to be wrong where only something else is missing, which was reported.
    private static let consequences: Set<String> = [
        PaginationFindings.unmatchedParameter, PaginationFindings.unmatchedPointer, ChosenNames.nameOfNothing,
        "pagination-rule-does-not-fit",
        "unknown-client-parameter", "unknown-pagination-rule", "unknown-parameter",
        "unknown-model", "unknown-schema", "unknown-security-scheme", "unmatched-operation-rule",
    ]

    /// - Parameter accounts: whether the plan's ledger is kept.
    /// - Throws: `Stopped` where a plan can't be made; what is wrong has been reported.
    package static func plan(
        _ document: ResolvedDocument, settings: PlanSettings, accounts: Bool = true, sink: DiagnosticSink
    ) throws(Stopped) -> ClientPlan {
        let own = DiagnosticSink()
        own.tolerated = sink.tolerated
        let document = SupportedOperations(settings: settings, sink: own).document(document)
        let plan = self.plan(document, settings, Ledger(isKept: accounts), own)
        let isWhole =
            document.isWhole && settings.isWhole && document.leftOut.isEmpty
            && document.excludedSchemas.isEmpty
        for diagnostic in own.diagnostics where isWhole || !consequences.contains(diagnostic.code) {
            sink.report(diagnostic)
        }
        if own.hasErrors { throw Stopped() }
        return plan
    }

    private static func plan(
        _ document: ResolvedDocument, _ settings: PlanSettings, _ ledger: consuming Ledger, _ sink: DiagnosticSink
    ) -> ClientPlan {
        let uses = Background { SchemaUses(document: document) }
        let slips = Background { self.slips(in: document, settings) }
        var ledger = ledger
        let drafts = MethodDrafter(document: document, settings: settings, sink: sink).drafts()
        let tree = ResourcePlanner(document: document, settings: settings).tree(drafts.map(\.resource))
        let methodNames = MethodNames(settings: settings).names(of: drafts, in: tree)

        var types = TypePlanner(document: document, settings: settings, sink: sink)
        let operations = OperationPlanner(document: document, settings: settings, uses: uses.value, sink: sink)
        var errors = ErrorPlanner(document: document, settings: settings, responses: operations.responses)
        var headers = HeaderPlanner(document: document, settings: settings)
        var methods = zip(drafts, methodNames).map { draft, name in
            operations.plan(
                draft, named: name, types: &types, errors: &errors, headers: &headers, ledger: &ledger)
        }
        let failureHeaders = errors.headers(&headers)

        let webhooks = WebhookPlanner(document: document, settings: settings).plan(types: &types)
        let models = document.requestedSchemas.map { id in
            types.reference(for: id, in: TypeContext(document[id].name ?? "model"))
        }
        types.planWaiting()

        var pages = PagePlanner(settings: settings, types: types.drafts, sink: sink)
        for index in methods.indices {
            methods[index].pages = pages.plan(methods[index], drafts[index], scope: types.scope(.method))
            methods[index].refusesPages = drafts[index].pagination?.value == "none"
        }
        DerivedNames(settings: settings).settle(tree, &methods)
        // Without any operation there is something else wrong.
        if !methods.isEmpty { pages.reportUnused() }

        let assembler = ClientAssembler(
            document: document, settings: settings, sink: sink, types: types, errors: errors, operations: operations,
            headers: headers, failureHeaders: failureHeaders, webhooks: webhooks, models: models)
        let plan = assembler.plan(methods: methods, tree: tree, ledger: &ledger)
        for slip in slips.value { sink.report(slip) }
        return plan
    }

    /// What is wrong with the parts of the description that are Callsign's own.
    private static func slips(in document: ResolvedDocument, _ settings: PlanSettings) -> [Diagnostic] {
        let sink = DiagnosticSink()
        ChosenNames(document: document, settings: settings, sink: sink).check()
        SchemaExtensions(document: document, sink: sink).check()
        return sink.diagnostics
    }
}
