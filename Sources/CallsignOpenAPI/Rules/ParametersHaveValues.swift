import CallsignDiagnostics

/// A parameter's value is described by `schema`, or by `content` with one media type (OpenAPI 3.1.1, section
/// 4.8.12.2); that of the whole query string by `content` (3.2.0, section 4.12.2).
struct ParametersHaveValues: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for parameter in document.allOperations.lazy.flatMap(\.parameters) {
            switch (parameter.schema != nil, parameter.content.count) {
            case (true, 1...):
                sink.error(
                    "parameter-value", "the parameter '\(parameter.name)' has both 'schema' and 'content'",
                    at: parameter.mark, remedy: "leave one of them out")
            case (false, 2...):
                sink.error(
                    "parameter-value", "the 'content' of the parameter '\(parameter.name)' must have one media type",
                    at: parameter.mark)
            case (false, 0):
                sink.warning(
                    "parameter-value", "the parameter '\(parameter.name)' has neither 'schema' nor 'content'",
                    at: parameter.mark, remedy: "say what its values are, as in 'schema: {type: string}'")
            case (true, _) where parameter.location == .querystring:
                sink.error(
                    "parameter-value", "the query string '\(parameter.name)' must be described by 'content'",
                    at: parameter.mark)
            default: break
            }
        }
    }
}
