import CallsignInterface
import Testing

/// What `callsign list` says of operations.
@Suite struct OperationListingTests {
    private static let description = """
        openapi: 3.1.0
        info: {title: Zoo, version: '1'}
        paths:
          /pets/{pet_id}:
            get:
              operationId: pets.get
              tags: [Pets]
              parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: One, headers: {ETag: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '404': {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
          /owners/{owner}/pets/{pet}:
            post:
              operationId: pets.feed
              tags: [Pets]
              deprecated: true
              parameters:
                - {name: owner, in: path, required: true, schema: {type: string}}
                - {name: pet, in: path, required: true, schema: {type: string}}
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [food]
                      properties: {food: {type: string}, grams: {type: integer}}
              responses: {'204': {description: Done}}
          /pets:
            get:
              operationId: pets.list
              tags: [Pets]
              parameters:
                - {name: offset, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: Some
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [pets]
                        properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}}}
            Problem: {type: object, properties: {text: {type: string}}}

        """

    private static let configuration = """
        description: api.yaml
        pagination: {pages: {style: offset, parameter: offset, items: [/pets]}}

        """

    private let operations: [OperationListing]

    init() throws {
        operations = OperationListing.all(of: try Sample.plan(Self.description, configuration: Self.configuration))
    }

    @Test func showsCallsAsTheyAreWritten() {
        #expect(
            operations.map(\.call) == [
                "client.pets.get(petID)",
                "client.pets.feed(owner: owner, pet: pet, .init(food: food))",
                "client.pets.list()",
            ])
        #expect(operations.map(\.signature) == ["get(_:options:)", "feed(owner:pet:_:options:)", "list(_:options:)"])
    }

    @Test func saysWhatGoesInAndComesOut() {
        #expect(operations.map(\.request) == [nil, "ZooClient.Pets.FeedRequest", "ZooClient.Pets.ListRequest"])
        #expect(operations.map(\.response) == ["Pet", nil, "PetsListResponse"])
        #expect(
            operations.map(\.pages) == [
                nil, nil, OperationListing.Pages(style: "offset", item: "Pet", pageMethod: "listPage"),
            ])
    }

    @Test func namesTheTypeOfHeaders() {
        #expect(operations.map(\.headers) == ["ZooClient.Pets.GetHeaders", nil, nil])
    }

    @Test func namesFailures() {
        #expect(
            operations[0].failures == [OperationListing.Failure(name: "notFound", status: "404", body: "Problem")])
        #expect(operations[1].failures == [])
    }

    @Test func alignsATable() {
        let lines = OperationTable(operations).text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("METHOD  PATH                        SWIFT"))
        #expect(lines[1].hasPrefix("GET     /pets/{pet_id}              client.pets.get(petID)"))
        #expect(lines[2].contains("(deprecated)  FeedRequest  -"))
        #expect(lines[3].contains("PetsListResponse  offset of Pet"))
    }

    @Test func writesJSON() {
        let lines = OperationJSON(operations).text.split(separator: "\n")
        #expect(lines.first == "[" && lines.last == "]" && lines.count == 5)
        #expect(
            lines[2] == """
                {"method":"POST","path":"/owners/{owner}/pets/{pet}","operation":"pets.feed","deprecated":true,\
                "call":"client.pets.feed(owner: owner, pet: pet, .init(food: food))",\
                "signature":"feed(owner:pet:_:options:)","request":"ZooClient.Pets.FeedRequest","response":null,\
                "headers":null,"pages":null,"error":"\(operations[1].error)","failures":[]},
                """)
        #expect(OperationJSON([]).text == "[]\n")
    }
}
