import CallsignDiagnostics

/// Which styles a parameter may have is a matter of where it is sent (OpenAPI 3.1.1, section 4.8.12.3).
struct StylesFitLocations: DocumentRule {
    static func styles(in location: ParameterLocation) -> [ParameterStyle] {
        switch location {
        case .path: [.matrix, .label, .simple]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: [.form]
        }
    }

    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        // What Swagger calls otherwise has been made to fit.
        if document.isSwagger { return }
        for parameter in document.allOperations.lazy.flatMap(\.parameters) {
            let allowed = Self.styles(in: parameter.location)
            if allowed.contains(parameter.style) { continue }
            let names = allowed.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            sink.error(
                "style-not-allowed",
                "the parameter '\(parameter.name)' in \(parameter.location.rawValue) can't have the style "
                    + "'\(parameter.style.rawValue)': expected \(allowed.count == 1 ? names : "one of " + names)",
                at: parameter.mark)
        }
    }
}
