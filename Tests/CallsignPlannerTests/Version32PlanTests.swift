import CallsignDiagnostics
import CallsignPlan
import Testing

/// What is generated of the things that OpenAPI 3.2 brought.
@Suite("Plans of OpenAPI 3.2")
struct Version32PlanTests {
    private static let text = """
        servers: [{url: 'https://api.example.com', name: Production}]
        tags:
          - {name: Calls, summary: Telephone calls, description: All of them.}
          - {name: Legs, parent: Calls}
          - {name: Events, parent: Legs, kind: nav}
          - {name: beta, kind: badge}
        paths:
          /calls: {get: {operationId: getCalls, tags: [beta, Calls], responses: {'200': {description: Done}}}}
          /events:
            query:
              operationId: searchEvents
              tags: [Events]
              parameters:
                - name: all
                  in: querystring
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema:
                        type: object
                        required: [kind]
                        properties:
                          kind: {type: string}
                          ids: {type: array, items: {type: integer}}
                          near: {type: object, properties: {lat: {type: number}}}
                      encoding: {ids: {explode: false}}
              responses: {'200': {description: Done}}
            additionalOperations:
              LINK: {operationId: linkEvents, tags: [Events], responses: {'204': {description: Done}}}

        """

    private func plan() throws -> ClientPlan {
        let planned = PlannedDescription(Self.text, version: "3.2.0")
        #expect(planned.sink.sorted.map(\.message) == [])
        return try #require(planned.plan)
    }

    @Test func nestResourcesAsTagsAre() throws {
        let calls = try #require(plan().resources.first)
        #expect(calls.propertyName.text == "calls")
        #expect(calls.documentation.paragraphs == ["Telephone calls.", "All of them."])
        #expect(calls.methods.map(\.name.text) == ["get"])
        #expect(calls.children.map(\.propertyName.text) == ["legs"])
        #expect(calls.children.flatMap(\.children).map(\.propertyName.text) == ["events"])
    }

    @Test func haveOtherMethods() throws {
        let events = try #require(plan().resources[0].children[0].children.first)
        #expect(events.methods.map(\.httpMethod) == ["QUERY", "LINK"])
    }

    @Test func takeTheQueryStringApart() throws {
        let search = try #require(plan().resources[0].children[0].children[0].methods.first)
        guard case .structure(let request) = search.request else {
            Issue.record("expected a structure")
            return
        }
        #expect(request.members.map(\.member.wireName) == ["kind", "ids", "near"])
        #expect(request.members.map(\.member.isOptional) == [false, true, true])
        #expect(
            request.members.map(\.place) == [
                .query(ParameterStylePlan(.form, explode: true)), .query(ParameterStylePlan(.form, explode: false)),
                .query(ParameterStylePlan(.json, explode: true)),
            ])
    }
}
