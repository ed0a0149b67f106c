import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import Testing

@Suite("Webhooks and callbacks")
struct WebhookPlannerTests {
    private static let description = """
        openapi: 3.1.0
        info: {title: Sample, version: '1'}
        paths:
          /calls:
            post:
              operationId: calls.create
              tags: [Calls]
              responses: {'204': {description: Placed}}
              callbacks:
                call.ringing: {'{$request.body#/url}': {$ref: '#/components/pathItems/Ringing'}}
                signatures:
                  '{$request.body#/other}':
                    post:
                      requestBody: {content: {text/plain: {schema: {type: string}}}}
                      responses: {'200': {description: Taken}}
        webhooks:
          call.ringing: {$ref: '#/components/pathItems/Ringing'}
          call.ended:
            post:
              summary: A call has ended
              x-callsign-name: ended
              requestBody:
                content:
                  application/json:
                    schema: {type: object, properties: {seconds: {type: integer}}}
              responses: {'200': {description: Taken}}
        components:
          pathItems:
            Ringing:
              post:
                requestBody:
                  content:
                    application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Ringing'}}
                responses: {'200': {description: Taken}}
          schemas:
            Ringing: {type: object, required: [id], properties: {id: {type: string}}}
        """

    private func plan(_ settings: PlanSettings = PlanSettings(), _ text: String = description) throws -> ClientPlan {
        let sink = DiagnosticSink()
        let document = try DocumentLoader.load("sample.yaml", sink: sink) { _ in Array(text.utf8) }
        return try Planner.plan(document, settings: settings, sink: sink)
    }

    @Test("are named once each, with what their bodies say")
    func webhooks() throws {
        let plan = try plan()
        let webhooks = try #require(plan.webhooks)
        #expect(webhooks.name.text == "SampleWebhooks")
        #expect(webhooks.webhooks.map(\.wireName) == ["call.ringing", "call.ended", "signatures"])
        #expect(webhooks.webhooks.map(\.name.text) == ["callRinging", "ended", "signaturesValue"])
        let types = webhooks.webhooks.map { webhook -> String in
            if case .named(let id) = webhook.payload { plan[id].name.text } else { "\(webhook.payload)" }
        }
        #expect(types == ["Ringing", "CallEndedEvent", "json"])
        #expect(webhooks.webhooks[1].documentation.paragraphs == ["A call has ended."])
        #expect(plan.types.allSatisfy { $0.isReceived && !$0.isSent })
    }

    @Test("have a file of their own, and one for their payloads")
    func files() throws {
        let paths = try plan().files.map(\.path)
        #expect(paths.contains("SampleWebhooks.swift"))
        #expect(paths.contains("Models/SampleWebhooksModels.swift"))
    }

    @Test("of a name and signatures out of the configuration, even where none is described")
    func configured() throws {
        var settings = PlanSettings()
        settings.webhooks.name = "SampleEvents"
        settings.webhooks.signatures = [
            WebhookSignaturePlan(name: "v1", headers: ["X-Signature"], text: [.body])
        ]
        let webhooks = try #require(
            try plan(settings, "{openapi: 3.1.0, info: {title: Sample, version: '1'}, paths: {}}").webhooks)
        #expect(webhooks.name.text == "SampleEvents")
        #expect(webhooks.webhooks.isEmpty)
        #expect(webhooks.signatures.map(\.name) == ["v1"])
    }

    @Test("are nothing where there are none")
    func none() throws {
        let plan = try plan(PlanSettings(), "{openapi: 3.1.0, info: {title: Sample, version: '1'}, paths: {}}")
        #expect(plan.webhooks == nil)
    }
}
