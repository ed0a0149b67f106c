public import Foundation

/// Where an asynchronous request reports its result to.
public struct CallbackTarget: Sendable, Hashable, ExpressibleByStringLiteral {
    public var url: String
    /// The HTTP method of the report; the API's own default where it is `nil`.
    public var method: String?

    public init(_ url: String, method: String? = nil) {
        self.url = url
        self.method = method
    }

    public init(_ url: URL, method: String? = nil) {
        self.init(url.absoluteString, method: method)
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }
}
