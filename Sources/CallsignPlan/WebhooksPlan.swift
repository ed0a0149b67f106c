/// The requests that an API sends to an app: their payloads, and how they are signed.
package struct WebhooksPlan: Sendable {
    /// The type that names them: `PlivoWebhooks`.
    package var name: Identifier
    package var webhooks: [WebhookPlan]
    package var signatures: [WebhookSignaturePlan]

    package init(name: Identifier, webhooks: [WebhookPlan], signatures: [WebhookSignaturePlan]) {
        self.name = name
        self.webhooks = webhooks
        self.signatures = signatures
    }
}

/// A kind of request that an API sends to an app.
package struct WebhookPlan: Sendable {
    package var name: Identifier
    package var wireName: String
    package var payload: TypeReference
    package var documentation: Documentation

    package init(name: Identifier, wireName: String, payload: TypeReference, documentation: Documentation) {
        self.name = name
        self.wireName = wireName
        self.payload = payload
        self.documentation = documentation
    }
}

/// How requests are signed, as `WebhookSignatureScheme` of the runtime says it.
package struct WebhookSignaturePlan: Sendable, Equatable {
    package enum Algorithm: String, Sendable, CaseIterable {
        case hmacSHA256 = "hmac-sha256"
        case hmacSHA1 = "hmac-sha1"
    }

    package enum Encoding: String, Sendable, CaseIterable { case base64, hexadecimal }

    /// A part of the text that is signed.
    package enum Part: Sendable, Equatable {
        case literal(String)
        case header(String)
        case url, urlBase, body, form, parameters
    }

    package var name: String
    package var headers: [String]
    package var prefix = ""
    /// One character.
    package var separator: String?
    package var algorithm = Algorithm.hmacSHA256
    package var encoding = Encoding.base64
    package var methods: [String] = []
    package var text: [Part]

    package init(name: String, headers: [String], text: [Part]) {
        self.name = name
        self.headers = headers
        self.text = text
    }
}
