import CallsignDiagnostics

/// Paths that differ in the names of their parameters alone are the same path (OpenAPI 3.1.1, section 4.8.8.1). That
/// harms where they have the same method, too.
struct PathsDiffer: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        var first: [String: Operation] = [:]
        for operation in document.operations {
            let shape = PathTemplate(operation.path).shape
            report(operation, first[shape], isError: false, sink)
            report(operation, first[operation.method + shape], isError: true, sink)
            if first[shape] == nil { first[shape] = operation }
            if first[operation.method + shape] == nil { first[operation.method + shape] = operation }
        }
    }

    private func report(_ operation: Operation, _ other: Operation?, isError: Bool, _ sink: DiagnosticSink) {
        guard let other, other.path != operation.path else { return }
        let message =
            isError
            ? "\(operation.method) '\(operation.path)' is the same operation as \(other.method) '\(other.path)'"
            : "'\(operation.path)' is the same path as '\(other.path)', whose parameters have other names"
        sink.report(
            Diagnostic(
                isError ? .error : .warning, isError ? "ambiguous-operation" : "ambiguous-path", message,
                at: operation.pathMark, remedy: "give their parameters the same names, in one path",
                notes: [.init("the other path is here", at: other.pathMark)]))
    }
}
