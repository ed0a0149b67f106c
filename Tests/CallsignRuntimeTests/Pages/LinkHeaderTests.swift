import Foundation
import Testing

@testable import CallsignRuntime
@testable import SampleClient

@Suite("The header Link")
struct LinkHeaderTests {
    @Test(arguments: [
        (
            #"<https://a.example/?page=2>; rel="next", <https://a.example/?page=9>; rel="last""#,
            "https://a.example/?page=2"
        ),
        (#"<https://a.example/?page=9>; rel="last", </?page=2>; rel=next"#, "/?page=2"),
        (#"<https://a.example/a,b;c>; title="x, <y>; rel=\"prev\""; REL="first NEXT""#, "https://a.example/a,b;c"),
        (#"<https://a.example/>; rel="prev""#, nil), ("", nil), ("<", nil), ("<a>", nil),
        (#"<a>; rel="b"; rel="next""#, nil),
        (#"<a>; title="; rel="next""#, nil),
    ])
    func leadsToTheNextPage(_ value: String, _ target: String?) {
        #expect(LinkHeader.target("next", in: value) == target)
    }

    @Test func pagesFollowIt() async throws {
        let transport = ScriptedTransport { request, _ in
            let number = request.path.flatMap { $0.last }.flatMap { Int(String($0)) } ?? 1
            let link =
                number < 3 ? #"<https://api.example.com/items?page=\#(number + 1)>; rel="next""# : #"</x>; rel="first""#
            let fields = HTTPField.Name("Link").map { [HTTPField(name: $0, value: link)] } ?? []
            return (200, "[\(number), \(number * 10)]", HTTPFields(fields))
        }
        let core = ClientCore(server: "https://api.example.com", userAgent: "test", transport: transport)
        let sequence = PagedSequence<Int, SampleError>(from: .url(nil)) { position async throws(SampleError) in
            var call = OperationCall("items.list", .get, "/items")
            call.follow(position.url)
            let items: [Int] = try await core.value(call, CallOptions(), throwing: SampleError.self)
            return PageContent(items, next: .header)
        }
        var items: [Int] = []
        for try await item in sequence { items.append(item) }
        #expect(items == [1, 10, 2, 20, 3, 30])
    }

    @Test func aTokenOnTheLastPageLeadsNowhere() {
        #expect(PageLink.member("item_9", more: false) == .link(nil))
        #expect(PageLink.member("item_9", more: true) == .link("item_9"))
        #expect(PageLink.member("item_9", more: nil) == .link("item_9"))
    }
}
