import CallsignConcurrency
package import CallsignDiagnostics
import CallsignMustache
package import CallsignPlan

/// Turns a plan into the text of its files.
package struct Renderer: Sendable {
    private let file: Template
    private let testFile: Template

    /// Compiles the templates and checks every name in them.
    ///
    /// - Parameter templates: the built-in ones, with a maintainer's own in place of those of the same name.
    /// - Throws: `Stopped` where a template is wrong; all problems have been reported.
    package init(
        templates: [(name: String, file: String, text: [UInt8])], sink: DiagnosticSink
    ) throws(Stopped) {
        let sources: [TemplateSource] = templates.map { TemplateSource(name: $0.name, file: $0.file, text: $0.text) }
        let library = TemplateLibrary(sources, sink: sink)
        let template = library.template("file", for: FileSource.view.object, sink: sink)
        let testTemplate = library.template("test-file", for: TestFileSource.view.object, sink: sink)
        try library.check()
        guard let template, let testTemplate else { throw Stopped() }
        file = template
        testFile = testTemplate
    }

    /// The files of the plan, in its order: the path within the output folder, and the text as UTF-8.
    package func render(_ plan: ClientPlan, header: FileHeader) -> [(path: String, bytes: [UInt8])] {
        let types = TypeTable(plan.types)
        let lengths = LengthEstimate(plan)
        // Files are independent of each other. The longest go first, lest one core be left with them at the end.
        let order = lengths.order
        let texts = ConcurrentMap.map(order) { index in
            let file = plan.files[index]
            return render(file, of: plan, types, header: header, length: lengths.bytes(of: file))
        }
        var files = plan.files.map { (path: $0.path, bytes: [UInt8]()) }
        for (index, text) in zip(order, texts) { files[index].bytes = text }
        return files
    }

    private func render(
        _ plan: FilePlan, of client: ClientPlan, _ types: TypeTable, header: FileHeader, length: Int
    ) -> [UInt8] {
        let context = RenderContext(plan: client, types: types)
        let source = FileSource(plan: plan, context: context)
        let body = TextBuffer(capacity: length)
        file.render(FileSource.view.object(of: source), into: body)
        return body.withBytes { FileAssembler(header: header).file($0, context) }
    }

    // MARK: Tests

    /// The files of a client's tests, sorted by their paths.
    package func render(
        _ tests: TestPlan, of client: ClientPlan, header: FileHeader
    ) -> [(path: String, bytes: [UInt8])] {
        let making = TestFileSource(client: TestClientSource(plan: tests, client: client.clientName))
        let sources =
            [(tests.clientFile, making)]
            + tests.suites.map {
                ($0.name.text, TestFileSource(suite: TestSuiteSource(plan: $0, module: tests.module)))
            }
        let texts = ConcurrentMap.map(sources) { _, source in
            let body = TextBuffer()
            testFile.render(TestFileSource.view.object(of: source), into: body)
            return body.withBytes {
                FileAssembler(header: header).file($0, testing: tests.module, access: client.access)
            }
        }
        return zip(sources, texts).map { ($0.0 + ".swift", $1) }.sorted { $0.path < $1.path }
    }
}
