public import CallsignRuntime

/// A request that got no response.
public struct RecordedFailure: Sendable, Hashable {
    public var kind: TransportError.Kind
    public var message: String

    public init(_ kind: TransportError.Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The error that a transport throws. Only where no connection came about can the server not have acted.
    var error: TransportError {
        let wasNeverSent = [.cannotFindHost, .cannotConnect, .secureConnectionFailed].contains(kind)
        return TransportError(kind, message, serverMayHaveActed: !wasNeverSent)
    }
}
