import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Media")
struct MediaTests {
    private let mediaID = "715d15c2-4cae-47c1-af80-dc513e08349c"

    private func address(_ mediaID: String) -> String {
        "https://media.plivo.com/Account/\(Sample.authID)/Media/\(mediaID)"
    }

    @Test("uploads two files, of which one is refused")
    func upload() async throws {
        try await replaying("media/upload") { plivo in
            let uploaded = try await plivo.media.upload(
                .init(files: [
                    MultipartFile(Data("a picture".utf8), filename: "menu.png", contentType: "image/png"),
                    MultipartFile(Data("a large file".utf8), filename: "poster.pdf", contentType: "application/pdf"),
                ]))
            #expect(uploaded.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110350")
            let files = uploaded.objects
            #expect(files.map(\.fileName) == ["menu.png", "poster.pdf"])
            #expect(files.map(\.status) == ["success", "failed"])
            #expect(files.map(\.statusCode) == [201, 413])
            #expect(files.map(\.mediaID) == [mediaID, nil])
            #expect(files.map(\.contentType) == ["image/png", nil])
            #expect(files.map(\.size) == [9, nil])
            #expect(files.map(\.mediaURL) == [address(mediaID), nil])
            #expect(files.map(\.errorMessage) == [nil, "file too large"])
            #expect(files.map(\.errorCode) == [nil, 413])
            #expect(files.last?.uploadTime == nil)
        }
    }

    @Test("reads an upload with the address under its older name, and numbers as text")
    func uploadOlder() async throws {
        try await replaying("media/upload-older") { plivo in
            let uploaded = try await plivo.media.upload(
                .init(files: [MultipartFile(Data("Hello".utf8), filename: "note.txt", contentType: "text/plain")]))
            let file = try #require(uploaded.objects.first)
            #expect(file.mediaURL == nil)
            #expect(file.url == address("8a4f0c67-25d9-4be1-93f8-60d7c1b2e9a5"))
            #expect(file.size == 5)
            #expect(file.errorCode == 0)
            #expect(file.errorMessage == "")
            #expect(file.uploadTime == date("2024-03-09T07:20:00Z"))
        }
    }

    @Test("goes through two pages of files, the last of which doesn't say that it is")
    func list() async throws {
        try await replaying("media/list", "media/list-last-page") { plivo in
            var files: [MediaFile] = []
            for try await file in plivo.media.list(.init(limit: 2)) { files.append(file) }
            #expect(files.map(\.fileName) == ["menu.jpg", "/home/ada/terms.pdf", "wave.gif"])
            #expect(files.map(\.size) == [85277, 120_455, 2048])
            #expect(files.map(\.apiID) == [nil, nil, nil])
            #expect(files.map { $0.mediaURL ?? $0.url } == files.map { address($0.mediaID) })
            let uploaded = date("2024-03-08T19:02:44Z").addingTimeInterval(0.153289)
            #expect(abs(files[1].uploadTime.timeIntervalSince(uploaded)) < 0.000_001)
        }
    }

    @Test("reads a file")
    func get() async throws {
        try await replaying("media/get") { plivo in
            let file = try await plivo.media.get(mediaID)
            #expect(file.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110354")
            #expect(file.mediaID == mediaID)
            #expect(file.contentType == "image/jpeg")
            #expect(file.fileName == "menu.jpg")
            #expect(file.size == 85277)
            #expect(file.mediaURL == address(mediaID))
            #expect(file.url == nil)
        }
    }
}
