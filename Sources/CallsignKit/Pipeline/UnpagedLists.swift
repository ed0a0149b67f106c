import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Says which lists seem to be paged, and aren't in the client, since no rule of the configuration is for them.
enum UnpagedLists {
    private static let most = 5

    static func notes(on plan: ClientPlan, of document: ResolvedDocument) -> [Diagnostic] {
        PaginationDetector(plan, of: document).unpaged.compactMap { lists in
            guard let first = lists.methods.first else { return nil }
            let names = lists.methods.prefix(most).map { "'\($0.operationName)'" }.joined(separator: ", ")
            let others = lists.methods.count > most ? " and \(lists.methods.count - most) more" : ""
            let isOne = lists.methods.count == 1
            return Diagnostic(
                .note, "unpaged-list",
                "\(names)\(others) \(isOne ? "seems" : "seem") to have pages, by '\(lists.key)', "
                    + "but no pagination rule is for \(isOne ? "it" : "them")",
                at: first.mark,
                remedy: "say 'pagination: detect' in the configuration, or add a rule of the style "
                    + "'\(lists.style.rawValue)'; say 'pagination: none' of an operation that has no pages")
        }
    }
}
