/// A kind of request that an API sends to an app, and the type of what it says.
///
/// Generated clients name theirs:
///
/// ```swift
/// let event = try PlivoWebhooks.messageStatus.decode(request)
/// ```
///
/// Decoding says nothing about who sent the request: verify its signature first.
public struct Webhook<Payload: Decodable & Sendable>: Sendable {
    /// As the description calls it.
    public let name: String

    public init(_ name: String, _ payload: Payload.Type = Payload.self) {
        self.name = name
    }

    /// What the request says: out of its body, a form or JSON, or out of its query. What the description doesn't name is
    /// passed over.
    ///
    /// - Throws: ``WebhookError/payload(webhook:path:reason:)`` where it isn't what the description says.
    public func decode(_ request: WebhookRequest) throws(WebhookError) -> Payload {
        do {
            return try JSONText.decode(Payload.self, from: request.json)
        } catch {
            let problem = DecodingProblem(error, request.json)
            throw .payload(webhook: name, path: problem.path, reason: problem.reason)
        }
    }
}
