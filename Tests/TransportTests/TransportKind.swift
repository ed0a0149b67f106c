import CallsignRuntime
import Foundation
import LoopbackServer
import Testing
import TransportKinds

@testable import SampleClient

extension TransportKind: CustomTestStringConvertible {
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
