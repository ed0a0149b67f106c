import Foundation

/// The recorded exchange that a request fits, or the one that it comes nearest to.
struct NearestExchange {
    /// Its place among those that were searched.
    let index: Int
    /// Empty where the request fits.
    let difference: RequestDifference

    /// - Parameters:
    ///   - exchanges: of several that are equally near, the first counts.
    ///   - comparesHost: whether the host counts where the recording names it.
    /// - Returns: `nil` where there are no exchanges.
    init?(to sent: SentRequest, in exchanges: [RecordedExchange], comparesHost: Bool = true) {
        let heads = exchanges.map { RequestDifference(headOf: $0.request, sent: sent, comparesHost: comparesHost) }
        guard let nearestHead = heads.min(by: { $0.isNearer(than: $1) }) else { return nil }
        var nearest: (index: Int, difference: RequestDifference)?
        // Bodies, which may be long, only matter between requests that are equal but for them.
        for (index, head) in heads.enumerated() where !nearestHead.isNearer(than: head) {
            var difference = head
            difference.compareBodies(exchanges[index].request, sent)
            if let nearest, !difference.isNearer(than: nearest.difference) { continue }
            nearest = (index, difference)
            if difference.isEmpty { break }
        }
        guard let nearest else { return nil }
        index = nearest.index
        difference = nearest.difference
    }
}
