import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Makes the tests of one operation: of its method, and of each further form that this has.
struct OperationTester {
    /// A test whose name isn't settled yet.
    struct Draft {
        let name: String
        let method: MethodPlan
        let called: Identifier
        let arguments: [SampleArgument]
        let content: OperationTestPlan.Content

        func plan(named name: Identifier) -> OperationTestPlan {
            OperationTestPlan(
                name: name, operationName: method.operationName, method: called, isDeprecated: method.isDeprecated,
                arguments: arguments, content: content)
        }
    }

    /// The address that results are reported to.
    private static let callback = "https://app.example.com/reports"

    let client: ClientPlan
    let document: ResolvedDocument
    let settings: PlanSettings
    let samples: SampleSource
    let credentials: CredentialSampler
    let sink: DiagnosticSink
    let method: MethodPlan
    let draft: MethodDraft
    /// The type of the method's resource, and what that is nested in.
    let resource: [Identifier]
    let baseURL: String?

    var tests: [Draft] {
        guard let call = call(.whole) else {
            sink.warning(
                "operation-without-test", "no call of '\(method.operationName)' can be made up, so it has no test",
                at: method.mark, remedy: "give examples of its required parameters and of its body")
            return []
        }
        let answers = answers
        let plain = Draft(
            name: method.name.text, method: method, called: method.pages?.pageMethod ?? method.name,
            arguments: call.arguments, content: .calls(call.expected, answers.answers))
        return [plain] + [pages(answers)].compactMap { $0 } + streamings(answers)
            + [report(answers)].compactMap { $0 }
    }

    private func call(_ form: CallSampler.Form) -> CallSampler.Call? {
        var sampler = CallSampler(
            client: client, samples: samples, credentials: credentials, method: method, draft: draft, form: form)
        return sampler.call(baseURL: baseURL)
    }

    private var answers: AnswerSampler {
        let chosen = draft.view?.response.flatMap { schema(named: $0) }
        return AnswerSampler(
            document: document, client: client, samples: samples, method: method, operation: draft.operation,
            resource: resource, chosen: chosen)
    }

    private func schema(named name: PlanSettings.Marked<String>) -> SchemaID? {
        ResponsePlanner(document: document, sink: DiagnosticSink()).schema(named: name)
    }

    // MARK: Further forms

    private func pages(_ answers: AnswerSampler) -> Draft? {
        guard let pages = method.pages, let call = call(.required), let success = answers.success else { return nil }
        let sampler = PageSampler(
            typer: samples.typer, method: method, pages: pages, call: call, answer: success.answer,
            envelope: success.json)
        guard let content = sampler.content else { return nil }
        return Draft(
            name: method.name.text + "_page_by_page", method: method, called: method.name, arguments: call.arguments,
            content: content)
    }

    private func streamings(_ answers: AnswerSampler) -> [Draft] {
        method.streamings.compactMap { streaming in
            guard let call = call(.streamed(streaming.value.format)) else { return nil }
            return Draft(
                name: streaming.name.text, method: method, called: streaming.name, arguments: call.arguments,
                content: .calls(call.expected, answers.answers(of: streaming)))
        }
    }

    private func report(_ answers: AnswerSampler) -> Draft? {
        guard let plan = method.asynchronous, let call = call(.reporting(plan, Self.callback)),
            let receipt = settings.asynchronous.flatMap({ schema(named: $0.receipt) }),
            let json = samples.received(receipt, examples: [], as: plan.receipt).first
        else { return nil }
        var answer = AnswerPlan(
            status: 202, headers: [], contentType: "application/json", body: json.text, failure: nil)
        answer.isDescribed = false
        let reports: [String]?
        switch method.response {
        case .none: reports = ["{}"]
        case .value: reports = answers.success.map { [$0.json.text] }
        case .byStatus: reports = nil
        }
        return Draft(
            name: method.name.text + "_reporting", method: method, called: method.name, arguments: call.arguments,
            content: .report(
                call.expected,
                ReportPlan(
                    url: Self.callback, receipt: answer, outcomeMethod: reports == nil ? nil : plan.outcomeMethod,
                    reports: reports ?? [])))
    }
}
