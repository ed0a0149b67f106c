public import CallsignRuntime
import Crypto
import Foundation

/// Signs requests as an API does, so that an app's own tests can send it some.
///
/// ```swift
/// let signer = WebhookSigner(PlivoWebhooks.signatures[0], key: authToken)
/// let request = try signer.signed(
///     WebhookRequest(method: "POST", url: "http://127.0.0.1:8080/hangup", headers: headers, body: body))
/// ```
public struct WebhookSigner: Sendable {
    private let scheme: WebhookSignatureScheme
    private let key: SymmetricKey

    /// - Parameter key: what the app's ``WebhookVerifier`` has too.
    public init(_ scheme: WebhookSignatureScheme, key: String) {
        self.scheme = scheme
        self.key = SymmetricKey(data: Data(key.utf8))
    }

    /// The request with a signature in the first of the scheme's headers, in place of any that it had there.
    ///
    /// Headers that are part of the signature, such as a nonce, get a random value where the request hasn't got them.
    ///
    /// - Throws: ``WebhookError`` where the scheme can't sign the request, such as for its method.
    public func signed(_ request: WebhookRequest) throws(WebhookError) -> WebhookRequest {
        var request = request
        for case .header(let name) in scheme.text {
            guard let name = HTTPField.Name(name), request.headers[name] == nil else { continue }
            request.headers[name] = String(UInt64.random(in: .min ... .max))
        }
        let text = try scheme.signedText(of: request)
        if let header = scheme.signatures.first.flatMap({ HTTPField.Name($0) }) {
            request.headers[header] = scheme.prefix + encoded(code(for: text))
        }
        return request
    }

    private func code(for text: [UInt8]) -> Data {
        switch scheme.algorithm {
        case .hmacSHA256: Data(HMAC<SHA256>.authenticationCode(for: text, using: key))
        case .hmacSHA1: Data(HMAC<Insecure.SHA1>.authenticationCode(for: text, using: key))
        }
    }

    private func encoded(_ code: Data) -> String {
        switch scheme.encoding {
        case .base64: return code.base64EncodedString()
        case .hexadecimal:
            let digits = Array("0123456789abcdef".utf8)
            return String(decoding: code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }
}

extension WebhookSigner: CustomStringConvertible, CustomReflectable {
    public var description: String { "signer of \(scheme.name)" }
    /// Nothing: the key is secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
