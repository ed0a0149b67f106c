import CallsignPlan

/// Reads the type that names the requests which an API sends to an app.
struct WebhookReading {
    private let plan: ClientPlan

    init(_ plan: ClientPlan) {
        self.plan = plan
    }

    var types: [TypeInterface] {
        guard let webhooks = plan.webhooks else { return [] }
        let names = InterfaceTypes(plan: plan)
        var type = TypeInterface(name: webhooks.name.source, origin: "webhooks", kind: .webhooks)
        type.properties = webhooks.webhooks.map { webhook in
            PropertyInterface(
                name: webhook.name.source, origin: webhook.wireName,
                type: .generic("Webhook", [names.type(webhook.payload)]), isStatic: true)
        }
        if !webhooks.signatures.isEmpty {
            type.properties.append(
                PropertyInterface(
                    name: "signatures", origin: "signatures", type: .array(.builtin("WebhookSignatureScheme")),
                    isStatic: true))
        }
        return [type]
    }
}
