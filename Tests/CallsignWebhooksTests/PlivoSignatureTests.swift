import CallsignRuntime
import CallsignWebhooks
import Foundation
import HTTPTypes
import Plivo
import Testing

/// Plivo's three schemes as its description has them. Signatures were computed by another program.
@Suite("Signatures of Plivo's requests")
struct PlivoSignatureTests {
    private static let token = "northwind-token-2"
    private static let nonce = "7730194625"

    private func request(
        _ headers: [(String, String)], body: String = "CallUUID=6f1c2a90&CallStatus=in-progress&From=4512345678"
    ) throws -> WebhookRequest {
        var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        return WebhookRequest(
            method: "POST", url: "https://hooks.example.com/plivo/answer/?shop=north", headers: fields,
            body: Data(body.utf8))
    }

    private static let signed: [[(String, String)]] = [
        [
            ("X-Plivo-Signature-V3", "Mfe2BT04m3zSrPkjnQUXXLQeM6KdqG8ca1V77Wc4XNc="),
            ("X-Plivo-Signature-V3-Nonce", nonce),
        ],
        [
            ("X-Plivo-Signature-Ma-V3", "b2xk,Mfe2BT04m3zSrPkjnQUXXLQeM6KdqG8ca1V77Wc4XNc="),
            ("X-Plivo-Signature-V3-Nonce", nonce),
        ],
        [
            ("X-Plivo-Signature-V2", "TMkdmmkGxBhSIXg1A6JTqFA49qyWd6WiZ3LgTHnwfRY="),
            ("X-Plivo-Signature-V2-Nonce", nonce),
        ],
        [
            ("X-Plivo-Signature-Ma-V2", "TMkdmmkGxBhSIXg1A6JTqFA49qyWd6WiZ3LgTHnwfRY="),
            ("X-Plivo-Signature-V2-Nonce", nonce),
        ],
        [("X-Plivo-Signature", "tnMFridcgyLjR5Ezsm9EFqNTRlo=")],
    ]

    @Test("are accepted in every version, and their requests read", arguments: signed.indices)
    func verifies(_ index: Int) throws {
        let verifier = WebhookVerifier(PlivoWebhooks.signatures, keys: [Self.token])
        let event = try verifier.decode(PlivoWebhooks.callAnswer, from: try request(Self.signed[index]))
        #expect(event.callUUID == "6f1c2a90")
        #expect(event.callStatus == .inProgress)
        #expect(event.from == "4512345678")
    }

    @Test("are refused in every version with another token", arguments: signed.indices)
    func refusesAnotherToken(_ index: Int) throws {
        let verifier = WebhookVerifier(PlivoWebhooks.signatures, keys: [Self.token + "x"])
        let request = try request(Self.signed[index])
        #expect(throws: WebhookError.self) { try verifier.verify(request) }
    }

    @Test("protect the body, but for the second version", arguments: [(0, true), (2, false), (4, true)])
    func protectsTheBody(_ index: Int, _ isProtected: Bool) throws {
        let verifier = WebhookVerifier(PlivoWebhooks.signatures, keys: [Self.token])
        let request = try request(Self.signed[index], body: "CallUUID=6f1c2a91")
        if isProtected {
            #expect(throws: WebhookError.self) { try verifier.verify(request) }
        } else {
            try verifier.verify(request)
        }
    }

    @Test("of a weaker version don't stand in for a wrong one of a stronger version")
    func prefersTheStrongest() throws {
        let verifier = WebhookVerifier(PlivoWebhooks.signatures, keys: [Self.token])
        let request = try request(
            Self.signed[2] + [("X-Plivo-Signature-V3", "b2xk"), ("X-Plivo-Signature-V3-Nonce", "1")])
        #expect(throws: WebhookError.self) { try verifier.verify(request) }
    }
}
