import CallsignDiagnostics
import CallsignPlan
import Testing

/// Lists whose pages are found by the header `Link`, or by the last item and a flag.
@Suite struct LinkPaginationTests {
    private static func description(headers: String) -> String {
        """
        servers: [{url: 'https://api.example.com'}]
        paths:
          /items:
            get:
              operationId: items.list
              parameters: [{name: after, in: query, schema: {type: string}}]
              responses:
                '200': {description: Ok\(headers), content: {application/json: {schema: {type: array, items: {type: string}}}}}
          /others:
            get:
              operationId: others.list
              parameters: [{name: after, in: query, schema: {type: string}}]
              responses:
                '200':
                  description: Ok
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [data, has_more]
                        properties:
                          data: {type: array, items: {type: string}}
                          last_id: {type: string}
                          has_more: {type: boolean}
        """
    }

    private static var settings: PlanSettings {
        var settings = PlanSettings()
        var link = PlanSettings.PaginationRule(name: "links", style: .link)
        link.items = [""]
        var cursor = PlanSettings.PaginationRule(name: "cursor", style: .cursor)
        cursor.parameter = "after"
        cursor.items = ["/data"]
        cursor.next = ["/last_id"]
        cursor.hasMore = "/has_more"
        settings.pagination = [link, cursor]
        return settings
    }

    @Test func theHeaderIsFollowedWhereItIsDescribed() throws {
        let described = PlannedDescription(
            Self.description(headers: ", headers: {Link: {schema: {type: string}}}"), settings: Self.settings)
        let methods = try #require(described.plan, "\(described.dump)").resources.flatMap(\.methods)
        #expect(methods[0].pages?.usesLinkHeader == true)
        #expect(methods[0].pages?.items.steps == [])
        #expect(methods[1].pages?.usesLinkHeader == false)
        #expect(methods[1].pages?.hasMore?.steps.map(\.name.text) == ["hasMore"])
    }

    @Test func nothingIsPagedByAHeaderThatNobodyMentions() {
        let described = PlannedDescription(Self.description(headers: ""), settings: Self.settings)
        #expect(described.sink.diagnostics.map(\.code).contains("unused-pagination-rule"))
    }
}
