import CallsignRuntime
import CallsignWebhooks
import Foundation
import HTTPTypes
import Testing

/// Signatures were computed by another program, with Python's `hmac`.
@Suite struct WebhookVerifierTests {
    private static let key = "northwind-token-1"
    private static let nonce = "5512093847"

    private static let parameters = WebhookSignatureScheme(
        "v3", signatures: ["X-Sample-Signature-V3", "X-Sample-Signature-Main-V3"], separator: ",",
        methods: ["GET", "POST"], text: [.urlBase, .parameters, .literal("."), .header("X-Sample-Nonce")])
    private static let address = WebhookSignatureScheme(
        "v2", signatures: ["X-Sample-Signature-V2"], text: [.urlBase, .header("X-Sample-Nonce")])
    private static let form = WebhookSignatureScheme(
        "v1", signatures: ["X-Sample-Signature"], algorithm: .hmacSHA1, text: [.url, .form])
    private static let body = WebhookSignatureScheme(
        "sha256", signatures: ["X-Hub-Signature-256"], prefix: "sha256=", encoding: .hexadecimal, text: [.body])

    struct Vector: Sendable, CustomTestStringConvertible {
        var method: String
        var url: String
        var form: String
        var signature: String

        init(_ method: String, _ url: String, _ form: String, _ signature: String) {
            self.method = method
            self.url = url
            self.form = form
            self.signature = signature
        }

        var testDescription: String { "\(method) \(url) \(form)" }

        var request: WebhookRequest {
            WebhookRequest(
                method: method, url: url,
                headers: [
                    .contentType: "application/x-www-form-urlencoded", name("X-Sample-Nonce"): nonce,
                    name("X-Sample-Signature-V3"): signature,
                ], body: Data(form.utf8))
        }
    }

    static let vectors = [
        Vector(
            "POST", "https://hooks.example.com/calls/answer/", "Event=StartApp&CallStatus=ringing&From=4512345678",
            "DtlpeTMgOuO9hBokzulj3AihRn81suKK7h7bkUZwgys="),
        Vector(
            "POST", "https://hooks.example.com/calls/answer/?shop=north&lang=da", "Event=StartApp&From=4512345678",
            "CxRIlZWUt/ur/VkqksX54LO8rVoiCKkkjv4HUVgKQUM="),
        Vector(
            "POST", "https://hooks.example.com/calls/answer/?shop=north&lang=da", "",
            "XXITDlh6InzqV26nwroA8d6hYuUrcUhsyAYUOSYg7dE="),
        Vector(
            "POST", "https://hooks.example.com/calls/answer", "", "oKWubtkKqycY1tEhofgbqjOXrgMQco71QTElrU2fd9A="),
        Vector(
            "GET", "https://hooks.example.com/calls/answer?To=4587654321&From=4512345678", "",
            "XHtsGUNVLBcdGQmMVt3781KSgSxzM4Tp9nZPbLKcwKw="),
        Vector("GET", "https://hooks.example.com", "", "Ete8PzsbZnkN0A97iXChga05le8tR2F8/3BcbEFLkpc="),
        // Escapes, blanks as plus signs, what isn't ASCII, and an empty value.
        Vector(
            "POST", "https://hooks.example.com:8443/in?who=zo%C3%AB+k%26c",
            "Text=caf%C3%A9+%26+%F0%9F%98%80&From=33612345678&Empty=", "WOlNglEjfv32wgxd36TOAZ8wLcbPY3H+lzWKq8aGzd4="),
        // Names that are there several times.
        Vector(
            "POST", "https://hooks.example.com/in?tag=b&tag=a&tag=", "Media=2&Media=1",
            "6wcORmeHPOguVtswXpfi0ScSDjP14/mvBScNEPgSulQ="),
        // A fragment tells the sender something, and isn't signed.
        Vector("POST", "https://hooks.example.com/in#ct=2000", "a=b", "1IYOceJqcjXIsPPT0Ss6E8BldEa6C0YpT6JMq4AhTv0="),
    ]

    private static func name(_ text: String) -> HTTPField.Name {
        // The names in this file are tokens.
        HTTPField.Name(text) ?? .contentType
    }

