/// Decides where the next page is, and when there is none. A value: a page in, the next position out.
///
/// It ends at an empty page, when the total is reached, when the server says that there is no more, and when the
/// server repeats itself (a page, a cursor or an address that was there before), which servers do when they are asked
/// for what is beyond the end.
struct PageMachine: Sendable {
    private(set) var position: PagePosition
    private var seenPositions: Set<PagePosition> = []
    /// Fingerprints of the pages so far, but for that of the first.
    private var seenPages: Set<Int> = []
    /// The first page's fingerprint, which is taken when there is a second page to compare: most lists have one page.
    private var first: Fingerprint?

    init(start: PagePosition) {
        position = start
        seenPositions = [start]
    }

    /// Equal for pages with equal items.
    typealias Fingerprint = @Sendable () -> Int

    enum Step: Sendable, Equatable {
        /// The page counts, and the next one is there; or it is the last.
        case page(next: PagePosition?)
        /// The page was there before: it doesn't count, and the list is at its end.
        case repetition
    }

    /// - Parameter count: how many items the page has.
    mutating func take(
        count: Int, total: Int?, next link: PageLink, fingerprint: @escaping Fingerprint
    ) -> Step {
        if count == 0 { return .page(next: nil) }
        if wasSeen(fingerprint) { return .repetition }
        guard let next = following(count: count, total: total, link), seenPositions.insert(next).inserted else {
            return .page(next: nil)
        }
        position = next
        return .page(next: next)
    }

    private mutating func wasSeen(_ fingerprint: @escaping Fingerprint) -> Bool {
        if let first {
            seenPages.insert(first())
            self.first = nil
        } else if seenPages.isEmpty {
            first = fingerprint
            return false
        }
        return !seenPages.insert(fingerprint()).inserted
    }

    private func following(count: Int, total: Int?, _ link: PageLink) -> PagePosition? {
        switch position {
        case .offset(let offset, let limit):
            let (end, isOverflow) = offset.addingReportingOverflow(count)
            if isOverflow { return nil }
            if let total { return end < total && mayFollow(link, else: true) ? .offset(end, limit: limit) : nil }
            // Without a total, a page with no link may be the last, or its API may have none on some lists. Only a
            // full page leaves that open.
            return mayFollow(link, else: limit.map { count >= $0 } ?? false) ? .offset(end, limit: limit) : nil
        case .page(let page):
            let (following, isOverflow) = page.addingReportingOverflow(1)
            return !isOverflow && mayFollow(link, else: false) ? .page(following) : nil
        case .cursor:
            return text(link).map { .cursor($0) }
        case .url:
            return text(link).map { .url($0) }
        }
    }

    /// Whether more may follow by what the page says; `fallback` where it has the place for a link, but no link in it.
    private func mayFollow(_ link: PageLink, else fallback: Bool) -> Bool {
        switch link {
        // A header has been read by now.
        case .unreported, .flag(nil), .header: true
        case .flag(let more?): more
        case .link(let link): link?.isEmpty == false || fallback
        }
    }

    private func text(_ link: PageLink) -> String? {
        if case .link(let text?) = link, !text.isEmpty { text } else { nil }
    }
}
