import CallsignAsyncHTTPClient
import CallsignRuntime
import Foundation
import LoopbackServer
import Testing

@testable import SampleClient

/// The transports that a client can stand on. What is tested of one is tested of all.
enum TransportKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case urlSession = "URLSession"
    case asyncHTTPClient = "AsyncHTTPClient"

    var testDescription: String { rawValue }

    func transport() throws -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport()
        case .asyncHTTPClient: try AsyncHTTPClientTransport()
        }
    }

    /// A client of a server on this machine, which tries again quickly.
    func client(
        _ server: ScriptedServer, _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) throws -> SampleClient {
        var configuration = ClientConfiguration(
            baseURL: URL(string: server.url), retries: RetryPolicy(base: .milliseconds(1)))
        change(&configuration)
        return SampleClient(
            authID: "MA1", authToken: "secret", configuration: configuration, transport: try transport())
    }
}
