import CallsignDiagnostics

/// Paths begin with a slash, and their braces hold each name once (OpenAPI 3.1.1, section 4.8.8.1; 3.2.0, 4.8.2).
struct PathsAreWellFormed: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for operation in document.operations {
            let path = operation.path
            if path.utf8.first != UInt8(ascii: "/") {
                sink.error(
                    "malformed-path", "the path '\(path)' must begin with '/'", at: operation.pathMark,
                    remedy: "write '/\(path)'")
            }
            let template = PathTemplate(path)
            if let problem = template.problem {
                sink.error("malformed-path", "\(problem) in the path '\(path)'", at: operation.pathMark)
            } else if let name = firstRepeated(template.names) {
                sink.error(
                    "malformed-path", "the path '\(path)' names the parameter '\(name)' twice", at: operation.pathMark)
            } else if template.shape.utf8.contains(where: { "?#".utf8.contains($0) }) {
                sink.warning(
                    "malformed-path", "a path has neither query nor fragment, but '\(path)' does",
                    at: operation.pathMark, remedy: "describe a query by parameters with 'in: query'")
            }
        }
    }

    private func firstRepeated(_ names: [String]) -> String? {
        names.indices.first { names[..<$0].contains(names[$0]) }.map { names[$0] }
    }
}
