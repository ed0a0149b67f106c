public import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#endif

/// The transport that needs nothing but Foundation: `URLSession`, on Apple's platforms and on Linux.
///
/// It keeps no cookies and no cache, so that calls don't know of each other. Proxies are those of the system, or of
/// the configuration that it is made with.
public final class URLSessionTransport: Transport {
    private let session: URLSession
    private let delegate = URLSessionTaskRouter()

    /// - Parameter configuration: where to start from, for instance to set a proxy. Cookies, credentials' storage and
    ///   caches are switched off in a copy of it.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        // A copy of a configuration is of the same type; the fallback only satisfies the compiler.
        let configuration = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        // A session holds on to its delegate until it is told to end.
        session.finishTasksAndInvalidate()
    }

    public func send(
        _ request: HTTPRequest, body: Data?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        let urlRequest = try URLSessionMessages.request(request, body: body, limits: limits)
        if Task.isCancelled { throw URLSessionMessages.cancelled(serverMayHaveActed: false) }

        let exchange = URLSessionExchange(maximumBytes: limits.maximumResponseBytes)
        let task = session.dataTask(with: urlRequest)
        delegate.add(exchange, for: task.taskIdentifier)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.start(continuation)
                task.resume()
            }
        } onCancel: {
            // Answers at once rather than wait for the session to notice.
            exchange.finish(.failure(URLSessionMessages.cancelled(serverMayHaveActed: true)))
            task.cancel()
        }
        delegate.remove(task.taskIdentifier)
        if case .failure = result { task.cancel() }
        return try result.get()
    }
}
