public import Foundation

/// Why a request to an app isn't taken for one of the API's.
public enum WebhookError: Error, Sendable, Equatable {
    /// The request has none of the headers that would hold a signature.
    case unsigned(expected: [String])
    /// A header that is part of the signature is missing.
    case missingHeader(String)
    /// No signature is one of this request by one of the keys.
    case wrongSignature(scheme: String)
    /// The scheme signs requests of other methods only.
    case wrongMethod(String, scheme: String)
    /// The signature is right or wasn't looked at; what was sent isn't what the description says.
    case payload(webhook: String, path: String, reason: String)
}

extension WebhookError: LocalizedError, CustomStringConvertible {
    public var description: String {
        switch self {
        case .unsigned(let expected):
            "the request isn't signed: it has none of the headers \(expected.joined(separator: ", "))"
        case .missingHeader(let name): "the request has a signature, but no header \(name), which is part of it"
        case .wrongSignature(let scheme):
            "the request's signature (\(scheme)) doesn't match: it isn't from the API, was changed on its way, was"
                + " signed with another key, or the URL isn't the public one that the API called"
        case .wrongMethod(let method, let scheme): "requests by \(method) have no signature of the scheme \(scheme)"
        case .payload(let webhook, let path, let reason):
            "the webhook \(webhook) says something unexpected at \(path.isEmpty ? "the top" : path): \(reason)"
        }
    }

    public var errorDescription: String? { description }
}
