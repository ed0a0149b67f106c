import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Letters of authorization")
struct LetterOfAuthorizationTests {
    private let letterID = "76373e7a-4600-450d-aa9a-7c186a07cedc"

    @Test("uploads a letter with its name")
    func create() async throws {
        try await replaying("letters-of-authorization/create") { plivo in
            let file = MultipartFile(
                Data("%PDF-1.7 letter".utf8), filename: "letter.pdf", contentType: "application/pdf")
            let letter = try await plivo.lettersOfAuthorization.create(
                .init(alias: "Carrier letter 2024", file: file))
            #expect(letter.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110370")
            #expect(letter.message == "created")
            #expect(letter.loaID == letterID)
            #expect(letter.alias == "Carrier letter 2024")
            #expect(letter.file == "letter.pdf")
            #expect(letter.linkedNumbers == [])
            #expect(letter.createdAt == "2024-03-12T15:20:41Z")
        }
    }

    @Test("reads a letter, and which numbers it is for")
    func get() async throws {
        try await replaying("letters-of-authorization/get") { plivo in
            let letter = try await plivo.lettersOfAuthorization.get(letterID)
            #expect(letter.file == "https://files.example.org/letter.pdf")
            #expect(letter.linkedNumbers == ["15125550177", "15125550178"])
            #expect(letter.resourceURI == "/v1/Account/\(Sample.authID)/HostedMessagingNumber/LOA/\(letterID)/")
            #expect(letter.message == nil)
        }
    }

    @Test("goes through two pages of letters, whose envelopes have different names")
    func list() async throws {
        try await replaying("letters-of-authorization/list", "letters-of-authorization/list-last-page") { plivo in
            var letters: [LetterOfAuthorization] = []
            for try await letter in plivo.lettersOfAuthorization.list(.init(alias: "Carrier letter 2024", limit: 1)) {
                letters.append(letter)
            }
            #expect(letters.map(\.loaID) == [letterID, "b3f70d92-58a6-4e1c-90db-12c4e7a8f065"])
            #expect(letters.map(\.alias) == ["Carrier letter 2024", nil])
            #expect(letters.map(\.linkedNumbers) == [["15125550177"], nil])
        }
    }

    @Test("deletes a letter")
    func delete() async throws {
        try await replaying("letters-of-authorization/delete") { plivo in
            try await plivo.lettersOfAuthorization.delete(letterID)
        }
    }
}
