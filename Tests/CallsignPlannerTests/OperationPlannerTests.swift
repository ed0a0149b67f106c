import CallsignDiagnostics
import CallsignPlan
import Testing

@Suite struct OperationPlannerTests {
    private static let calls = """
        servers: [{url: 'https://api.example.com/v1/'}]
        security: [{basic: []}]
        tags: [{name: Calls, description: Place calls.}]
        paths:
          /Account/{auth_id}/Call/:
            parameters: [{name: auth_id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: calls.list
              tags: [Calls]
              parameters:
                - {name: status, in: query, schema: {type: string}}
                - {name: limit, in: query, schema: {type: integer}}
                - {name: offset, in: query, schema: {type: integer}}
                - {name: callback_url, in: query, schema: {type: string}}
              responses:
                '200':
                  description: Calls
                  content:
                    application/json:
                      schema: {oneOf: [{$ref: '#/components/schemas/CallList'}, {$ref: '#/components/schemas/Names'}]}
                '404': {description: Missing, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
              x-callsign-methods:
                - {name: list, omit: [status], response: CallList}
                - {name: listLive, fixed: {status: live}, omit: [limit, offset], response: Names, pagination: none}
            post:
              operationId: calls.create
              tags: [Calls]
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [to]
                      properties:
                        to: {type: string}
                        callback_url: {type: string}
                        ring_url: {type: string}
              responses:
                '201': {description: Placed, content: {application/json: {schema: {$ref: '#/components/schemas/Receipt'}}}}
                '404': {description: Missing, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
          /Account/{auth_id}/Call/{call_uuid}/:
            delete:
              operationId: calls.hangup
              tags: [Calls]
              parameters:
                - {name: auth_id, in: path, required: true, schema: {type: string}}
                - {name: call_uuid, in: path, required: true, schema: {type: string}}
              responses: {'204': {description: Gone}}
        components:
          securitySchemes: {basic: {type: http, scheme: basic}}
          schemas:
            Call: {type: object, properties: {call_uuid: {type: string}}}
            CallList:
              type: object
              required: [objects]
              properties:
                meta: {type: object, properties: {total_count: {type: integer}, next: {type: [string, 'null']}}}
                objects: {type: array, items: {$ref: '#/components/schemas/Call'}}
            Names: {type: object, required: [calls], properties: {calls: {type: array, items: {type: string}}}}
            Receipt: {type: object, properties: {api_id: {type: string}}}
            Problem: {type: object, properties: {error: {type: string}}}
        """

    private static var settings: PlanSettings {
        var settings = PlanSettings()
        settings.clientName = "SampleClient"
        var parameter = PlanSettings.ClientParameterRule(wireName: "auth_id")
        parameter.isUserName = true
        settings.parameters = [parameter]
        var rule = PlanSettings.PaginationRule(name: "offset", style: .offset)
        rule.parameter = "offset"
        rule.limitParameter = "limit"
        rule.items = ["/objects"]
        rule.total = ["/meta/total_count"]
        rule.next = ["/meta/next"]
        settings.pagination = [rule]
        settings.asynchronous = PlanSettings.AsynchronousRule(
            urlParameter: "callback_url", methodParameter: nil, receipt: PlanSettings.Marked("Receipt"))
        return settings
    }

