public import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#endif

/// The transport that needs nothing but Foundation: `URLSession`, on Apple's platforms and on Linux.
///
/// On Linux, `URLSession` can't be told to wait: of a body that is streamed and read slowly, what has arrived beyond a
/// megabyte lies in a temporary file. The transport of `CallsignAsyncHTTPClient` reads no more than is asked for.
///
/// It keeps no cookies and no cache, so that calls don't know of each other. Proxies are those of the system, unless it
/// is made with one.
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

    /// A transport whose requests go through a proxy.
    ///
    /// - Throws: ``ConfigurationError/unsupported(_:)`` on Linux, where Foundation knows of no proxies but those of the
    ///   environment: the transport of `CallsignAsyncHTTPClient` does.
    public convenience init(proxy: Proxy, configuration: URLSessionConfiguration = .ephemeral)
        throws(ConfigurationError)
    {
        #if canImport(FoundationNetworking)
            throw .unsupported(
                "URLSession takes no proxy on this platform; use the transport of CallsignAsyncHTTPClient")
        #else
            let configuration = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
            configuration.connectionProxyDictionary = URLSessionProxy.dictionary(proxy)
            self.init(configuration: configuration)
        #endif
    }

    deinit {
        // A session holds on to its delegate until it is told to end.
        session.finishTasksAndInvalidate()
    }

    public func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        let (task, upload) = try task(try URLSessionMessages.request(request, limits: limits), body)
        defer { upload?.remove() }
        let exchange = URLSessionExchange(maximumBytes: limits.maximumResponseBytes)
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
    public func open(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, ResponseChunks) {
        var urlRequest = try URLSessionMessages.request(request, limits: limits)
        // How long nothing may come is for whoever reads the body.
        urlRequest.timeoutInterval = URLSessionTransport.longestSilence
        let (task, upload) = try task(urlRequest, body)
        let reading = URLSessionReading(task, delegate, upload: upload)
        let head = try await reading.head()
        return (head, ResponseChunks { () async throws(TransportError) in try await reading.body.next() })
    }

    /// A day, in seconds.
    private static let longestSilence: TimeInterval = 86_400

    private func task(
        _ request: URLRequest, _ body: RequestBody?
    ) throws(TransportError) -> (URLSessionTask, UploadFile?) {
        if Task.isCancelled { throw URLSessionMessages.cancelled(serverMayHaveActed: false) }
        if let body, body.data == nil {
            let file = try UploadFile(body)
            return (session.uploadTask(with: request, fromFile: file.url), file)
        }
        var request = request
        request.httpBody = body?.data
        return (session.dataTask(with: request), nil)
    }
}
