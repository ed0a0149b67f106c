/// How the pages of a list follow each other.
package struct PagePlan: Sendable {
    package enum Position: Sendable {
        /// `offset` counts items; `limit` is how many a page may hold.
        case offset(parameter: Identifier, limit: Identifier?)
        /// Pages are counted from `first`.
        case pageNumber(parameter: Identifier, first: Int)
        /// A token from the last page.
        case cursor(parameter: Identifier)
        /// The address of the next page stands in the response.
        case nextURL
    }

    package var position: Position
    package var itemType: TypeReference
    /// The name of the method that fetches one page with its envelope, such as `listPage`.
    package var pageMethod: Identifier
    /// From the response to the items.
    package var items: PropertyPath
    /// Candidates for the total number of items; the first that has a value counts.
    package var totals: [PropertyPath]
    /// Candidates for the next page's address or cursor.
    package var next: [PropertyPath]
    /// Says that more follows, as a Boolean.
    package var hasMore: PropertyPath?
    /// Whether the next page's address stands in the response's header `Link` (RFC 8288).
    package var usesLinkHeader = false

    package init(
        position: Position, itemType: TypeReference, pageMethod: Identifier, items: PropertyPath,
        totals: [PropertyPath], next: [PropertyPath], hasMore: PropertyPath?
    ) {
        self.position = position
        self.itemType = itemType
        self.pageMethod = pageMethod
        self.items = items
        self.totals = totals
        self.next = next
        self.hasMore = hasMore
    }
}

/// A chain of members from a value: `meta`, `totalCount`. Empty for the value itself.
package struct PropertyPath: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var name: Identifier
        package var isOptional: Bool

        package init(name: Identifier, isOptional: Bool) {
            self.name = name
            self.isOptional = isOptional
        }
    }

    package var steps: [Step]
    /// The type at its end, without an optional.
    package var type: TypeReference

    package init(steps: [Step], type: TypeReference) {
        self.steps = steps
        self.type = type
    }

    package var isOptional: Bool { steps.contains { $0.isOptional } }
}
