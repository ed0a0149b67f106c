import CallsignAsyncHTTPClient
package import CallsignRuntime

/// The transports that a client can stand on. What is tested of one is tested of all.
package enum TransportKind: String, CaseIterable, Sendable {
    case urlSession = "URLSession"
    case asyncHTTPClient = "AsyncHTTPClient"

    package var testDescription: String { rawValue }

    package func transport() throws -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport()
        case .asyncHTTPClient: try AsyncHTTPClientTransport()
        }
    }
}
