public import CallsignRuntime
import Crypto
import Foundation

/// Tells whether requests to an app come from the API.
///
/// ```swift
/// let verifier = WebhookVerifier(PlivoWebhooks.signatures, keys: [authToken])
/// let event = try verifier.decode(PlivoWebhooks.messageStatus, from: request)
/// ```
public struct WebhookVerifier: Sendable {
    private let schemes: [WebhookSignatureScheme]
    private let keys: [Data]

    /// - Parameters:
    ///   - schemes: in order of preference: the first one of which a request has a signature decides, so that a request
    ///     can't be passed off with a weaker one than it has.
    ///   - keys: any of which may have signed, as while a token is replaced by another one, or where requests belong to
    ///     an account or to one of its subaccounts. Empty ones are passed over: anybody could sign with them.
    public init(_ schemes: [WebhookSignatureScheme], keys: [String]) {
        self.schemes = schemes
        self.keys = keys.filter { !$0.isEmpty }.map { Data($0.utf8) }
    }

    /// Returns where the request is signed as it should be.
    ///
    /// - Throws: ``WebhookError`` that says what is wrong.
    public func verify(_ request: WebhookRequest) throws(WebhookError) {
        for scheme in schemes {
            let signatures = scheme.found(in: request)
            if signatures.isEmpty { continue }
            let text = try scheme.signedText(of: request)
            let codes = signatures.compactMap { Self.bytes(of: $0, scheme.encoding) }
            for key in keys
            where codes.contains(where: { isValid($0, for: text, SymmetricKey(data: key), scheme.algorithm) }) {
                return
            }
            throw .wrongSignature(scheme: scheme.name)
        }
        throw .unsigned(expected: schemes.flatMap(\.signatures))
    }

    /// What a request says that is signed as it should be.
    public func decode<Payload>(
        _ webhook: Webhook<Payload>, from request: WebhookRequest
    ) throws(WebhookError) -> Payload {
        try verify(request)
        return try webhook.decode(request)
    }

    /// Compares in a time that doesn't depend on where the codes differ.
    private func isValid(
        _ code: Data, for text: [UInt8], _ key: SymmetricKey, _ algorithm: WebhookSignatureScheme.Algorithm
    ) -> Bool {
        switch algorithm {
        case .hmacSHA256: HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: text, using: key)
        case .hmacSHA1: HMAC<Insecure.SHA1>.isValidAuthenticationCode(code, authenticating: text, using: key)
        }
    }

    private static func bytes(of signature: String, _ encoding: WebhookSignatureScheme.Encoding) -> Data? {
        switch encoding {
        case .base64: return Data(base64Encoded: signature)
        case .hexadecimal:
            let digits = Array(signature.utf8)
            guard digits.count.isMultiple(of: 2) else { return nil }
            var data = Data(capacity: digits.count / 2)
            for index in stride(from: 0, to: digits.count, by: 2) {
                let text = String(decoding: digits[index...index + 1], as: UTF8.self)
                // Only digits: `UInt8` would read a sign too.
                guard text.allSatisfy(\.isHexDigit), let byte = UInt8(text, radix: 16) else { return nil }
                data.append(byte)
            }
            return data
        }
    }
}

extension WebhookVerifier: CustomStringConvertible, CustomReflectable {
    public var description: String { "verifier of \(schemes.map(\.name).joined(separator: ", "))" }
    /// Nothing: the keys are secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