    @Test func oneOperationIsOfferedAsSeveralMethods() {
        let described = PlannedDescription(Self.calls, settings: Self.settings)
        #expect(
            described.facts("method calls.list ") == [
                "method calls.list GET /Account/{auth_id}/Call/ -> CallList throws SampleError",
                "  request ListRequest? -",
                "    query(form*) limit: int? wire limit",
                "    query(form*) offset: int? wire offset",
                "  pages offset offset limit limit of Call at objects next meta?.next?",
                "  asynchronous callback_url -> Receipt, listOutcome",
            ])
        #expect(
            described.facts("method calls.listLive ") == [
                "method calls.listLive GET /Account/{auth_id}/Call/ -> Names throws SampleError",
                "  fixed query status=live",
                "  asynchronous callback_url -> Receipt, listLiveOutcome",
            ])
    }

    @Test func aBodysPropertiesAreMembersOfTheRequest() {
        let described = PlannedDescription(Self.calls, settings: Self.settings)
        #expect(
            described.facts("method calls.create ") == [
                "method calls.create POST /Account/{auth_id}/Call/ -> Receipt throws SampleError",
                "  request CreateRequest json",
                "    key to: string wire to",
                "    key ringURL: string? wire ring_url",
                "  asynchronous callback_url -> Receipt, createOutcome",
            ])
    }

    /// Members are coded apart where JSON's form isn't their type's; a whole value has nothing that would do it.
    @Test(arguments: [
        ("{type: string, format: date-time}", "date"), ("{type: string, format: uuid}", "uuid"),
        ("{type: string, format: byte}", "base64"), ("{type: string, format: base64url}", "string"),
        ("{type: string, format: http-date}", "string"), ("{type: integer, format: unixtime}", "int64"),
        ("{type: string, format: int64}", "string"), ("{type: string, format: decimal}", "string"),
        ("{type: array, items: {type: integer, format: unixtime}}", "[int64]"),
        ("{type: object, additionalProperties: {type: string, format: double}}", "[string: string]"),
        ("{type: array, items: {type: [string, 'null'], format: int32}}", "[string?]"),
    ])
    func aWholeValueIsOfTheTypeThatJSONWrites(schema: String, type: String) throws {
        let described = PlannedDescription(
            """
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: {required: true, content: {application/json: {schema: \(schema)}}}
                  responses: {'200': {description: Done, content: {application/json: {schema: \(schema)}}}}
            """)
        #expect(
            described.facts("method a.a ") == [
                "method a.a POST /a -> \(type) throws SampleError", "  body \(type) json",
            ])
    }

    @Test func pathParametersAreArgumentsButForTheClientsOwn() {
        let described = PlannedDescription(Self.calls, settings: Self.settings)
        #expect(
            described.facts("method calls.hangup ") == [
                "method calls.hangup DELETE /Account/{auth_id}/Call/{call_uuid}/ -> nothing throws SampleHangupError",
                "  argument _ string wire call_uuid",
            ] || described.facts("method calls.hangup ").last == "  argument _ string wire call_uuid")
    }

    @Test func theClientsParameterIsTheUserNameOfItsCredentials() {
        let described = PlannedDescription(Self.calls, settings: Self.settings)
        #expect(described.dump.contains("scheme basic basic authID password"))
        #expect(described.dump[0] == "client SampleClient public server https://api.example.com/v1")
    }

    @Test func mistakesOfRulesAreReported() {
        var settings = Self.settings
        settings.pagination[0].items = ["/object"]
        settings.operations = [(PlanSettings.Marked("calls.lst"), PlanSettings.OperationRule())]
        let described = PlannedDescription(Self.calls, settings: settings)
        #expect(described.plan == nil)
        #expect(
            Set(described.sink.diagnostics.map(\.code)) == ["unmatched-pagination-key", "unmatched-operation-rule"])
    }

    @Test func theLedgerAccountsForEverything() throws {
        let described = PlannedDescription(Self.calls, settings: Self.settings)
        let ledger = try #require(described.plan).ledger
        func count(_ item: Ledger.Item, _ disposition: Ledger.Disposition) -> Int {
            ledger.entries.filter { $0.item == item && $0.disposition == disposition }.count
        }
        #expect(count(.operation, .generated) == 3)
        #expect(ledger.entries.filter { $0.item == .operation }.count == 3)
        #expect(count(.schema, .leftOut(rule: "not-reached-by-any-operation")) == 0)
        #expect(count(.securityScheme, .generated) == 1)
    }

    @Test func nothingDependsOnTheOrderOfComponents() {
        let lines = Self.calls.split(separator: "\n").map(String.init)
        guard let start = lines.firstIndex(of: "    Receipt: {type: object, properties: {api_id: {type: string}}}")
        else {
            Issue.record("the sample has changed")
            return
        }
        var moved = lines
        moved.swapAt(start, start + 1)
        let first = PlannedDescription(Self.calls, settings: Self.settings)
        let second = PlannedDescription(moved.joined(separator: "\n"), settings: Self.settings)
        #expect(first.dump == second.dump)
    }

    @Test func aDescriptionWithoutOperationsIsAClientWithoutMethods() {
        let described = PlannedDescription("paths: {}")
        #expect(described.dump.first == "client SampleClient public server -")
        #expect(!described.dump.contains { $0.hasPrefix("method ") || $0.hasPrefix("error ") })
    }
}
