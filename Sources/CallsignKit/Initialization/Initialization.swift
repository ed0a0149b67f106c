package import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner

/// Makes a configuration to begin with out of a description.
package struct Initialization {
    /// What is asked for. Paths are as the caller can open them.
    package struct Request: Sendable {
        package var description: String
        /// The configuration file that is to be.
        package var configuration: String
        package var output: String?
        package var module: String?
        package var root: String?
        /// The overlays that mend the description, in order.
        package var overlays: [String] = []

        package init(description: String, configuration: String) {
            self.description = description
            self.configuration = configuration
        }

        /// The configuration beside a description.
        package static func configuration(beside description: String) -> String {
            PathName.join(PathName.folder(of: description), "callsign.yaml")
        }
    }

    /// A configuration that was made.
    package struct Outcome: Sendable {
        package let text: String
        /// What was found, for people: a line each.
        package let findings: [String]
    }

    private let request: Request
    private let sink: DiagnosticSink

    package init(_ request: Request, sink: DiagnosticSink) {
        self.request = request
        self.sink = sink
    }

    /// The text of the configuration, with which the description loads and makes a client. Nothing is written.
    ///
    /// - Throws: ``Stopped`` where the description can't be read; why has been reported.
    package func outcome() throws(Stopped) -> Outcome {
        let (document, plan, skipsUnsupported) = try load()
        var settings = PlanSettings()
        settings.skipsUnsupported = skipsUnsupported
        var draft = draft(document, plan)
        draft.isLenient = hasSlips(settings)
        draft.skipsUnsupported = skipsUnsupported
        var detector = ConfigurationDetector(document: document, plan: plan, settings: settings)
        detector.tolerated = sink.tolerated
        detector.complete(&draft)
        return try checked(draft)
    }

    private func load() throws(Stopped) -> (ResolvedDocument, ClientPlan, skipsUnsupported: Bool) {
        guard isWhole else { return try loadWithoutBroken() }
        let document = try document(isLenient: true, skipsBroken: false, sink)
        let first = DiagnosticSink()
        first.tolerated = sink.tolerated
        if let plan = try? Planner.plan(document, settings: PlanSettings(), sink: first), !first.hasErrors {
            return (document, plan, false)
        }
        return try loadWithoutBroken()
    }

    /// Whether nothing is wrong with the description that matters.
    private var isWhole: Bool {
        let first = DiagnosticSink()
        return (try? document(isLenient: true, skipsBroken: false, first)) != nil && !first.hasErrors
    }

    /// What is left of the description without operations that have mistakes or that can't be generated.
    private func loadWithoutBroken() throws(Stopped) -> (ResolvedDocument, ClientPlan, skipsUnsupported: Bool) {
        let document = try document(isLenient: true, skipsBroken: true, sink)
        if sink.hasErrors { throw Stopped() }
        var settings = PlanSettings()
        settings.skipsUnsupported = true
        let plan = try Planner.plan(document, settings: settings, sink: sink)
        if sink.hasErrors { throw Stopped() }
        return (document, plan, true)
    }

    /// Whether there is anything in the description that only lenience lets pass.
    private func hasSlips(_ settings: PlanSettings) -> Bool {
        let strict = DiagnosticSink()
        guard let document = try? document(isLenient: false, skipsBroken: settings.skipsUnsupported, strict) else {
            return true
        }
        _ = try? Planner.plan(document, settings: settings, sink: strict)
        return strict.hasErrors
    }

    private func document(isLenient: Bool, skipsBroken: Bool, _ sink: DiagnosticSink) throws(Stopped)
        -> ResolvedDocument
    {
        let path = request.description
        let root = request.root.map { WorkingFolder.path($0, like: path) } ?? PathName.folder(of: path)
        let source = DescriptionSource(folder: root)
        let overlays = OverlaySource.overlays(request.overlays.map { PlanSettings.Marked($0) }, sink: sink)
        return try DocumentLoader.load(
            path, root: root, overlays: overlays, skipsBroken: skipsBroken, isLenient: isLenient, sink: sink,
            read: source.read)
    }

    private func draft(_ document: ResolvedDocument, _ plan: ClientPlan) -> ConfigurationDraft {
        let folder = PathName.folder(of: request.configuration)
        let client = plan.clientName.text
        let name = client.hasSuffix("Client") && client.count > 6 ? String(client.dropLast(6)) : client + "API"
        let module = request.module ?? name
        var draft = ConfigurationDraft(
            title: document.info.title, description: RelativePath.path(request.description, from: folder),
            output: request.output.map { RelativePath.path($0, from: folder) } ?? "Generated/\(module)",
            root: request.root.map { RelativePath.path($0, from: folder) }, module: module, client: client)
        draft.overlays = request.overlays.map { RelativePath.path($0, from: folder) }
        return draft
    }

    /// The text of a draft, which has to load and to make a client. Guesses that keep it from that are left out.
    private func checked(_ draft: ConfigurationDraft) throws(Stopped) -> Outcome {
        var draft = draft
        let guesses: [(inout ConfigurationDraft) -> Void] = [
            {
                $0.pagination = []; $0.hasTextAddresses = false
            }, { $0.parameters = [] }, { $0.idempotencyKey = nil },
            { $0.credentials = [] }, { $0.acronyms = [] },
        ]
        var problems = self.problems(of: draft)
        for leaveOut in guesses where problems.hasErrors {
            leaveOut(&draft)
            problems = self.problems(of: draft)
        }
        if problems.hasErrors {
            // Their places are in a text that nobody has.
            for problem in problems.diagnostics where problem.severity == .error {
                sink.error(problem.code, problem.message, at: nil, remedy: problem.remedy)
            }
            throw Stopped()
        }
        return Outcome(text: ConfigurationText.text(of: draft), findings: Self.findings(draft))
    }

    /// What would be reported for a draft that had been written.
    private func problems(of draft: ConfigurationDraft) -> DiagnosticSink {
        let sink = DiagnosticSink()
        let text = Array(ConfigurationText.text(of: draft).utf8)
        guard let configuration = try? ConfigurationReader(sink: sink).read(text, path: request.configuration) else {
            return sink
        }
        guard
            let document = try? document(
                isLenient: configuration.isLenient, skipsBroken: configuration.plan.skipsUnsupported, sink)
        else { return sink }
        _ = try? Planner.plan(document, settings: configuration.plan, sink: sink)
        return sink
    }

    private static func findings(_ draft: ConfigurationDraft) -> [String] {
        var findings = ["client: \(draft.client)"]
        findings += draft.parameters.map { "parameter \($0.value.wireName): \($0.reason)" }
        findings += draft.credentials.map { credential in
            "authentication \(credential.scheme): \(credential.variables.map(\.variable).joined(separator: ", "))"
        }
        findings += draft.pagination.map { "pagination \($0.rule.name): \($0.text)" }
        if !draft.acronyms.isEmpty { findings.append("acronyms: \(draft.acronyms.joined(separator: ", "))") }
        if let limit = draft.rateLimit { findings.append("rate limit: \(limit.reason)") }
        if let header = draft.idempotencyKey { findings.append("idempotency key: \(header)") }
        if !draft.errors.message.isEmpty {
            findings.append("error messages: \(draft.errors.message.joined(separator: ", "))")
        }
        return findings.map(PrintableText.line)
    }
}
