import CallsignDiagnostics

/// Headers that other parts of a description decide. A parameter of their name is ignored (OpenAPI 3.1.1, section
/// 4.8.12.2).
enum ReservedHeaders {
    private static let deciders = [
        "accept": "'content' of the responses", "content-type": "'content' of the request body",
        "authorization": "'security'",
    ]

    /// Whether a parameter is ignored, which is reported.
    static func ignores(_ parameter: Parameter, _ sink: DiagnosticSink) -> Bool {
        guard parameter.location == .header, let decider = deciders[parameter.name.lowercased()] else { return false }
        sink.warning(
            "ignored-header-parameter",
            "a parameter for the header '\(parameter.name)' is ignored: \(decider) decides it",
            at: parameter.mark)
        return true
    }
}
