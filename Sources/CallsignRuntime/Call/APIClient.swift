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

    /// Makes a call and gives its response as the server sent it, with content of a type that the caller chooses, such as
    /// one that the method doesn't read.
    ///
    /// ```swift
    /// let response = try await plivo.response(accepting: "application/xml") { try await $0.calls.get("…") }
    /// print(response.headers[.contentType] ?? "", response.text)
    /// ```
    ///
    /// Failures are thrown as always. Methods whose answer arrives bit by bit choose for themselves.
    ///
    /// - Parameters:
    ///   - contentType: the value of the header `Accept`.
    ///   - call: makes one call with the client that it is given. What that gives isn't read.
    public func response<Value, Failure: Error>(
        accepting contentType: String, isolation: isolated (any Actor)? = #isolation,
        _ call: (Self) async throws(Failure) -> Value
    ) async throws(Failure) -> RawResponse {
        let observer = ResponseObserver(accepting: contentType)
        do {
            _ = try await call(Self(core: core.observed(by: observer)))
        } catch {
            guard (200...299).contains(observer.response.status) else { throw error }
        }
        return observer.response
    }
}
