import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// Parameters of the client that `Tests/Constructs` describes, as a server gets them.
@Suite struct ParameterTests {
    private func request(
        of call: (ConstructsClient.Parameters) async throws -> Void
    ) async throws -> ScriptedServer.Request {
        let server = try ScriptedServer { _ in .init(204) }
        let configuration = ClientConfiguration(baseURL: URL(string: server.url), allowsInsecureHTTP: true)
        try await call(ConstructsClient(configuration: configuration).parameters)
        return try #require(server.requests.first)
    }

    @Test func reservedCharactersPassAsFarAsTheyCan() async throws {
        let sent = try await request {
            try await $0.send("a:b@c/d?e", .init(reserved: "x/y:z?&+=", reservedCookie: "a:b/c;d"))
        }
        #expect(sent.path == "/parameters/a:b@c%2Fd%3Fe?reserved=x/y:z?%26%2B=")
        #expect(sent["Cookie"] == "reserved_cookie=a:b/c%3Bd")
    }

    @Test func emptyListsAreSentWhereTheyAreAllowed() async throws {
        #expect(try await request { try await $0.send("1", .init(empty: [])) }.path == "/parameters/1?empty=")
        #expect(try await request { try await $0.send("1") }.path == "/parameters/1")
    }

    @Test func contentThatIsTextGoesAsItIs() async throws {
        let sent = try await request { try await $0.send("1", .init(note: "<a b=\"c\"/>", proof: "e30.e30.c2ln")) }
        #expect(sent.path == "/parameters/1?note=%3Ca%20b%3D%22c%22%2F%3E")
        #expect(sent["proof"] == "e30.e30.c2ln")
    }

    @Test func cookiesAreEncodedUnlessTheirStyleSaysOtherwise() async throws {
        let sent = try await request {
            try await $0.send("1", .init(plain: "a=b/c", listed: ["d", "e%20f"], encoded: "g=h i"))
        }
        #expect(sent["Cookie"] == "plain=a=b/c; listed=d,e%20f; encoded=g%3Dh%20i")
        await #expect(throws: ConstructsError.self) {
            _ = try await request { try await $0.send("1", .init(plain: "a; admin=1")) }
        }
    }

    @Test func theWholeQueryIsJSONOrATextOrAForm() async throws {
        #expect(
            try await request { try await $0.queryJSON(.init(filter: Reference(url: "a&b", size: 1))) }.path
                == "/parameters/query/json?%7B%22size%22%3A1%2C%22url%22%3A%22a%26b%22%7D")
        #expect(try await request { try await $0.queryJSON() }.path == "/parameters/query/json")
        #expect(
            try await request { try await $0.queryText(.init(selector: "$.a[?@.b>1]")) }.path
                == "/parameters/query/text?%24.a%5B%3F%40.b%3E1%5D")
        #expect(
            try await request { try await $0.queryForm(.init(anything: ["a b": "c&d", "e": "f"])) }.path
                == "/parameters/query/form?a%20b=c%26d&e=f")
    }
}
