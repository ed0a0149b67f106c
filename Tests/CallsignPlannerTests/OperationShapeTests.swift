import CallsignPlan
import Testing

/// Operations as people publish them: without names, without tags, alike but for a slash.
@Suite struct OperationShapeTests {
    private static let description = """
        servers: [{url: 'https://{region}.example.com/{version}/', variables: {region: {default: eu}, version: {default: v1}}}]
        paths:
          /things:
            get: {responses: {'204': {description: Done}}}
            post: {responses: {'200': {description: Ok, links: {next: {operationId: x}}}}}
          /things/:
            get: {responses: {'204': {description: Done}}}
          /things/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            servers: [{url: 'https://things.example.com'}]
            get: {responses: {'204': {description: Done}}}
          /things/{thing_id}/parts:
            parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}]
            get: {tags: [Parts], responses: {'204': {description: Done}}}
          /things/{name}/parts/:
            parameters: [{name: name, in: path, required: true, schema: {type: string}}]
            get: {tags: [Parts], servers: [{url: '/parts'}], responses: {'204': {description: Done}}}
          /:
            get: {responses: {'204': {description: Done}}}
        """

    @Test func named() throws {
        let described = PlannedDescription(Self.description)
        let plan = try #require(described.plan, "\(described.dump)")
        #expect(plan.servers.map(\.url) == ["https://eu.example.com/v1"])
        let names = plan.resources.map { resource in
            resource.propertyName.text + ": " + resource.methods.map(\.name.text).joined(separator: " ")
        }
        #expect(
            names == [
                "things: getThings postThings getThingsSlash getThingsByID",
                "parts: getThingsPartsByThingID getThingsPartsByName", "root: get",
            ])
        let methods = plan.resources.flatMap(\.methods)
        #expect(methods.first { $0.path == "/things/{id}" }?.server?.url == "https://things.example.com")
        #expect(methods.first { $0.path == "/things/{name}/parts/" }?.server?.url == "/parts")
        #expect(methods.first { $0.path == "/things" }?.server == nil)
    }
}
