import CallsignDiagnostics
import CallsignYAML

/// Security requirements name schemes under `components/securitySchemes` (OpenAPI 3.1.1, section 4.8.30.1).
struct SecuritySchemesExist: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let names = document.securitySchemeNames
        let known = Set(names)
        let section = document.isSwagger ? "securityDefinitions" : "components/securitySchemes"
        let own = document.allOperations.lazy.filter(\.hasOwnSecurity).flatMap(\.security)
        for requirement in document.security + own {
            for (name, _) in requirement.schemes where !known.contains(name) {
                sink.error(
                    "unknown-security-scheme", "there is no '\(name)' under '\(section)'",
                    at: requirement.mark,
                    remedy: NearMatch.best(for: name, among: names).map { "did you mean '\($0)'?" })
            }
        }
    }
}
