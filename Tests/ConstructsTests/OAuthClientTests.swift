import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// Clients that have tokens by themselves, as the description's flows say.
@Suite("A client with tokens of its own", .timeLimit(.minutes(1)))
struct OAuthClientTests {
    private func server() throws -> ScriptedServer {
        try ScriptedServer { request in
            if request.path.hasPrefix("/token") {
                return .init(200, #"{"access_token":"t","token_type":"bearer","expires_in":60}"#)
            }
            return request["Authorization"] == "Bearer t" ? .init(200, #""hush""#) : .init(401, "{}")
        }
    }

    @Test func hasThemForItself() async throws {
        let server = try server()
        let client = ConstructsClient(
            clientID: "me", clientSecret: "s", scopes: [.readSecrets, .writeSecrets],
            endpoint: .token(server.url + "/token"),
            configuration: ClientConfiguration(baseURL: URL(string: server.url)))
        #expect(try await client.secrets.get() == "hush")
        #expect(server.requests.map(\.path) == ["/token", "/secrets"])
        #expect(
            String(decoding: server.requests[0].body, as: UTF8.self)
                == "grant_type=client_credentials&scope=read%3Asecrets+write%3Asecrets")
    }

    @Test func hasThemForAUser() async throws {
        let server = try server()
        let client = ConstructsClient(
            refreshToken: "r", clientID: "me", endpoint: .token(server.url + "/token"),
            configuration: ClientConfiguration(baseURL: URL(string: server.url)))
        #expect(try await client.secrets.get() == "hush")
        #expect(
            String(decoding: server.requests[0].body, as: UTF8.self)
                == "client_id=me&grant_type=refresh_token&refresh_token=r")
    }
}
