import CallsignDiagnostics

/// The name of a header is a token (RFC 9110, section 5.1): a request with any other can't be sent.
struct HeaderNamesAreTokens: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for operation in document.allOperations {
            for parameter in operation.parameters where parameter.location == .header {
                check(parameter.name, at: parameter.mark, sink)
            }
        }
        for scheme in document.securitySchemes {
            if case .apiKey(let name, .header) = scheme.kind { check(name, at: scheme.mark, sink) }
        }
    }

    private func check(_ name: String, at mark: SourceMark, _ sink: DiagnosticSink) {
        if HTTPToken.isToken(name) { return }
        sink.warning(
            "malformed-header-name", "no request can have a header with the name \(Quotation(name))", at: mark,
            remedy: "write it as the API expects it: letters, digits and dashes")
    }
}
