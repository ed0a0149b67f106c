import CallsignPlan
import Testing

/// Which methods an operation comes to whose answer is streamed.
@Suite struct StreamPlannerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var operation: String
        var facts: [String]
        var testDescription: String { name }

        init(_ name: String, _ operation: String, _ facts: String...) {
            self.name = name
            self.operation = operation
            self.facts = facts
        }
    }

    private static let reply = "{schema: {$ref: '#/components/schemas/Reply'}}"
    private static let chunk = "{schema: {$ref: '#/components/schemas/Chunk'}}"

    static let cases = [
        Case(
            "events alone",
            "{operationId: chat.watch, responses: {'200': {description: Ok, content: {text/event-stream: \(chunk)}}}}",
            "method chat.watch POST /chat -> Chunk events throws SampleError"),
        Case(
            "events of text",
            "{operationId: chat.watch, responses: {'200': {description: Ok, content: {text/event-stream: {schema: {type: string}}}}}}",
            "method chat.watch POST /chat -> json events throws SampleError"),
        Case(
            "JSON line by line, described as a list",
            "{operationId: chat.log, responses: {'200': {description: Ok, content: {application/x-ndjson: "
                + "{schema: {type: array, items: {$ref: '#/components/schemas/Chunk'}}}}}}}",
            "method chat.log POST /chat -> Chunk lines throws SampleError"),
        Case(
            "JSON record by record",
            "{operationId: chat.log, responses: {'200': {description: Ok, content: {application/json-seq: \(chunk)}}}}",
            "method chat.log POST /chat -> Chunk records throws SampleError"),
        Case(
            "one answer or events, by a flag of the body",
            """
            {operationId: chat.create, requestBody: {required: true, content: {application/json: {schema: {type: object,
              required: [text], properties: {text: {type: string}, stream: {type: [boolean, 'null'], default: false}}}}}},
              responses: {'200': {description: Ok, content: {application/json: \(reply), text/event-stream: \(chunk)}}}}
            """,
            "method chat.create POST /chat -> Reply throws SampleError", "  request CreateRequest json",
            "    key text: string wire text", "  streaming createStreaming -> Chunk events", "  streamed by stream"),
        Case(
            "one answer or events, by a flag of the query that must be there",
            """
            {operationId: chat.create, parameters: [{name: stream, in: query, required: true, schema: {type: boolean}}],
              responses: {'200': {description: Ok, content: {application/json: \(reply), text/event-stream: \(chunk)}}}}
            """,
            "method chat.create POST /chat -> Reply throws SampleError",
            "  streaming createStreaming -> Chunk events", "  streamed by stream either way"),
        Case(
            "bytes",
            "{operationId: chat.record, responses: {'200': {description: Ok, content: {audio/mpeg: {}}}}}",
            "method chat.record POST /chat -> binary binary throws SampleError",
            "  streaming recordStreaming -> binary stream"),
        Case(
            "bytes or events",
            "{operationId: chat.speak, responses: {'200': {description: Ok, content: {audio/mpeg: {}, text/event-stream: \(chunk)}}}}",
            "method chat.speak POST /chat -> binary binary throws SampleError",
            "  streaming speakStreaming -> Chunk events", "  streaming speakBytes -> binary stream"),
        Case(
            "any type is JSON where its schema is an object",
            "{operationId: chat.get, responses: {'200': {description: Ok, content: {'*/*': \(reply)}}}}",
            "method chat.get POST /chat -> Reply throws SampleError"),
        Case(
            "XML beside JSON is no download",
            "{operationId: chat.get, responses: {'200': {description: Ok, content: {application/xml: {}, application/json: \(reply)}}}}",
            "method chat.get POST /chat -> Reply throws SampleError"),
    ]

    @Test(arguments: cases) func plansAMethodForEachWayToAnswer(_ example: Case) {
        let described = PlannedDescription(Self.description(example.operation))
        let name = example.facts[0].prefix { $0 != "-" }
        #expect(described.facts(String(name)) == example.facts)
    }

    @Test func describedEventsGiveTheirData() {
        let event = """
            {operationId: chat.watch, responses: {'200': {description: Ok, content: {text/event-stream: {itemSchema:
              {type: object, properties: {event: {type: string}, data: {type: string, contentMediaType: application/json,
              contentSchema: {$ref: '#/components/schemas/Chunk'}}}}}}}}}
            """
        let described = PlannedDescription(Self.description(event), version: "3.2.0")
        #expect(
            described.facts("method chat.watch ") == ["method chat.watch POST /chat -> Chunk events throws SampleError"]
        )
    }

    @Test func aFormsMethodNeverTakesTheNameOfAnother() {
        let described = PlannedDescription(
            Self.description(
                "{operationId: chat.record, responses: {'200': {description: Ok, content: {audio/mpeg: {}}}}}",
                and: "{operationId: chat.recordStreaming, responses: {'204': {description: Ok}}}"))
        #expect(described.facts("method chat.record ").last == "  streaming recordStreaming2 -> binary stream")
    }

    private static func description(_ operation: String, and other: String? = nil) -> String {
        let other = other.map { "  /other:\n    post: \($0)\n" } ?? ""
        return """
            servers: [{url: 'https://api.example.com'}]
            paths:
            \(other)  /chat:
                post:
                  \(operation.split(separator: "\n").joined(separator: "\n      "))
            components:
              schemas:
                Reply: {type: object, properties: {text: {type: string}}}
                Chunk: {type: object, properties: {delta: {type: string}}}
            """
    }
}
