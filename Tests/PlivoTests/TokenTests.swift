import Plivo
import Testing

@Suite("Tokens")
struct TokenTests {
    @Test("creates a token with permissions, and sends one that is false")
    func create() async throws {
        try await replaying("tokens/create") { plivo in
            let created = try await plivo.tokens.create(
                .init(
                    iss: Sample.authID, sub: "desk7240309064412", nbf: 1_709_370_927, exp: 1_709_374_527,
                    app: "20418873310254417", per: .init(voice: .init(incomingAllow: false, outgoingAllow: true)),
                    incomingAllow: false, outgoingAllow: true))
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110401")
            #expect(created.token.split(separator: ".").count == 3)
            #expect(created.token.hasSuffix(".c2lnbmF0dXJl"))
        }
    }

    @Test("creates a token of which only the issuer is told")
    func createBare() async throws {
        try await replaying("tokens/create-bare") { plivo in
            let created = try await plivo.tokens.create(.init(iss: Sample.authID))
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110402")
        }
    }
}
