import CallsignRuntime
import Foundation
import Testing

/// Requests are equal where they send the same.
@Suite struct RequestValueTests {
    private struct Filter: RequestValue {
        var name: String?
        var tags: [String]?
        var since: Date?
        var trace: String?

        func encode(to call: inout OperationCall) {
            call.query("name", name)
            call.query("tags", tags)
            call.query("since", since, by: .dateTime)
            call.header("X-Trace", trace)
        }
    }

    private struct Order: RequestValue, Encodable {
        var item: String
        var count: Double
        var notes: [String: String]?
    }

    private struct Upload: RequestValue, MultipartEncodable {
        var title: String
        var file: MultipartFile

        func encode(to form: inout MultipartForm) {
            form.field("title", title)
            form.file("file", file)
        }

        func encode(to call: inout OperationCall) { call.multipart(self) }
    }

    @Test func parametersAreCompared() {
        let now = Date(timeIntervalSince1970: 5)
        let filter = Filter(name: "a", tags: ["b", "c"], since: now, trace: "t")
        #expect(filter == filter)
        #expect(Filter() == Filter())
        #expect(filter != Filter(name: "a", tags: ["c", "b"], since: now, trace: "t"))
        #expect(filter != Filter(name: "a", tags: ["b", "c"], since: now + 1, trace: "t"))
        #expect(filter != Filter(name: "a", tags: ["b", "c"], since: now, trace: "u"))
        #expect(Filter(name: "") != Filter())
    }

    @Test func bodiesAreCompared() {
        #expect(
            Order(item: "a", count: 1, notes: ["x": "1", "y": "2"])
                == Order(item: "a", count: 1, notes: ["y": "2", "x": "1"]))
        #expect(Order(item: "a", count: 1) != Order(item: "a", count: 2))
        #expect(Order(item: "a", count: 1, notes: [:]) != Order(item: "a", count: 1))
    }

    @Test func whatCannotBeSentIsComparedByWhatIsWrongWithIt() {
        #expect(Order(item: "a", count: .nan) != Order(item: "a", count: 1))
        #expect(Filter(trace: "a\nb") != Filter())
    }

    @Test func filesAreComparedWithoutBeingOpened() {
        let missing = URL(fileURLWithPath: "/nowhere/a.pdf")
        let upload = Upload(title: "a", file: MultipartFile(contentsOf: missing))
        #expect(upload == Upload(title: "a", file: MultipartFile(contentsOf: missing)))
        #expect(upload != Upload(title: "b", file: MultipartFile(contentsOf: missing)))
        #expect(upload != Upload(title: "a", file: MultipartFile(Data("x".utf8), filename: "a.pdf")))
        #expect(upload != Upload(title: "a", file: MultipartFile(contentsOf: URL(fileURLWithPath: "/nowhere/b.pdf"))))
    }
}
