import CallsignDiagnostics
import CallsignYAML

/// The names in the braces of a server's address are its variables, and their defaults are among their values (OpenAPI
/// 3.1.1, sections 4.8.5 and 4.8.6).
struct ServerVariablesMatch: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for server in document.servers + document.allOperations.flatMap(\.servers) {
            let template = PathTemplate(server.url)
            if let problem = template.problem {
                sink.error("malformed-server", "\(problem) in the address '\(server.url)'", at: server.mark)
                continue
            }
            let names = server.variables.map(\.name)
            for name in template.names where !names.contains(name) {
                let near = NearMatch.best(for: name, among: names)
                sink.error(
                    "undeclared-server-variable", "the address '\(server.url)' has no variable '\(name)'",
                    at: server.mark,
                    remedy: near.map { "did you mean '\($0)'?" } ?? "describe it under 'variables', with a 'default'")
            }
            for variable in server.variables { check(variable, template, server, sink) }
        }
    }

    private func check(
        _ variable: Server.Variable, _ template: PathTemplate, _ server: Server, _ sink: DiagnosticSink
    ) {
        if !template.names.contains(variable.name) {
            sink.warning(
                "unused-server-variable", "the address '\(server.url)' doesn't use the variable '\(variable.name)'",
                at: variable.mark)
        }
        if !variable.values.isEmpty, !variable.values.contains(variable.defaultValue) {
            sink.warning(
                "server-default",
                "the default '\(variable.defaultValue)' is not among the values of '\(variable.name)'",
                at: variable.mark)
        }
    }
}