    private func problem(
        _ request: WebhookRequest, schemes: [WebhookSignatureScheme] = [parameters], keys: [String] = [key]
    ) -> WebhookError? {
        do {
            try WebhookVerifier(schemes, keys: keys).verify(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("accepts what is signed as it should be", arguments: vectors)
    func accepts(vector: Vector) {
        #expect(problem(vector.request) == nil)
    }

    @Test("notices each part that was changed", arguments: vectors)
    func tampering(vector: Vector) {
        let wrong = WebhookError.wrongSignature(scheme: "v3")
        var changed: [WebhookRequest] = []
        func change(_ edit: (inout WebhookRequest) -> Void) {
            var request = vector.request
            edit(&request)
            changed.append(request)
        }
        change { $0.url = $0.url.replacing("https", with: "http") }
        change { $0.url = $0.url.replacing("example.com", with: "example.org") }
        change { $0.url = $0.url.replacing("hooks", with: "Hooks") }
        change { $0.url = $0.url.split(separator: "#")[0] + (vector.url.contains("?") ? "&x=y" : "?x=y") }
        change { $0.headers[Self.name("X-Sample-Nonce")] = "5512093848" }
        change { $0.headers[Self.name("X-Sample-Signature-V3")] = "A" + vector.signature.dropFirst() }
        change { $0.headers[Self.name("X-Sample-Signature-V3")] = String(vector.signature.dropLast(4)) }
        change { $0.headers[Self.name("X-Sample-Signature-V3")] = "no base 64!" }
        if vector.method == "POST" {
            change { $0.body += Data("&x=y".utf8) }
            if !vector.form.isEmpty {
                change { $0.body = Data() }
                change { $0.body = Data(vector.form.replacing("=", with: "=0").utf8) }
                change { $0.method = "GET" }
            }
        }
        for request in changed where !(vector.signature.hasPrefix("A") && request.url == vector.url) {
            #expect(problem(request) == wrong, "\(request)")
        }
    }

    @Test func takesAnyOfSeveralSignaturesAndKeys() {
        var request = Self.vectors[0].request
        let header = Self.name("X-Sample-Signature-V3")
        let other = "iiCP6/CeZogKCKaqB891Reb3UzsOdLbYbei3KwX7Qwo="
        request.headers[header] = "\(other), \(Self.vectors[0].signature)"
        #expect(problem(request) == nil)
        request.headers[header] = other
        #expect(problem(request) == .wrongSignature(scheme: "v3"))
        #expect(problem(request, keys: ["another", "northwind-token-2"]) == nil)
        // The other header of the same scheme.
        request.headers[Self.name("x-sample-signature-main-v3")] = Self.vectors[0].signature
        #expect(problem(request) == nil)
        #expect(problem(request, keys: []) == .wrongSignature(scheme: "v3"))
        #expect(problem(request, keys: [""]) == .wrongSignature(scheme: "v3"))
    }

    @Test func theFirstSchemeOfWhichThereIsASignatureDecides() {
        var request = WebhookRequest(
            method: "POST", url: "https://hooks.example.com/sms/status/?a=b",
            headers: [
                Self.name("X-Sample-Nonce"): Self.nonce,
                Self.name("X-Sample-Signature-V2"): "0C3FcbCOWa2MIpBGl2AgBR8UypDcLDNAsegSZ5aiTXQ=",
            ], body: Data("a=b".utf8))
        let schemes = [Self.parameters, Self.address]
        #expect(problem(request, schemes: schemes) == nil)
        request.headers[Self.name("X-Sample-Signature-V3")] = "AAAA"
        #expect(problem(request, schemes: schemes) == .wrongSignature(scheme: "v3"))
        #expect(problem(request, schemes: [Self.address]) == nil)
        request.url = "http://hooks.example.com:8080?a=b"
        request.headers[Self.name("X-Sample-Signature-V2")] = "NoubDfpVdZLn+JXM2a5iBlYYYWz6ff5uhyxK8gvQoFM="
        #expect(problem(request, schemes: [Self.address]) == nil)
    }

    @Test func signsFormsAndBodiesInOtherWaysToo() {
        var request = WebhookRequest(
            method: "POST", url: "https://hooks.example.com/sms?a=1",
            headers: [Self.name("X-Sample-Signature"): "il5y4fs3A7fRCnnhbzpu9TFfkZs="],
            body: Data("Text=+hi&From=45".utf8))
        #expect(problem(request, schemes: [Self.form]) == nil)
        let digits = "aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494"
        request.body = Data("{\"a\":1}".utf8)
        request.headers[Self.name("X-Hub-Signature-256")] = "sha256=" + digits
        #expect(problem(request, schemes: [Self.body], keys: ["secret"]) == nil)
        request.headers[Self.name("X-Hub-Signature-256")] = "sha256=+a" + digits.dropFirst(2)
        #expect(problem(request, schemes: [Self.body], keys: ["secret"]) == .wrongSignature(scheme: "sha256"))
        request.headers[Self.name("X-Hub-Signature-256")] = digits
        #expect(
            problem(request, schemes: [Self.body], keys: ["secret"]) == .unsigned(expected: ["X-Hub-Signature-256"]))
    }

    @Test func saysWhatIsMissing() {
        var request = Self.vectors[0].request
        request.headers[Self.name("X-Sample-Nonce")] = nil
        #expect(problem(request) == .missingHeader("X-Sample-Nonce"))
        request.headers = HTTPFields()
        #expect(problem(request) == .unsigned(expected: ["X-Sample-Signature-V3", "X-Sample-Signature-Main-V3"]))
        request = Self.vectors[0].request
        request.method = "PUT"
        #expect(problem(request) == .wrongMethod("PUT", scheme: "v3"))
    }

    @Test func takesThePublicAddressBehindAProxy() {
        let vector = Self.vectors[1]
        var request = WebhookRequest(
            method: "POST", url: "http://10.0.0.7:8080/calls/answer/?shop=north&lang=da",
            headers: vector.request.headers, body: vector.request.body)
        #expect(problem(request) == .wrongSignature(scheme: "v3"))
        request = WebhookRequest(
            method: "POST", origin: "https://hooks.example.com/", target: "/calls/answer/?shop=north&lang=da",
            headers: vector.request.headers, body: vector.request.body)
        #expect(problem(request) == nil)
    }

    @Test func decodesOnlyWhatIsSigned() throws {
        struct Call: Decodable, Sendable {
            var from: String

            init(from decoder: any Decoder) throws {
                from = try FieldReader(decoder).required("From")
            }
        }
        let verifier = WebhookVerifier([Self.parameters], keys: [Self.key])
        let webhook = Webhook<Call>("call.answer")
        var request = Self.vectors[0].request
        #expect(try verifier.decode(webhook, from: request).from == "4512345678")
        request.body = Data("From=1".utf8)
        #expect(throws: WebhookError.wrongSignature(scheme: "v3")) { try verifier.decode(webhook, from: request) }
    }

    @Test func showsNoKeys() {
        let verifier = WebhookVerifier([Self.parameters], keys: [Self.key])
        var text = "\(verifier)"
        dump(verifier, to: &text)
        #expect(!text.contains("northwind"))
    }
}
