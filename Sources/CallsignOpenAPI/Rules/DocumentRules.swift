import CallsignConcurrency
import CallsignDiagnostics

/// Something that a whole document has to fulfil, and that reading its objects one by one can't tell.
protocol DocumentRule: Sendable {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink)
}

/// The rules, each of which reports under a code of its own.
enum DocumentRules {
    /// Checks them all side by side, as none knows of another. What they find is reported in their order.
    static func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let found = ConcurrentMap.map(all) { rule in
            let own = DiagnosticSink()
            rule.check(document, own)
            return own.diagnostics
        }
        for diagnostic in found.joined() { sink.report(diagnostic) }
    }

    static let all: [any DocumentRule] = [
        PathsAreWellFormed(),
        PathsDiffer(),
        PathParametersMatch(),
        OperationIDsAreUnique(),
        ParametersAreUnique(),
        ParametersHaveValues(),
        QueryStringsStandAlone(),
        StylesFitLocations(),
        SecuritySchemesExist(),
        ServerVariablesMatch(),
        RequiredPropertiesExist(),
        ArraysHaveItems(),
        DefaultsFit(),
        PatternsAreRegular(),
        TagsAreUnique(),
        TagsNest(),
        EncodingsMatchProperties(),
        DiscriminatorsAreProperties(),
        LinksLeadToOperations(),
    ]
}
