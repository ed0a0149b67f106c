package import CallsignDiagnostics

/// Which parts of a description a client is made of: what is included, without what is excluded.
package struct DocumentFilter: Sendable {
    /// A name with its place, so that one that matches nothing can be reported.
    package struct Name: Sendable {
        package var text: String
        package var mark: SourceMark?

        package init(_ text: String, at mark: SourceMark?) {
            self.text = text
            self.mark = mark
        }
    }

    /// What is meant: whatever any of the lists names.
    package struct Criteria: Sendable {
        /// Tags; those that are nested in them are meant, too.
        package var tags: [Name] = []
        /// Paths, in which `*` stands for anything in one segment, and `**` for any segments.
        package var paths: [Name] = []
        /// Operations by `operationId`, or by method and path; webhooks by name.
        package var operations: [Name] = []
        /// Schemas by the names of components.
        package var schemas: [Name] = []

        package init() {}

        package var isEmpty: Bool { tags.isEmpty && paths.isEmpty && operations.isEmpty && schemas.isEmpty }
    }

    /// All operations where it is empty. With schemas alone, no operation is included.
    package var included = Criteria()
    package var excluded = Criteria()

    package init() {}

    package var isEmpty: Bool { included.isEmpty && excluded.isEmpty }

    /// The names of the rules by which things are left out.
    package static let notIncluded = "not-included-by-the-filter"
    package static let isExcluded = "excluded-by-the-filter"
}
