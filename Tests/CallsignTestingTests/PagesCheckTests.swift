import CallsignRuntime
import CallsignTesting
import Testing

@testable import SampleClient

/// A check passes where a list is asked for page by page as it must be, and gives the elements of all pages.
@Suite struct PagesCheckTests {
    private static func page(_ query: String, _ body: String) -> PagesCheck.Page {
        .init(
            sends: CheckedRequest("GET", "https://api.example.com/v1/Notes/Search" + query),
            answered: .success(200, "application/json", body))
    }

    private static let first = page("", #"{"notes": ["a", "b"], "next": "2"}"#)
    private static let last = page("?after=2", #"{"notes": ["c"]}"#)

    private func problems(_ pages: [PagesCheck.Page], items: String = "/notes") async -> [String] {
        do throws(OperationCheckFailure) {
            try await PagesCheck("notes.search", items: items, pages: pages).run { call in
                SampleClient(
                    authID: "MA1", authToken: "t", configuration: call.configuration, transport: call.transport
                ).notes.search()
            }
            return []
        } catch {
            return error.problems
        }
    }

    @Test func passesWhereAllPagesAreAskedFor() async {
        #expect(await problems([Self.first, Self.last]) == [])
    }

    @Test func saysThatAPageIsNeverAskedFor() async throws {
        let found = await problems([Self.last, Self.page("?after=3", #"{"notes": []}"#)])
        let text = found.joined(separator: "\n")
        #expect(text.contains("- after=2"))
        #expect(text.contains("exchange 2 of 2: GET"))
        #expect(text.contains("never came"))
    }

    @Test func saysThatAnotherPageIsAskedFor() async throws {
        let found = await problems([Self.first])
        #expect(try #require(found.first).contains("came after all 1 recorded exchanges"))
    }

    @Test func saysThatAPageHasNoList() async throws {
        let found = await problems([Self.last], items: "/objects")
        #expect(try #require(found.first).contains("- after=2"))
        let lone = await problems([Self.page("", #"{"notes": ["c"]}"#)], items: "/objects")
        #expect(try #require(lone.first).contains("a page has no list at \"/objects\""))
    }
}
