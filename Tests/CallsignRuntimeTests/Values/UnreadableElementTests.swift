import Foundation
import Testing

@testable import CallsignRuntime

/// Elements of lists that aren't what the description says.
@Suite struct UnreadableElementTests {
    private struct Item: Decodable, Equatable {
        var id: Int
    }

    private struct Page: Decodable, Equatable {
        var items: [Item]
        var lists: [[Int]]?
        var dates: [Date]?
        var choice: Choice?

        init(items: [Item], lists: [[Int]]? = nil, dates: [Date]? = nil, choice: Choice? = nil) {
            self.items = items
            self.lists = lists
            self.dates = dates
            self.choice = choice
        }

        init(from decoder: any Decoder) throws {
            let fields = try FieldReader(decoder)
            items = try fields.required("items")
            lists = try fields.optional("lists")
            dates = try fields.optional("dates", by: .list(.dateTime))
            choice = try fields.optional("choice")
        }
    }

    private enum Choice: Decodable, Equatable {
        case integers([Int])
        case texts([String])
        case unknown(JSONValue)

        init(from decoder: any Decoder) throws {
            let union = try UnionReader(decoder)
            if let value = union.candidate([Int].self) {
                self = .integers(value)
            } else if let value = union.candidate([String].self) {
                self = .texts(value)
            } else {
                self = .unknown(try union.value())
            }
        }
    }

    private final class Reports: Sendable {
        private let list = Locked<[String]>([])
        var all: [String] { list.withLock { $0 } }
        func add(_ element: UnreadableElement) {
            list.withLock { $0.append("\(element.pointer) \(element.value) \(element.error is DecodingError)") }
        }
    }

    private static let text = """
        {"items": [{"id": 1}, {"id": "x"}, {"id": 3}], "lists": [[1], ["a", 2], 3],
         "dates": ["1970-01-01", "soon"], "choice": ["a", "b"]}
        """

    @Test func areLeftOutAndTold() throws {
        let reports = Reports()
        let page = try JSONText.decode(Page.self, from: Data(Self.text.utf8)) { reports.add($0) }
        #expect(
            page
                == Page(
                    items: [Item(id: 1), Item(id: 3)], lists: [[1], [2]], dates: [Date(timeIntervalSince1970: 0)],
                    choice: .texts(["a", "b"])))
        #expect(
            reports.all == [
                #"/items/1 {"id":"x"} true"#, #"/lists/1/0 "a" true"#, "/lists/2 3 true", #"/dates/1 "soon" true"#,
            ])
    }

    @Test func areErrorsWhereNobodyAsksForThem() {
        #expect(throws: DecodingError.self) { try JSONText.decode(Page.self, from: Data(Self.text.utf8)) }
    }

    @Test func aListThatIsNoneIsAnErrorInAnyCase() {
        #expect(throws: DecodingError.self) {
            try JSONText.decode(Page.self, from: Data(#"{"items": 1}"#.utf8)) { _ in }
        }
    }
}
