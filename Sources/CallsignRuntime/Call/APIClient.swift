/// What all generated clients are: a value around a ``ClientCore``.
public protocol APIClient: Sendable {
    var core: ClientCore { get }
    init(core: ClientCore)
}

extension APIClient {
    /// Makes a call and gives the response as the server sent it beside the call's result: its status, headers and body.
    ///
    /// ```swift
    /// let (call, response) = try await plivo.withResponse { try await $0.calls.get("…") }
    /// ```
    ///
    /// - Parameter body: makes calls with the client that it is given. The last one's response counts; without any,
    ///   its status is 0.
    public func withResponse<Value, Failure: Error>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Self) async throws(Failure) -> Value
    ) async throws(Failure) -> (Value, RawResponse) {
        let observer = ResponseObserver()
        let value = try await body(Self(core: core.observed(by: observer)))
        return (value, observer.response)
    }
}
