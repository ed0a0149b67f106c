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

    /// Whether anything is recorded at all: an account that nobody will read takes a tenth of planning.
    package let isKept: Bool
    package private(set) var entries: [Entry] = []
    /// Where in `entries` the things are that may be met several times, by their names.
    private var positions: [String: Int] = [:]

    package init(isKept: Bool = true) {
        self.isKept = isKept
    }

    package mutating func record(
        _ item: Item, _ name: @autoclosure () -> String, _ disposition: Disposition, at mark: SourceMark?
    ) {
        guard isKept else { return }
        entries.append(Entry(item: item, name: name(), disposition: disposition, mark: mark))
    }

    /// Records a parameter of an operation, which several methods may have: it is left out if all of them do that.
    ///
    /// - Parameter name: a name that no parameter of another operation has.
    package mutating func recordParameter(
        _ name: @autoclosure () -> String, _ disposition: Disposition, at mark: SourceMark?
    ) {
        guard isKept else { return }
        let name = name()
        if let known = positions[name] {
            if case .leftOut = entries[known].disposition { entries[known].disposition = disposition }
        } else {
            positions[name] = entries.count
            record(.parameter, name, disposition, at: mark)
        }
    }
}
