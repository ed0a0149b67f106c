import CallsignBuiltinTemplates
import CallsignConcurrency
package import CallsignDiagnostics
import CallsignOpenAPI
package import CallsignPlan
import CallsignPlanner
import CallsignRender

/// From a request to the files of a client, in memory. This is the page to read first: a line a stage.
package struct Pipeline {
    package let request: GenerationRequest
    package let sink: DiagnosticSink
    package private(set) var report = GenerationReport()
    /// Where the files go; nothing until the configuration is read, or where nobody said it.
    package private(set) var output: String?
    /// The folder of templates that take built-in ones' place.
    private(set) var templates: String?
    /// The tests of the client, and where they go; nothing where none are wanted.
    package private(set) var tests: (files: FileSet, folder: String)?
    /// The command that makes the files anew.
    package private(set) var command = Configuration.defaultCommand
    /// What the files were made from. It goes with the pipeline and no sooner, as a program that ends needn't free it
    /// piece by piece, which takes a tenth of the time.
    private var made: (plan: ClientPlan, document: ResolvedDocument)?

    package init(_ request: GenerationRequest, sink: DiagnosticSink) {
        self.request = request
        self.sink = sink
    }

    /// - Throws: ``Stopped`` where anything is wrong, after all of it was reported to the sink. Nothing is written.
    package mutating func run() throws(Stopped) -> FileSet {
        var report = GenerationReport()
        defer { self.report = report }
        var configuration = try configure(&report)
        let document = try load(configuration, &report)
        let builtin = builtinRenderer(configuration)
        let plan = try makePlan(of: document, &configuration, &report)
        let unpaged = Background { UnpagedLists.notes(on: plan, of: document) }
        sink.expect { unpaged.value }
        let renderer = try report.measure("templates") { () throws(Stopped) in
            if let renderer = builtin?.value { return renderer }
            return try self.renderer(configuration)
        }
        let header = self.header(configuration)
        let texts = report.measure("text") { render(plan, renderer, header) }
        let files = try report.measure("files") { () throws(Stopped) in try FileSet(texts, sink: sink) }
        if let folder = configuration.tests {
            let module = try testedModule(configuration, folder)
            let texts = report.measure("tests") { () -> [(path: String, contents: [UInt8])] in
                let tests = TestPlanner.plan(
                    plan, of: document, settings: configuration.plan, module: module, sink: sink)
                return renderer.render(tests, of: plan, header: header).map { ($0.path, $0.bytes) }
            }
            tests = (try FileSet(texts, sink: sink), folder)
        }
        if sink.hasErrors { throw Stopped() }
        return files
    }

    /// The plan alone, for those who ask what a client has.
    ///
    /// - Throws: ``Stopped`` where anything is wrong, after all of it was reported to the sink.
    package mutating func plan() throws(Stopped) -> ClientPlan {
        var report = GenerationReport()
        defer { self.report = report }
        var configuration = try configure(&report)
        let document = try load(configuration, &report)
        return try makePlan(of: document, &configuration, &report)
    }

    private mutating func configure(_ report: inout GenerationReport) throws(Stopped) -> Configuration {
        var configuration = try report.measure("configuration") { () throws(Stopped) in try readConfiguration() }
        output = configuration.output
        templates = configuration.templates
        command = configuration.regenerate
        if let folder = configuration.templates, TemplateOverrides.mention("extensions", in: folder) {
            configuration.plan.keepsExtensions = true
        }
        return configuration
    }

    // Mistakes stop nothing before the plan is made: each stage reports its own, all in one run.

    private func load(
        _ configuration: Configuration, _ report: inout GenerationReport
    ) throws(Stopped) -> ResolvedDocument {
        try report.measure("description") { () throws(Stopped) in try load(configuration) }
    }

    private mutating func makePlan(
        of document: ResolvedDocument, _ configuration: inout Configuration, _ report: inout GenerationReport
    ) throws(Stopped) -> ClientPlan {
        let plan = try report.measure("plan") { () throws(Stopped) in
            if configuration.detectsPagination { detectPagination(of: document, &configuration.plan) }
            return try Planner.plan(document, settings: configuration.plan, accounts: request.accounts, sink: sink)
        }
        if sink.hasErrors { throw Stopped() }
        report.ledger = plan.ledger
        made = (plan, document)
        return plan
    }

    /// Adds the rules by which lists seem to be paged.
    private func detectPagination(of document: ResolvedDocument, _ settings: inout PlanSettings) {
        let own = DiagnosticSink()
        own.tolerated = sink.tolerated
        // What is wrong is reported when the plan is made that counts.
        guard let plan = try? Planner.plan(document, settings: settings, sink: own), !own.hasErrors else { return }
        var detector = ConfigurationDetector(document: document, plan: plan, settings: settings)
        detector.tolerated = sink.tolerated
        let found = detector.pagination
        settings.pagination = found.pages.map(\.rule)
        if found.hasTextAddresses { settings.formats += ConfigurationDetector.textAddresses }
    }

    /// The module that tests import.
    private func testedModule(_ configuration: Configuration, _ folder: String) throws(Stopped) -> String {
        // Each folder's files are known by their mark, so neither may hold the other's.
        if let output, Self.holds(output, folder) || Self.holds(folder, output) {
            sink.error(
                "tests-within-client", "the tests' folder '\(folder)' and the client's '\(output)' hold each other",
                at: nil, remedy: "give the tests a folder of their own, such as Tests/ClientTests")
            throw Stopped()
        }
        if let module = configuration.plan.moduleName { return module }
        sink.error(
            "tests-without-module", "the tests import the client's module, whose name nobody says", at: nil,
            remedy: "give it with --module, or as 'module' in the configuration")
        throw Stopped()
    }

    private static func holds(_ folder: String, _ other: String) -> Bool {
        let outer = PathName.components(of: WorkingFolder.absolute(folder))
        return PathName.components(of: WorkingFolder.absolute(other)).starts(with: outer)
    }

    /// The configuration with what the request says instead.
    private func readConfiguration() throws(Stopped) -> Configuration {
        var configuration = try locatedConfiguration()
        if let root = request.root { configuration.root = root }
        if let output = request.output { configuration.output = output }
        // Tests belong beside the client that the configuration places, not beside one that a build makes elsewhere.
        if request.tests != nil || request.output != nil { configuration.tests = request.tests }
        if let templates = request.templates { configuration.templates = templates }
        if let module = request.module { configuration.plan.moduleName = module }
        if request.skipsUnsupported { configuration.plan.skipsUnsupported = true }
        if let shards = request.shards { configuration.plan.fileLayout = .shards(shards) }
        return configuration
    }

    private func locatedConfiguration() throws(Stopped) -> Configuration {
        let reader = ConfigurationReader(sink: sink)
        if let path = request.configuration { return try reader.read(path, description: request.description) }
        guard let description = request.description else {
            if let path = ConfigurationLocator.configuration(ofProject: ".") { return try reader.read(path) }
            sink.error(
                "nothing-to-do", "there is no description, and no callsign.yaml in this folder or in spec", at: nil,
                remedy: "name a description, or a configuration with --config")
            throw Stopped()
        }
        if ConfigurationLocator.isConfiguration(description) { return try reader.read(description) }
        if let path = ConfigurationLocator.configuration(beside: description) {
            return try reader.read(path, description: description)
        }
        return Configuration(description: description)
    }

    private func load(_ configuration: Configuration) throws(Stopped) -> ResolvedDocument {
        let path = configuration.description
        let root = configuration.root.map { WorkingFolder.path($0, like: path) } ?? PathName.folder(of: path)
        let source = DescriptionSource(folder: root)
        return try DocumentLoader.load(
            path, namedAt: configuration.descriptionMark, root: root,
            overlays: OverlaySource.overlays(configuration.overlays, sink: sink),
            filter: configuration.filter, skipsBroken: configuration.plan.skipsUnsupported,
            isLenient: configuration.isLenient, sink: sink, read: source.read)
    }

    /// The renderer, on its way while the plan is made: nothing where templates of one's own may be wrong, which
    /// is reported when the plan is made.
    private func builtinRenderer(_ configuration: Configuration) -> Background<Renderer?>? {
        guard configuration.templates == nil else { return nil }
        return Background {
            let sink = DiagnosticSink()
            return try? Renderer(templates: TemplateOverrides.templates(in: nil, sink: sink), sink: sink)
        }
    }

    private func renderer(_ configuration: Configuration) throws(Stopped) -> Renderer {
        try Renderer(
            templates: TemplateOverrides.templates(in: configuration.templates, sink: sink), sink: sink)
    }

    private func header(_ configuration: Configuration) -> FileHeader {
        FileHeader(
            generator: "Callsign \(ToolVersion.current)", description: configuration.sourceName,
            command: configuration.regenerate)
    }

    private func render(
        _ plan: ClientPlan, _ renderer: Renderer, _ header: FileHeader
    ) -> [(path: String, contents: [UInt8])] {
        renderer.render(plan, header: header).map { (request.filePrefix + $0.path, $0.bytes) }
    }
}
