import CallsignDiagnostics

/// A parameter for the whole query string leaves no room for others in the query (OpenAPI 3.2.0, section 4.12.1).
struct QueryStringsStandAlone: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for operation in document.allOperations {
            let whole = operation.parameters.filter { $0.location == .querystring }
            guard let first = whole.first else { continue }
            let others = whole.dropFirst() + operation.parameters.filter { $0.location == .query }
            for other in others {
                sink.error(
                    "query-beside-querystring",
                    "\(operation.method) '\(operation.path)' has the whole query string as the parameter "
                        + "'\(first.name)', beside which there can't be '\(other.name)'",
                    at: other.mark, remedy: "make it a part of '\(first.name)'",
                    notes: [.init("the query string is here", at: first.mark)])
            }
        }
    }
}
