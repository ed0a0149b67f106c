import CallsignRuntime
import CallsignWebhooks
import Foundation
import HTTPTypes
import Plivo
import Testing

/// The signatures are those that another program computed, as the verifier's tests have them.
@Suite struct WebhookSignerTests {
    private func request(_ headers: HTTPFields = [:], method: String = "POST") -> WebhookRequest {
        WebhookRequest(
            method: method, url: "https://hooks.example.com/plivo/answer/?shop=north",
            headers: headers, body: Data("CallUUID=6f1c2a90&CallStatus=in-progress&From=4512345678".utf8))
    }

    @Test(
        "signs as Plivo does, in every version",
        arguments: [
            (0, "X-Plivo-Signature-V3", "Mfe2BT04m3zSrPkjnQUXXLQeM6KdqG8ca1V77Wc4XNc="),
            (1, "X-Plivo-Signature-V2", "TMkdmmkGxBhSIXg1A6JTqFA49qyWd6WiZ3LgTHnwfRY="),
            (2, "X-Plivo-Signature", "tnMFridcgyLjR5Ezsm9EFqNTRlo="),
        ])
    func signs(_ index: Int, _ header: String, _ signature: String) throws {
        let signer = WebhookSigner(PlivoWebhooks.signatures[index], key: "northwind-token-2")
        let header = try #require(HTTPField.Name(header))
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", header: "an older one"]
        for name in ["X-Plivo-Signature-V3-Nonce", "X-Plivo-Signature-V2-Nonce"] {
            headers[try #require(HTTPField.Name(name))] = "7730194625"
        }
        let signed = try signer.signed(request(headers))
        #expect(signed.headers[values: header] == [signature])
        #expect(signed.url == request().url)
        #expect(signed.body == request().body)
    }

    @Test("makes a nonce where there is none, another one each time", arguments: PlivoWebhooks.signatures.indices)
    func nonces(_ index: Int) throws {
        let signer = WebhookSigner(PlivoWebhooks.signatures[index], key: "northwind-token-2")
        let verifier = WebhookVerifier([PlivoWebhooks.signatures[index]], keys: ["northwind-token-2"])
        let signed = try signer.signed(request())
        try verifier.verify(signed)
        let event = try verifier.decode(PlivoWebhooks.callAnswer, from: signed)
        #expect(event.callUUID == "6f1c2a90")
        let hasNonce = index < 2
        #expect(signed.headers.contains { $0.name.canonicalName.hasSuffix("nonce") } == hasNonce)
        #expect(try (signer.signed(request()).headers == signed.headers) == !hasNonce)
        #expect(throws: WebhookError.self) {
            try WebhookVerifier(PlivoWebhooks.signatures, keys: ["northwind-token-1"]).verify(signed)
        }
    }

    @Test("signs in hexadecimal digits behind a prefix")
    func hexadecimal() throws {
        let scheme = WebhookSignatureScheme(
            "sha256", signatures: ["X-Hub-Signature-256"], prefix: "sha256=", encoding: .hexadecimal, text: [.body])
        var request = request()
        request.body = Data("{\"a\":1}".utf8)
        let header = try #require(HTTPField.Name("X-Hub-Signature-256"))
        #expect(
            try WebhookSigner(scheme, key: "secret").signed(request).headers[header]
                == "sha256=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494")
    }

    @Test("refuses methods that the scheme doesn't sign")
    func methods() {
        let signer = WebhookSigner(PlivoWebhooks.signatures[0], key: "northwind-token-2")
        #expect(throws: WebhookError.wrongMethod("PUT", scheme: "v3")) { try signer.signed(request(method: "PUT")) }
    }

    @Test("keeps its key to itself")
    func secrecy() {
        let signer = WebhookSigner(PlivoWebhooks.signatures[0], key: "northwind-token-2")
        var dump = ""
        Swift.dump(signer, to: &dump)
        #expect("\(signer)" == "signer of v3")
        #expect(!dump.contains("northwind"))
    }
}
