import Foundation
import HTTPTypes

/// A request's target in parts, so that two spellings of one target are equal.
struct RequestTarget: Equatable {
    /// Where the target is a whole address.
    var origin: String?
    /// The path's segments, without percent encoding.
    var path: [String]
    /// In the order of the names; values of one name stay in theirs.
    var query: [QueryPair]

    struct QueryPair: Equatable {
        var name: String
        /// `nil` where there is no equals sign.
        var value: String?

        var text: String { value.map { "\(name)=\($0)" } ?? name }
    }

    /// - Parameter target: a path with its query, or a whole address.
    init(_ target: String) {
        var rest = target[...]
        // In a path, `://` is part of a name or a value.
        if !target.hasPrefix("/"), let scheme = target.range(of: "://") {
            let end = target[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? target.endIndex
            origin = target[..<end].lowercased()
            rest = target[end...]
        }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false).map {
            // A slash that is part of a segment stays told from one that ends it.
            Self.decoded($0).replacingOccurrences(of: "/", with: "%2F")
        }
        query = Self.pairs(parts.count > 1 ? parts[1] : "")
    }

    init(_ request: HTTPRequest) {
        self.init(request.path ?? "/")
        origin = "\(request.scheme ?? "https")://\(request.authority ?? "")".lowercased()
    }

    var pathText: String { path.joined(separator: "/") }

    /// The pairs of a query or of a form's body, ordered by name.
    static func pairs(_ text: some StringProtocol) -> [QueryPair] {
        let pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return QueryPair(
                name: decodedForm(parts[0]), value: parts.count > 1 ? decodedForm(parts[1]) : nil)
        }
        return pairs.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        text.removingPercentEncoding ?? String(text)
    }

    private static func decodedForm(_ text: some StringProtocol) -> String {
        decoded(text.replacingOccurrences(of: "+", with: " "))
    }
}
