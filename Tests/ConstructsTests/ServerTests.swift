import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// The servers of a description, and others.
@Suite("Servers", .timeLimit(.minutes(1)))
struct ServerTests {
    @Test func areNamedByTheDescription() {
        #expect(ConstructsClient.ServerURL.production.url == "https://constructs.example.com")
        #expect(ConstructsClient.ServerURL.regional().url == "https://eu.constructs.example.com:443/v1")
        #expect(
            ConstructsClient.ServerURL.regional(region: .usEast, port: "8443").url
                == "https://us-east.constructs.example.com:8443/v1")
    }

    @Test func theClientsOwnIsCalledUnlessACallNamesAnother() async throws {
        let one = try ScriptedServer { _ in .init(200, #"{"items":[1]}"#) }
        let other = try ScriptedServer { _ in .init(200, #"{"items":[2]}"#) }
        let client = ConstructsClient(server: .init(url: one.url + "/v1"))
        #expect(try await client.lists.pagePage().items == [1])
        #expect(try await client.lists.pagePage(options: CallOptions(server: other.url)).items == [2])
        #expect(one.requests.map(\.path) == ["/v1/lists/page"])
        #expect(other.requests.map(\.path) == ["/lists/page"])
    }

    @Test func theConfigurationsAddressWinsOverTheClients() async throws {
        let server = try ScriptedServer { _ in .init(200, #"{"items":[3]}"#) }
        let configuration = ClientConfiguration(baseURL: URL(string: server.url))
        let client = ConstructsClient(server: .regional(region: .usEast), configuration: configuration)
        #expect(try await client.lists.pagePage().items == [3])
    }
}
