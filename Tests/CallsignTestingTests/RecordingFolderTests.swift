import CallsignTesting
import Foundation
import Testing

@Suite("A folder of recordings")
final class RecordingFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func write(_ text: String, to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func problems() throws -> [String] {
        try #require(throws: RecordingFolderError.self) { try HTTPRecording.recordings(in: folder) }.problems
    }

    @Test("is read with all within it, by their paths")
    func reads() throws {
        try write("GET /a\n\nHTTP/1.1 200\n", to: "a.http")
        try write("GET /b\n\nHTTP/1.1 201\n\nGET /c\n\nHTTP/1.1 202\n", to: "within/deeper/b.http")
        try write("no recording", to: "notes.txt")
        let recordings = try HTTPRecording.recordings(in: folder)
        #expect(
            recordings.mapValues { $0.exchanges.map(\.request.target) } == [
                "a.http": ["/a"], "within/deeper/b.http": ["/b", "/c"],
            ])
    }

    @Test("may be one file of any name")
    func readsOneFile() throws {
        try write("GET /a\n\nHTTP/1.1 200\n", to: "one.txt")
        let recordings = try HTTPRecording.recordings(in: folder.appendingPathComponent("one.txt"))
        #expect(recordings.mapValues(\.exchanges.count) == ["one.txt": 1])
    }

    @Test("reports what is wrong with all its files at once")
    func reportsAll() throws {
        try write("GET /a\n\nGET /b\n\nHTTP/1.1 200\n", to: "a.http")
        try write("GET /b\n\nHTTP/1.1 200\n", to: "b.http")
        try write("HTTP/1.1 200\n\nGET /c\n\nHTTP/1.1 9\n", to: "c.http")
        let path = folder.path
        #expect(
            try problems() == [
                "\(path)/a.http:3: error: the request before has no response: expected a line such as `HTTP/1.1 200 OK`",
                """
                \(path)/c.http:1: error: expected a request, such as `GET /v1/things`
                \(path)/c.http:5: error: expected a status from 100 to 599, such as `HTTP/1.1 200 OK`
                """,
            ])
    }

    @Test("has to be there, with recordings in it")
    func reportsMissing() throws {
        #expect(try problems() == ["\(folder.path): error: there is no such file or folder"])
        try write("", to: "notes.txt")
        #expect(
            try problems() == [
                "\(folder.path): error: no recordings: expected files whose names end in .http"
            ])
    }
}
