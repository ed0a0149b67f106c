public import Foundation

/// Where in a list a page begins. It can be stored, and the list taken up there later.
public enum PagePosition: Sendable, Hashable, Codable {
    /// So many items are passed over; `limit` is how many a page may have, where it is known.
    case offset(Int, limit: Int?)
    /// The number of the page.
    case page(Int)
    /// A token of the server; `nil` for the beginning.
    case cursor(String?)
    /// The address of the page; `nil` for the beginning.
    case url(String?)

    /// The beginning of a list whose pages name the address of the next one.
    public static var url: PagePosition { .url(nil) }

    /// How many items are passed over; `nil` for none, where there is nothing to ask for.
    public var offset: Int? {
        if case .offset(let offset, _) = self, offset != 0 { offset } else { nil }
    }

    public var page: Int? {
        if case .page(let page) = self { page } else { nil }
    }

    public var cursor: String? {
        if case .cursor(let cursor) = self { cursor } else { nil }
    }

    public var url: String? {
        if case .url(let url) = self { url } else { nil }
    }
}

/// What a page says about the one after it.
public enum PageLink: Sendable, Hashable {
    /// The API doesn't say.
    case unreported
    /// The address or cursor of the next page; `nil` where this is the last.
    case link(String?)
    /// Whether there are more; `nil` where the page doesn't say.
    case flag(Bool?)

    /// The address stands in the response's header `Link` (RFC 8288).
    case header

    /// The member of the response that leads to the next page. An empty text is none.
    ///
    /// - Parameter more: whether there are more, where the page says that too: `false` ends the list.
    public static func member(_ value: String?, more: Bool? = nil) -> PageLink {
        .link(more == false ? nil : value)
    }

    public static func member(_ value: URL?, more: Bool? = nil) -> PageLink {
        member(value?.absoluteString, more: more)
    }

    public static func member(_ value: Int?, more: Bool? = nil) -> PageLink {
        member(value.map { String($0) }, more: more)
    }
}

/// What generated code takes out of a response that is a page.
public struct PageContent<Item: Sendable>: Sendable {
    public var items: [Item]
    public var total: Int?
    public var next: PageLink

    /// - Parameters:
    ///   - items: `nil` counts as none.
    ///   - total: how many items the whole list has, where the response says so.
    public init(_ items: [Item]?, total: Int? = nil, next: PageLink = .unreported) {
        self.items = items ?? []
        self.total = total
        self.next = next
    }
}

/// A part of a list, as the server cut it.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    /// How many items the whole list has, where the server says so.
    public let total: Int?
    /// Where the page begins.
    public let position: PagePosition
    /// Where the next page begins; `nil` where this is the last.
    public let next: PagePosition?

    /// Whether there may be another page. Some APIs show only by an empty page that there isn't.
    public var hasNext: Bool { next != nil }

    public init(items: [Item], total: Int?, position: PagePosition, next: PagePosition?) {
        self.items = items
        self.total = total
        self.position = position
        self.next = next
    }
}
