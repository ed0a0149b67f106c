import CallsignRuntime
import CallsignTestServer
import Foundation
import Plivo
import Testing
import TransportKinds

extension TransportKind: CustomTestStringConvertible {
    /// A client of the account that the recordings were made with.
    func plivo(
        _ server: TestServer, _ change: (inout ClientConfiguration) -> Void = { _ in },
        wrapping wrap: (any Transport) -> any Transport = { $0 }
    ) throws -> PlivoClient {
        var configuration = ClientConfiguration(
            baseURL: server.url.appendingPathComponent("v1"), retries: RetryPolicy(base: .milliseconds(1)))
        change(&configuration)
        return PlivoClient(
            authID: "MANORTHWIND000000001", authToken: "a-token-for-tests-only", configuration: configuration,
            transport: wrap(try transport()))
    }
}

/// The recordings that the client's own tests replay.
enum Recordings {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../PlivoTests/Recordings").standardizedFileURL
}
