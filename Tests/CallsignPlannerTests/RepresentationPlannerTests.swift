import CallsignPlan
import Testing

/// Which methods come of the content types of a response.
@Suite struct RepresentationPlannerTests {
    private func facts(_ responses: String) -> [String] {
        PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /things: {get: {operationId: things.get, tags: [things], responses: {\(responses)}}}
            components:
              schemas:
                Thing: {type: object, properties: {text: {type: string}}}
                Other: {type: object, properties: {name: {type: string}}}
            """
        ).facts("method things.get ")
    }

    private static let thing = "{schema: {$ref: '#/components/schemas/Thing'}}"
    private static let other = "{schema: {$ref: '#/components/schemas/Other'}}"
    private static let text = "{schema: {type: string}}"

    @Test(
        "each content that says something else is a method",
        arguments: [
            ("application/json: \(thing), application/xml: \(thing), text/json: \(thing), text/plain: \(thing)", []),
            (
                "text/csv: \(text), application/json: \(thing), text/html: {}",
                ["getCSV -> string text", "getHTML -> string text"]
            ),
            ("text/csv: \(thing), application/json: \(thing)", ["getCSV -> string text"]),
            ("application/json: \(thing), application/xml: \(other)", ["getXML -> binary binary"]),
            (
                "application/json: \(thing), application/vnd.acme.v2+json: \(other)",
                ["getVndAcmeV2 -> Other json"]
            ),
            ("application/json; charset=utf-8: \(thing), application/json: \(thing)", []),
            (
                "application/json; v=1: \(thing), application/json; v=2: \(other)",
                ["getJSONV2 -> Other json"]
            ),
            (
                "application/json: \(thing), application/pdf: {}, image/*: {}, text/csv: {}",
                ["getStreaming -> binary stream", "getCSV -> string text"]
            ),
            ("text/plain: \(text), text/csv: \(text)", ["getCSV -> string text"]),
        ] as [(String, [String])])
    func eachContentThatSaysSomethingElseIsAMethod(_ content: String, _ forms: [String]) {
        let facts = facts("'200': {description: Ok, content: {\(content)}}")
        #expect(facts.dropFirst().map { String($0.dropFirst("  streaming ".count)) } == forms)
    }

    @Test(
        "wildcards are what their schemas say",
        arguments: [
            ("'*/*': \(thing)", "Thing"), ("'*/*': \(text)", "binary binary"), ("'*/*': {}", "binary binary"),
            ("'application/*': \(thing)", "Thing"), ("'application/*+json': \(thing)", "Thing"),
            ("'image/*': {}", "binary binary"), ("'text/*': \(text)", "string text"), ("text/json: \(thing)", "Thing"),
        ])
    func wildcardsAreWhatTheirSchemasSay(_ content: String, _ result: String) {
        let facts = facts("'200': {description: Ok, content: {\(content)}}")
        #expect(facts.first == "method things.get GET /things -> \(result) throws SampleError")
    }

    @Test(
        "default is a success where no other is named",
        arguments: [
            ("default: {description: Ok, content: {application/json: \(thing)}}", "Thing"),
            (
                "default: {description: Ok, content: {application/json: \(thing)}}, '404': {description: No}",
                "Thing"
            ),
            (
                "default: {description: No, content: {application/json: \(thing)}}, "
                    + "'404': {description: No, content: {application/json: \(thing)}}", "nothing"
            ),
            (
                "default: {description: No, content: {application/json: \(thing)}}, '302': {description: There}",
                "nothing"
            ),
            ("default: {description: No, content: {application/json: \(thing)}}, '204': {description: Ok}", "nothing"),
        ])
    func defaultIsASuccessWhereNoOtherIsNamed(_ responses: String, _ result: String) {
        #expect(facts(responses).first == "method things.get GET /things -> \(result) throws SampleError")
    }
}
