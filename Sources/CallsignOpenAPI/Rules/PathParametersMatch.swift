import CallsignDiagnostics
import CallsignYAML

/// Every name in the braces of a path is a parameter with `in: path` and `required: true`, and the other way round
/// (OpenAPI 3.1.1, section 4.8.12.2).
struct PathParametersMatch: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for operation in document.operations {
            let template = PathTemplate(operation.path)
            let parameters = operation.parameters.filter { $0.location == .path }
            if template.problem == nil {
                reportUndescribed(template.names, parameters, operation, sink)
                for parameter in parameters where !template.names.contains(parameter.name) {
                    reportUnknown(parameter, template.names, operation, sink)
                }
            }
            for parameter in parameters where !parameter.required {
                sink.error(
                    "optional-path-parameter", "the path parameter '\(parameter.name)' must be required",
                    at: parameter.mark, remedy: "add 'required: true'")
            }
        }
    }

    private func reportUndescribed(
        _ names: [String], _ parameters: [Parameter], _ operation: Operation, _ sink: DiagnosticSink
    ) {
        for name in names where !parameters.contains(where: { $0.name == name }) {
            sink.error(
                "missing-path-parameter",
                "\(operation.method) '\(operation.path)' doesn't describe the parameter '\(name)' of its path",
                at: operation.mark, remedy: "add a parameter with 'name: \(name)', 'in: path' and 'required: true'",
                notes: [.init("the path is here", at: operation.pathMark)])
        }
    }

    private func reportUnknown(
        _ parameter: Parameter, _ names: [String], _ operation: Operation, _ sink: DiagnosticSink
    ) {
        let near = NearMatch.best(for: parameter.name, among: names)
        sink.error(
            "unknown-path-parameter", "the path '\(operation.path)' has no parameter '\(parameter.name)'",
            at: parameter.mark,
            remedy: near.map { "did you mean '\($0)'?" } ?? "put '{\(parameter.name)}' into the path",
            notes: [.init("the path is here", at: operation.pathMark)])
    }
}
