import CallsignBuiltinTemplates
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
    /// The command that makes the files anew.
    package private(set) var command = Configuration.defaultCommand

    package init(_ request: GenerationRequest, sink: DiagnosticSink) {
        self.request = request
        self.sink = sink
    }

    /// - Throws: ``Stopped`` where anything is wrong, after all of it was reported to the sink. Nothing is written.
    package mutating func run() throws(Stopped) -> FileSet {
        var report = GenerationReport()
        defer { self.report = report }
        let (plan, configuration) = try makePlan(&report)
        let texts = try report.measure("text") { () throws(Stopped) in try render(plan, configuration) }
        let files = try report.measure("files") { () throws(Stopped) in try FileSet(texts, sink: sink) }
        if sink.hasErrors { throw Stopped() }
        return files
    }

    /// The plan alone, for those who ask what a client has.
    ///
    /// - Throws: ``Stopped`` where anything is wrong, after all of it was reported to the sink.
    package mutating func plan() throws(Stopped) -> ClientPlan {
        var report = GenerationReport()
        defer { self.report = report }
        return try makePlan(&report).plan
    }

    private mutating func makePlan(
        _ report: inout GenerationReport
    ) throws(Stopped) -> (plan: ClientPlan, configuration: Configuration) {
        // Mistakes stop nothing before the plan is made: each stage reports its own, all in one run.
        let configuration = try report.measure("configuration") { () throws(Stopped) in try readConfiguration() }
        output = configuration.output
        templates = configuration.templates
        command = configuration.regenerate
        let document = try report.measure("description") { () throws(Stopped) in try load(configuration) }
        let plan = try report.measure("plan") { () throws(Stopped) in
            try Planner.plan(document, settings: configuration.plan, sink: sink)
        }
        if sink.hasErrors { throw Stopped() }
        report.ledger = plan.ledger
        return (plan, configuration)
    }

    /// The configuration with what the request says instead.
    private func readConfiguration() throws(Stopped) -> Configuration {
        var configuration = try locatedConfiguration()
        if let root = request.root { configuration.root = root }
        if let output = request.output { configuration.output = output }
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
            path, namedAt: configuration.descriptionMark, root: root, overlays: overlays(configuration),
            filter: configuration.filter, skipsBroken: configuration.plan.skipsUnsupported,
            isLenient: configuration.isLenient, sink: sink, read: source.read)
    }

    /// The overlays that can be read. Why others can't is reported.
    private func overlays(_ configuration: Configuration) -> [Overlay] {
        configuration.overlays.compactMap { overlay in
            do throws(SystemFailure) {
                let bytes = try FileBytes.read(overlay.value, limit: ConfigurationReader.largestFile)
                return Overlay(name: overlay.value, bytes: bytes)
            } catch {
                sink.error("unreadable-file", error.message, at: overlay.mark)
                return nil
            }
        }
    }

    private func render(
        _ plan: ClientPlan, _ configuration: Configuration
    ) throws(Stopped) -> [(path: String, contents: [UInt8])] {
        let templates = try TemplateOverrides.templates(in: configuration.templates, sink: sink)
        let header = FileHeader(
            generator: "Callsign \(ToolVersion.current)", description: configuration.sourceName,
            command: configuration.regenerate)
        let renderer = try Renderer(templates: templates, sink: sink)
        return renderer.render(plan, header: header).map { (request.filePrefix + $0.path, $0.bytes) }
    }
}
