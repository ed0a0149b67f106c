package import Foundation
package import HTTPTypes

/// The recorded exchange that a request fits, or the one that it comes nearest to.
package struct NearestExchange {
    /// Its place among those that were searched.
    package let index: Int
    /// Empty where the request fits.
    package let difference: RequestDifference

    /// - Parameters:
    ///   - exchanges: of several that are equally near, the first counts.
    ///   - comparesHost: whether the host counts where the recording names it.
    /// - Returns: `nil` where there are no exchanges.
    package init?(
        to request: HTTPRequest, body: Data?, in exchanges: some Sequence<RecordedExchange>, comparesHost: Bool = true
    ) {
        var nearest: (index: Int, difference: RequestDifference)?
        for (index, exchange) in exchanges.enumerated() {
            let difference = RequestDifference(
                recorded: exchange.request, sent: request, body: body, comparesHost: comparesHost)
            if let nearest, !difference.isNearer(than: nearest.difference) { continue }
            nearest = (index, difference)
            if difference.isEmpty { break }
        }
        guard let nearest else { return nil }
        index = nearest.index
        difference = nearest.difference
    }
}
