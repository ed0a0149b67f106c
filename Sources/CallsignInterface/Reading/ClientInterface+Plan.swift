package import CallsignPlan

extension ClientInterface {
    /// The interface of the client that a plan makes.
    package init(_ plan: ClientPlan) {
        title = plan.apiTitle
        version = plan.apiVersion
        access = plan.access
        let client = ClientReading(plan)
        types =
            [client.type] + OAuthReading(plan).types + ServerReading(plan).types + ResourceReading(plan).types
            + ErrorReading(plan).types + HeaderReading(plan).types
            + ModelReading(plan).types + WebhookReading(plan).types
        settings = client.settings
    }
}
