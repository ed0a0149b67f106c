import CallsignDiagnostics
import CallsignPlan
import Testing

/// What is said of links, and of those that lead nowhere.
@Suite struct LinkTests {
    private func description(_ links: String) -> PlannedDescription {
        PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /pets:
                post:
                  operationId: pets.create
                  tags: [pets]
                  description: Makes a pet.
                  responses:
                    '201': {description: Made, content: {application/json: {schema: {type: string}}}, links: {\(links)}}
              /pets/{pet_id}:
                get:
                  operationId: pets.get
                  tags: [pets]
                  parameters:
                    - {name: pet_id, in: path, required: true, schema: {type: string}}
                    - {name: sort-by, in: query, schema: {type: string}}
                  responses: {'204': {description: Done}}
                put:
                  tags: [pets]
                  parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: Done}}
            """)
    }

    private func paragraphs(_ links: String) throws -> [String] {
        let plan = try #require(description(links).plan)
        return Array(plan.resources[0].methods[0].documentation.paragraphs.dropFirst())
    }

    @Test(
        "links are told of where they lead",
        arguments: [
            (
                "Get: {operationId: pets.get, parameters: {pet_id: '$response.body#/id', query.sort-by: name}}",
                ["Leads to `client.pets.get`, which takes the answer's `id` as `petID` and `name` as `sortBy`."]
            ),
            (
                "Put: {operationRef: '#/paths/~1pets~1{pet_id}/put', parameters: {path.pet_id: '{$response.header.X-Id}'}, description: Changes it}",
                [
                    "Leads to `client.pets.putPetsByPetID`, which takes the answer's header `X-Id` as `petID`. Changes it."
                ]
            ),
            (
                "Put: {operationRef: '#/paths/~1pets~1%7Bpet_id%7D/put', requestBody: '$response.body'}",
                ["Leads to `client.pets.putPetsByPetID`, which takes the answer as its body."]
            ),
            (
                "A: {operationId: pets.get, parameters: {pet_id: '$request.query.a'}}, B: {operationId: pets.get, parameters: {pet_id: '$url'}}",
                [
                    "Leads to `client.pets.get`, which takes the request's `a` as `petID`.",
                    "Leads to `client.pets.get`, which takes `$url` as `petID`.",
                ]
            ),
            ("A: {operationRef: 'https://other.example/api.yaml#/paths/~1a/get'}", []),
            ("A: {operationId: pets.gett}", []),
        ] as [(String, [String])])
    func areToldOfWhereTheyLead(_ links: String, _ expected: [String]) throws {
        #expect(try paragraphs(links) == expected)
    }

    @Test(
        "links that lead nowhere are told of",
        arguments: [
            ("A: {operationId: pets.gett}", "dangling-link no operation is called 'pets.gett'"),
            ("A: {operationRef: '#/paths/~1pets/get'}", "dangling-link no operation is at '#/paths/~1pets/get'"),
            ("A: {operationRef: '#/components/x'}", "dangling-link '#/components/x' leads to no operation"),
            ("A: {}", "link-without-operation a link names an operation by 'operationId' or 'operationRef'"),
            (
                "A: {operationId: pets.get, parameters: {id: a}}",
                "unknown-link-parameter GET /pets/{pet_id} has no parameter 'id'"
            ),
        ])
    func areReportedWhereTheyDangle(_ links: String, _ problem: String) {
        let described = description(links)
        #expect(described.plan != nil)
        #expect(
            described.sink.sorted.filter { $0.severity == .warning }.map { "\($0.code) \($0.message)" } == [problem])
    }
}
