import CallsignRuntime
import CallsignTestServer
import Foundation
import Plivo

/// Whether the environment names an account.
let hasAccount = ["PLIVO_AUTH_ID", "PLIVO_AUTH_TOKEN"].contains { ProcessEnvironment.current[$0] != nil }

/// Runs with the client of an account or, where there is none, with one of a server on this machine that answers out of
/// the recordings beside this file.
func withPlivo<Result>(
    _ configuration: ClientConfiguration, isolation: isolated (any Actor)? = #isolation,
    _ body: (PlivoClient) async throws -> Result
) async throws -> Result {
    if hasAccount { return try await body(.fromEnvironment(configuration: configuration)) }
    print("No account: a server on this machine answers out of recordings.")
    let recordings = (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("Recordings")
    return try await TestServer.withServer(serving: recordings) { server in
        var configuration = configuration
        configuration.baseURL = server.url.appendingPathComponent("v1")
        return try await body(
            PlivoClient(authID: "MANORTHWIND000000001", authToken: "none", configuration: configuration))
    }
}
