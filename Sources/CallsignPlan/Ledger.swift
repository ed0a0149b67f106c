package import CallsignDiagnostics

/// The account of what became of everything in the description. It adds up: whatever is counted has one disposition.
package struct Ledger: Sendable, Equatable {
    package enum Item: String, Sendable, CaseIterable {
        case operation, parameter, response, schema, keyword, securityScheme, server, webhook, callback, component
    }

    package enum Disposition: Hashable, Sendable {
        case generated
        /// Typed as any JSON: nothing is lost, but nothing is checked either.
        case carriedAsJSON
        /// Left out by a rule that has a name, such as `constraints-are-documented-only`.
        case leftOut(rule: String)
    }

    package struct Entry: Sendable, Equatable {
        package var item: Item
        package var name: String
        package var disposition: Disposition
        package var mark: SourceMark?

        package init(item: Item, name: String, disposition: Disposition, mark: SourceMark?) {
            self.item = item
            self.name = name
            self.disposition = disposition
            self.mark = mark
        }
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    package mutating func record(_ item: Item, _ name: String, _ disposition: Disposition, at mark: SourceMark?) {
        entries.append(Entry(item: item, name: name, disposition: disposition, mark: mark))
    }
}
