public import CallsignRuntime

/// A header, and the property of a generated type that must have a value because of it.
public struct HeaderCheck: Sendable {
    let name: String
    let isRead: @Sendable (HeaderFields) -> Bool

    /// - Parameters:
    ///   - name: the header's name.
    ///   - property: what reads it.
    public init<Headers: ResponseHeaders, Value>(
        _ name: String, _ property: any KeyPath<Headers, Value?> & Sendable
    ) {
        self.name = name
        isRead = { Headers($0)[keyPath: property] != nil }
    }
}
