import CallsignDiagnostics
import CallsignPlan
import Testing

/// Operations that can't be called without a construct for which there is nothing to generate.
@Suite("Unsupported operations")
struct UnsupportedOperationTests {
    private static let text = """
        servers: [{url: 'https://api.example.com'}]
        paths:
          /a:
            get:
              operationId: a.list
              responses: {'200': {description: Done}}
            query:
              operationId: a.search
              parameters:
                - {name: path, in: querystring, content: {application/jsonpath: {schema: {type: object}}}}
              responses: {'200': {description: Done}}
            put:
              operationId: a.replace
              parameters:
                - {name: note, in: query, content: {application/xml: {schema: {type: object}}}}
              responses: {'200': {description: Done}}
            post:
              operationId: a.nest
              requestBody:
                content:
                  multipart/form-data:
                    encoding: {inner: {contentType: multipart/mixed}}
                    schema: {type: object, properties: {inner: {type: array, items: {type: string}}}}
              responses: {'200': {description: Done}}

        """

    private static var skipping: PlanSettings {
        var settings = PlanSettings()
        settings.skipsUnsupported = true
        return settings
    }

    @Test func areErrorsThatSayHowToGoOn() {
        let planned = PlannedDescription(Self.text, version: "3.2.0")
        #expect(planned.plan == nil)
        #expect(
            planned.errors == [
                "12:11 unsupported-construct", "17:11 unsupported-construct", "24:24 unsupported-construct",
            ])
        #expect(
            planned.sink.sorted.map(\.message) == [
                "QUERY '/a' has the query string 'path' in 'application/jsonpath', which is neither a form of an object nor JSON nor a text: no method can be made of it",
                "PUT '/a' has the parameter 'note' in 'application/xml', whose schema is no text: no method can be made of it",
                "POST '/a' has the part 'inner' that has parts itself: no method can be made of it",
            ])
        #expect(planned.sink.sorted.allSatisfy { $0.remedy?.contains("--skip-unsupported") == true })
    }

    @Test func areLeftOutAndListedOnDemand() throws {
        let planned = PlannedDescription(Self.text, version: "3.2.0", settings: Self.skipping)
        let plan = try #require(planned.plan)
        #expect(planned.sink.sorted.map(\.severity) == [.warning, .warning, .warning])
        #expect(plan.resources.flatMap(\.methods).map(\.operationName) == ["a.list"])
        let operations = plan.ledger.entries.filter { $0.item == .operation }
        #expect(operations.map(\.name) == ["a.list", "a.search", "a.replace", "a.nest"])
        #expect(
            operations.map(\.disposition) == [
                .generated, .leftOut(rule: "query-string-is-no-text"),
                .leftOut(rule: "parameter-content-is-neither-json-nor-text"), .leftOut(rule: "parts-within-parts"),
            ])
        let schemas = plan.ledger.entries.filter { $0.item == .schema }
        #expect(schemas.map(\.disposition).contains(.leftOut(rule: "query-string-is-no-text")))
    }

    @Test func areNotParametersWhoseContentIsText() throws {
        let planned = PlannedDescription(
            Self.text.replacing("application/xml: {schema: {type: object}}", with: "application/xml: {}"),
            version: "3.2.0", settings: Self.skipping)
        let plan = try #require(planned.plan)
        let method = try #require(plan.resources.flatMap(\.methods).first { $0.operationName == "a.replace" })
        guard case .structure(let request) = method.request else {
            Issue.record("\(String(describing: method.request))")
            return
        }
        #expect(request.members.map(\.place) == [.query(ParameterStylePlan(.form, explode: false))])
    }

    @Test func mayHaveRulesOfTheConfiguration() {
        var settings = Self.skipping
        settings.operations = [(PlanSettings.Marked("a.search"), PlanSettings.OperationRule())]
        #expect(PlannedDescription(Self.text, version: "3.2.0", settings: settings).errors == [])
    }
}
