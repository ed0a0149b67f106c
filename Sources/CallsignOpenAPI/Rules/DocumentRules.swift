import CallsignDiagnostics

/// Something that a whole document has to fulfil, and that reading its objects one by one can't tell.
protocol DocumentRule: Sendable {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink)
}

/// The rules, each of which reports under a code of its own.
enum DocumentRules {
    /// What all of them find.
    ///
    /// - Parameter tolerated: the codes of errors that are only warnings.
    static func findings(in document: ResolvedDocument, tolerating tolerated: Set<String>) -> [Diagnostic] {
        let sink = DiagnosticSink()
        sink.tolerated = tolerated
        for rule in all { rule.check(document, sink) }
        return sink.diagnostics
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
        HeaderNamesAreTokens(),
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
