import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import Testing

/// The account of what became of everything in a description.
@Suite("The ledger")
struct LedgerTests {
    private static let text = """
        paths:
          /calls:
            post:
              operationId: calls.create
              parameters:
                - {name: dry, in: query, schema: {type: boolean}}
                - {name: secret, in: query, schema: {type: string}}
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        from: {type: string, minLength: 3, x-vendor: 1}
                        id: {type: string, readOnly: true}
                        trace: {type: string, x-callsign-omit: true}
                  application/xml: {schema: {type: object, xml: {name: call}}}
              responses:
                '200':
                  description: Done
                  headers: {Rate: {schema: {type: integer}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}
              callbacks: {done: {'{$url}': {post: {responses: {'200': {description: Thanks}}}}}}
        webhooks:
          ringing:
            post:
              requestBody: {content: {application/json: {schema: {type: object, title: Ringing}}}}
              responses: {'200': {description: Thanks}}
        components:
          schemas:
            Call:
              allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {to: {type: string}}}]
              not: {required: [gone]}
              sortOrder: 1
            Base: {type: object, properties: {any: {}, tuple: {type: array, prefixItems: [{type: string}]}}}
            Unused: {type: string}

        """

    private func ledger() throws -> Ledger { try #require(PlannedDescription(Self.text).plan).ledger }

    private func dispositions(_ item: Ledger.Item) throws -> [String: Ledger.Disposition] {
        let entries = try ledger().entries.filter { $0.item == item }
        return Dictionary(entries.map { ($0.name, $0.disposition) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "says what became of each schema",
        arguments: [
            ("Call", .generated), ("Base", .generated),
            ("sample.yaml#/components/schemas/Call/allOf/1", .generated),
            ("sample.yaml#/components/schemas/Base/properties/any", .carriedAsJSON),
            ("sample.yaml#/components/schemas/Base/properties/tuple/prefixItems/0", .generated),
            ("sample.yaml#/components/schemas/Call/not", .leftOut(rule: "negation-has-no-type")),
            ("Unused", .leftOut(rule: "no-operation-refers-to-it")),
            (
                "sample.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/properties/id",
                .leftOut(rule: "read-only-in-a-request")
            ),
            (
                "sample.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/properties/trace",
                .leftOut(rule: "omitted-by-the-schema's-rule")
            ),
            (
                "sample.yaml#/paths/~1calls/post/requestBody/content/application~1xml/schema",
                .leftOut(rule: "another-content-type-is-preferred")
            ),
            ("sample.yaml#/paths/~1calls/post/responses/200/headers/Rate/schema", .generated),
            (
                "sample.yaml#/webhooks/ringing/post/requestBody/content/application~1json/schema",
                .generated
            ),
        ] as [(String, Ledger.Disposition)])
    func schemas(_ name: String, _ disposition: Ledger.Disposition) throws {
        #expect(try dispositions(.schema)[name] == disposition)
    }

    @Test(
        "says what became of each keyword",
        arguments: [
            ("allOf", .generated), ("properties", .generated), ("type", .generated),
            ("minLength", .leftOut(rule: "constraints-are-documented-not-enforced")),
            ("x-vendor", .leftOut(rule: "extension-of-another-tool")),
            ("sortOrder", .leftOut(rule: "unknown-keyword")),
            ("not", .leftOut(rule: "negation-has-no-type")),
            ("xml", .leftOut(rule: "another-content-type-is-preferred")),
            ("title", .generated),
            ("prefixItems", .generated),
        ] as [(String, Ledger.Disposition)])
    func keywords(_ name: String, _ disposition: Ledger.Disposition) throws {
        #expect(try dispositions(.keyword)[name] == disposition)
    }

    @Test func accountsForEverythingOnce() throws {
        let sink = DiagnosticSink()
        let text = "openapi: 3.1.0\ninfo: {title: Sample, version: 1.0.0}\n" + Self.text
        let document = try DocumentLoader.load("sample.yaml", sink: sink) { _ in Array(text.utf8) }
        let ledger = try ledger()
        let counts = [Ledger.Item.operation, .parameter, .response, .schema, .keyword, .webhook, .callback].map {
            item in
            ledger.entries.count { $0.item == item }
        }
        let keywords = document.schemas.reduce(0) {
            $0 + $1.keywords.count + $1.unknownKeywords.count + $1.extensions.entries.count
        }
        #expect(counts == [1, 2, 1, document.schemas.count, keywords, 1, 1])
    }

    @Test func countsAParameterOfSeveralMethodsOnce() throws {
        var settings = PlanSettings()
        var rule = PlanSettings.OperationRule()
        var quiet = PlanSettings.MethodRule(name: "createQuietly")
        quiet.omit = [PlanSettings.Marked("secret", at: nil)]
        rule.methods = [quiet, PlanSettings.MethodRule(name: "create")]
        settings.operations = [(PlanSettings.Marked("calls.create", at: nil), rule)]
        let ledger = try #require(PlannedDescription(Self.text, settings: settings).plan).ledger
        let parameters = ledger.entries.filter { $0.item == .parameter }
        #expect(parameters.map(\.name) == ["POST /calls query dry", "POST /calls query secret"])
        #expect(parameters.allSatisfy { $0.disposition == .generated })
    }
}
