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

extension OperationCall {
    /// Asks for the result to be posted, by two parameters of the query: the address and the method.
    public mutating func callbackInQuery(_ callback: CallbackTarget, _ url: StaticString, _ method: StaticString) {
        query(url, callback.url)
        query(method, callback.method)
    }

    /// Asks for the result to be posted, by two keys of the body: the address and the method.
    public mutating func callbackInBody(_ callback: CallbackTarget, _ url: StaticString, _ method: StaticString) {
        bodyKey(url, callback.url)
        bodyKey(method, callback.method)
    }
}
