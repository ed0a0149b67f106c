/// Where an API's error bodies say what went wrong. Written by generated code from the configuration.
public struct ErrorRules: Sendable, Hashable {
    /// JSON pointers to the message, tried in order.
    public var message: [String]
    /// JSON pointers to the identifier of the request, tried in order.
    public var requestID: [String]
    /// A response header that holds the identifier of the request; `X-Request-ID` is looked at in any case.
    public var requestIDHeader: String?

    public init(message: [String] = [], requestID: [String] = [], requestIDHeader: String? = nil) {
        self.message = message
        self.requestID = requestID
        self.requestIDHeader = requestIDHeader
    }
}
