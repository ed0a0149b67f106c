package import CallsignDiagnostics
package import CallsignOpenAPI
package import CallsignPlan

/// Makes the plan of a client from a description: the order of passes, and nothing else.
package enum Planner {
    /// - Throws: `Stopped` where a plan can't be made; what is wrong has been reported.
    package static func plan(
        _ document: ResolvedDocument, settings: PlanSettings, sink: DiagnosticSink
    ) throws(Stopped) -> ClientPlan {
        var ledger = Ledger()
        let drafts = MethodDrafter(document: document, settings: settings, sink: sink).drafts()
        let tree = ResourcePlanner(document: document, settings: settings).tree(drafts.map(\.resource))
        let methodNames = MethodNames(settings: settings).names(of: drafts, in: tree)

        var types = TypePlanner(document: document, settings: settings, sink: sink)
        let operations = OperationPlanner(document: document, settings: settings, sink: sink)
        var errors = ErrorPlanner(document: document, settings: settings, responses: operations.responses)
        var methods = zip(drafts, methodNames).map { draft, name in
            operations.plan(draft, named: name, types: &types, errors: &errors, ledger: &ledger)
        }

        var pages = PagePlanner(settings: settings, types: types.drafts, sink: sink)
        for index in methods.indices {
            methods[index].pages = pages.plan(methods[index], drafts[index], scope: types.scope(.method))
        }
        pages.reportUnused()

        let assembler = ClientAssembler(
            document: document, settings: settings, sink: sink, types: types, errors: errors, operations: operations)
        let plan = assembler.plan(methods: methods, tree: tree, ledger: &ledger)
        if sink.hasErrors { throw Stopped() }
        return plan
    }
}
