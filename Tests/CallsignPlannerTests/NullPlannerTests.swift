import CallsignPlan
import Testing

/// Where `null` is told from nothing.
@Suite struct NullPlannerTests {
    private func described(_ method: String, _ contentType: String, answers schema: String = "Other")
        -> PlannedDescription
    {
        PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /subject:
                \(method):
                  operationId: subject.make
                  requestBody: {required: true, content: {\(contentType): {schema: {$ref: '#/components/schemas/Subject'}}}}
                  responses:
                    '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/\(schema)'}}}}
            components:
              schemas:
                Subject:
                  type: object
                  required: [id]
                  properties:
                    id: {type: [string, 'null']}
                    name: {type: string}
                    note: {type: [string, 'null']}
                    inner: {$ref: '#/components/schemas/Inner'}
                Inner: {type: object, properties: {when: {type: [string, 'null'], format: date-time}}}
                Other: {type: object, properties: {a: {type: string}}}

            """)
    }

    @Test(
        "changes tell null from nothing",
        arguments: [
            ("patch", "application/json"), ("patch", "application/merge-patch+json"),
            ("post", "application/merge-patch+json"),
        ])
    func changes(_ method: String, _ contentType: String) {
        let dump = described(method, contentType).dump
        #expect(dump.contains { $0.contains("note: string? wire note or null") })
        #expect(dump.contains { $0.contains("id: string? wire id") && !$0.contains("or null") })
        #expect(dump.contains { $0.contains("name: string? wire name") && !$0.contains("or null") })
        #expect(dump.contains("  when: date? wire when or null"))
    }

    @Test(
        "others don't",
        arguments: [
            ("post", "application/json"), ("put", "application/json"), ("patch", "application/json-patch+json"),
        ])
    func others(_ method: String, _ contentType: String) {
        #expect(!described(method, contentType).dump.contains { $0.contains("or null") })
    }

    @Test func whatIsReceivedTooDoesNot() {
        let dump = described("patch", "application/json", answers: "Inner").dump
        #expect(dump.contains { $0.contains("note: string? wire note or null") })
        #expect(dump.contains("  when: date? wire when"))
    }
}
