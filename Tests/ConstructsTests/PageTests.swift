import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// Lists of every kind of paging, walked over a real server that has the numbers from 1 to 5, two a page.
@Suite("Lists of a real server", .timeLimit(.minutes(1)))
struct PageTests {
    private static let all = [1, 2, 3, 4, 5]

    private static func items(from start: Int) -> String {
        "[" + all.dropFirst(start).prefix(2).map(String.init).joined(separator: ",") + "]"
    }

    /// - Parameter answer: gets the path of each request and its query's values by name.
    private func walk(
        _ answer: @escaping @Sendable (String, [String: String]) -> ScriptedServer.Answer,
        _ list: (ConstructsClient) -> PagedSequence<Int, ConstructsError>
    ) async throws -> (numbers: [Int], requests: [String]) {
        let server = try ScriptedServer { request in
            let parts = request.path.split(separator: "?", maxSplits: 1)
            let pairs = parts.dropFirst().first?.split(separator: "&").map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return (sides[0], sides[1])
            }
            return answer(String(parts[0]), Dictionary(pairs ?? [], uniquingKeysWith: { first, _ in first }))
        }
        let client = ConstructsClient(configuration: ClientConfiguration(baseURL: URL(string: server.url + "/v1")))
        var numbers: [Int] = []
        for try await number in list(client) { numbers.append(number) }
        return (numbers, server.requests.map(\.path))
    }

    @Test func byOffset() async throws {
        let (numbers, requests) = try await walk { _, query in
            let start = query["offset"].flatMap { Int($0) } ?? 0
            return .init(200, #"{"items":\#(Self.items(from: start)),"total":5}"#)
        } _: {
            $0.lists.offset(.init(limit: 2))
        }
        #expect(numbers == Self.all)
        #expect(requests == ["", "offset=2&", "offset=4&"].map { "/v1/lists/offset?\($0)limit=2" })
    }

    @Test func byPageNumber() async throws {
        let (numbers, requests) = try await walk { _, query in
            let page = query["page"].flatMap { Int($0) } ?? 1
            return .init(200, #"{"items":\#(Self.items(from: (page - 1) * 2))}"#)
        } _: {
            $0.lists.page()
        }
        #expect(numbers == Self.all)
        #expect(Array(requests.prefix(3)) == ["?page=1", "?page=2", "?page=3"].map { "/v1/lists/page\($0)" })
    }

    @Test func byCursor() async throws {
        let (numbers, requests) = try await walk { _, query in
            let start = query["cursor"]?.split(separator: "-").last.flatMap { Int($0) } ?? 0
            let next = start + 2 < 5 ? #""after-\#(start + 2)""# : "null"
            return .init(200, #"{"items":\#(Self.items(from: start)),"next_cursor":\#(next)}"#)
        } _: {
            $0.lists.cursor()
        }
        #expect(numbers == Self.all)
        #expect(requests == ["", "?cursor=after-2", "?cursor=after-4"].map { "/v1/lists/cursor\($0)" })
    }

    @Test func byToken() async throws {
        let (numbers, requests) = try await walk { _, query in
            let start = query["page_token"].flatMap { Int($0) } ?? 0
            let next = start + 2 < 5 ? #""\#(start + 2)""# : #""""#
            return .init(200, #"{"items":\#(Self.items(from: start)),"next_page_token":\#(next)}"#)
        } _: {
            $0.lists.token()
        }
        #expect(numbers == Self.all)
        #expect(requests == ["", "?page_token=2", "?page_token=4"].map { "/v1/lists/token\($0)" })
    }

    @Test(
        "by the next page's address, however it is written",
        arguments: ["http://127.0.0.1:PORT/v1/lists/next?from=", "/v1/lists/next?from=", "?from=", "next?from="])
    func byAddress(_ address: String) async throws {
        let port = Locked("")
        let server = try ScriptedServer { request in
            let start = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 0
            let next = address.replacingOccurrences(of: "PORT", with: port.withLock { $0 })
            let link = start + 2 < 5 ? #","next":"\#(next)\#(start + 2)""# : ""
            return .init(200, #"{"items":\#(Self.items(from: start))\#(link)}"#)
        }
        port.withLock { $0 = "\(server.port)" }
        let client = ConstructsClient(configuration: ClientConfiguration(baseURL: URL(string: server.url + "/v1")))
        var numbers: [Int] = []
        for try await number in client.lists.next() { numbers.append(number) }
        #expect(numbers == Self.all)
        #expect(server.requests.map(\.path) == ["", "?from=2", "?from=4"].map { "/v1/lists/next\($0)" })
    }

    @Test func byTheHeaderLink() async throws {
        let (numbers, requests) = try await walk { path, query in
            let start = query["from"].flatMap { Int($0) } ?? 0
            let last = #"<\#(path)?from=4>; rel="last""#
            let next = start + 2 < 5 ? #", <\#(path)?from=\#(start + 2)>; rel="next""# : ""
            return .init(200, Self.items(from: start), headers: [("Link", last + next)])
        } _: {
            $0.lists.link()
        }
        #expect(numbers == Self.all)
        #expect(requests == ["", "?from=2", "?from=4"].map { "/v1/lists/link\($0)" })
    }

    @Test func anotherHostsNextPageIsNotAskedFor() async throws {
        let server = try ScriptedServer { _ in
            .init(200, #"{"items":[1],"next":"http://127.0.0.2:1/lists/next"}"#)
        }
        let client = ConstructsClient(configuration: ClientConfiguration(baseURL: URL(string: server.url)))
        var numbers: [Int] = []
        await #expect(throws: ConstructsError.self) {
            for try await number in client.lists.next() { numbers.append(number) }
        }
        #expect(numbers == [1])
        #expect(server.requests.count == 1)
    }
}
