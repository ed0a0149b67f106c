import CallsignDiagnostics
import CallsignYAML

/// An operation has one parameter of a name and location (OpenAPI 3.1.1, section 4.8.10.1). The names of headers
/// ignore case.
struct ParametersAreUnique: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for operation in document.allOperations where operation.parameters.count > 1 {
            var first: [String: Parameter] = [:]
            for parameter in operation.parameters {
                let name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
                let key = parameter.location.rawValue + " " + name
                guard let other = first[key] else {
                    first[key] = parameter
                    continue
                }
                sink.error(
                    "duplicate-parameter",
                    "\(operation.method) '\(operation.path)' has two parameters '\(parameter.name)' in "
                        + parameter.location.rawValue,
                    at: other.mark == parameter.mark ? operation.mark : parameter.mark,
                    notes: [.init("the first is here", at: other.mark)])
            }
        }
    }
}
