import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// What a server that goes by the header `Accept` is asked for, and what comes of its answers.
@Suite struct ContentTypeTests {
    private func client(_ server: ScriptedServer) throws -> ConstructsClient {
        let url = try #require(URL(string: server.url))
        let configuration = ClientConfiguration(baseURL: url, retries: .never, allowsInsecureHTTP: true)
        return ConstructsClient(configuration: configuration)
    }

    private static let contents = [
        "text/csv": "title\na\n", "application/json": #"{"title": "a"}"#, "application/xml": "<Report title=\"a\"/>",
        "application/vnd.acme.v2+json": #"{"name": "a"}"#, "application/json;version=3": #"{"name": "b"}"#,
        "application/pdf": "%PDF", "image/png": "\u{89}PNG",
    ]

    /// Answers with the first type that the request accepts.
    private static func negotiate(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
        let accepted = request["Accept"]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        for type in accepted {
            if let content = contents[type] { return .init(200, content, headers: [("Content-Type", type)]) }
        }
        return .init(406)
    }

    @Test func eachKindOfContentIsAMethod() async throws {
        let server = try ScriptedServer(Self.negotiate)
        let reports = try client(server).reports
        #expect(try await reports.list().title == "a")
        #expect(try await reports.listCSV() == "title\na\n")
        #expect(try await reports.listVndAcmeV2().name == "a")
        #expect(try await reports.listJSONVersion3().name == "b")
        let file = try await reports.listStreaming()
        #expect(file.response.headers[.contentType] == "application/pdf")
    }

    @Test func anyContentCanBeAskedFor() async throws {
        let server = try ScriptedServer(Self.negotiate)
        let client = try client(server)
        let xml = try await client.response(accepting: "application/xml") { try await $0.reports.list() }
        #expect(xml.headers[.contentType] == "application/xml")
        #expect(xml.text == "<Report title=\"a\"/>")
        let picture = try await client.response(accepting: "image/png") { try await $0.reports.list() }
        #expect(picture.text == "\u{89}PNG")
        let json = try await client.response(accepting: "application/json") { try await $0.reports.replace(1) }
        #expect(json.text == #"{"title": "a"}"#)
        await #expect(throws: ConstructsError.self) {
            try await client.response(accepting: "video/mp4") { try await $0.reports.list() }
        }
        await #expect(throws: ConstructsError.self) {
            try await client.response(accepting: "a\r\nb: c") { try await $0.reports.list() }
        }
        #expect(server.requests.compactMap { $0["Accept"] }.last == "video/mp4")
    }

    @Test func asksForTheTypeThatIsDescribed() async throws {
        let server = try ScriptedServer(Self.negotiate)
        let reports = try client(server).reports
        #expect(try await reports.make().name == "a")
        #expect(try await reports.latest() == Data("<Report title=\"a\"/>".utf8))
        #expect(
            server.requests.map { $0["Accept"] } == [
                "application/vnd.acme.v2+json, */*;q=0.5", "application/xml, */*;q=0.5",
            ])
    }

    @Test(
        "codes go before ranges",
        arguments: [(200, "text/csv", "a,b"), (203, "application/json", #"{"name": "a"}"#), (204, "", "")])
    func codesGoBeforeRanges(_ status: Int, _ type: String, _ body: String) async throws {
        let server = try ScriptedServer { _ in
            .init(status, body, headers: type.isEmpty ? [] : [("Content-Type", type)])
        }
        switch try await client(server).reports.get(1) {
        case .ok(let text): #expect(status == 200 && text == "a,b")
        case .status2xx(let report): #expect(status == 203 && report.name == "a")
        case .noContent: #expect(status == 204)
        }
        #expect(server.requests.first?["Accept"] == "text/csv, application/json, */*;q=0.5")
    }

    @Test func someStatusesHaveNoContent() async throws {
        let server = try ScriptedServer { request in
            request.path.hasSuffix("1") ? .init(200, #"{"title": "a"}"#) : .init(204)
        }
        let reports = try client(server).reports
        #expect(try await reports.replace(1)?.title == "a")
        #expect(try await reports.replace(2) == nil)
    }

    @Test func defaultIsASuccessToo() async throws {
        let server = try ScriptedServer { request in
            .init(request.path.hasSuffix("1") ? 202 : 500, #"{"title": "a"}"#)
        }
        let reports = try client(server).reports
        #expect(try await reports.delete(1).title == "a")
        do throws(ConstructsReportsError) {
            _ = try await reports.delete(2)
            Issue.record("the server has failed")
        } catch .failed(let failure) {
            #expect(failure.title == "a")
        }
    }
}
