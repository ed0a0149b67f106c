package import CallsignDiagnostics

/// All templates of a run, parsed. Each can be compiled for the shapes it is used with.
///
/// The syntax is Mustache's, without escaping: `{{x}}`, `{{{x}}}` and `{{&x}}` insert a text as it is. Everything is
/// strict: a name that no enclosing object has, or a partial that doesn't exist, is an error at its place in the
/// template, found here and not when something is rendered.
package struct TemplateLibrary {
    private var templates: [String: ParsedTemplate] = [:]
    private var hasProblems = false

    /// Parses all templates. Of two with one name, the later one counts.
    package init(_ sources: [TemplateSource], sink: DiagnosticSink) {
        for source in sources {
            let file = sink.sources.add(SourceMap.File(name: source.file, text: source.text))
            let reporter = TemplateReporter(sink: sink, file: file, text: source.text)
            if let parsed = TemplateParser.parse(source, reporter: reporter) {
                templates[source.name] = parsed
            } else {
                templates[source.name] = ParsedTemplate(source: source, reporter: reporter, nodes: [])
                hasProblems = true
            }
        }
    }

    /// Throws where any template couldn't be parsed, which has been reported.
    package func check() throws(Stopped) {
        if hasProblems { throw Stopped() }
    }

    /// Compiles a template for a shape.
    ///
    /// - Returns: nothing where a name isn't known, or the template doesn't exist; then `sink` says so.
    package func template(_ name: String, for shape: ObjectShape, sink: DiagnosticSink) -> Template? {
        guard templates[name] != nil else {
            sink.error("template-missing", "there is no template '\(name)'", at: nil)
            return nil
        }
        return TemplateCompiler.compile(name, among: templates, for: shape)
    }
}
