import CallsignPlan
import Testing

/// Which servers users of a client choose among.
@Suite struct ServerChoicePlannerTests {
    private func choice(
        _ servers: String, own: String = "", settings: PlanSettings = PlanSettings()
    ) throws -> ServerChoicePlan? {
        let described = PlannedDescription(
            """
            servers: [\(servers)]
            paths:
              /things/{tenant}:
                parameters: [{name: tenant, in: path, required: true, schema: {type: string}}]
                get: {operationId: things.get, responses: {'204': {description: Done}}\(own)}
            """, version: "3.2.0", settings: settings)
        return try #require(described.plan, "\(described.dump)").serverChoice
    }

    /// Each server as a declaration, followed by the enumerations.
    private func text(_ choice: ServerChoicePlan?) -> [String] {
        guard let choice else { return [] }
        let servers = choice.servers.map { server in
            let variables = server.variables.map { variable in
                switch variable.value {
                case .text(let value): "\(variable.name.text) = '\(value)'"
                case .listed(let index, let usual):
                    "\(variable.name.text): \(choice.enumerations[index].name.text) = \(usual.text)"
                }
            }
            return "\(server.name.text)(\(variables.joined(separator: ", "))) \(server.url)"
        }
        return servers
            + choice.enumerations.map { enumeration in
                "\(enumeration.name.text): "
                    + enumeration.cases.map { "\($0.name.text)=\($0.value)" }.joined(separator: ", ")
            }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let servers: String
        let facts: [String]

        init(_ name: String, _ servers: String, _ facts: String...) {
            testDescription = name
            self.servers = servers
            self.facts = facts
        }
    }

    private static let region =
        "variables: {region: {enum: [eu, us-east, '3'], default: us-east, description: Where.}}"

    @Test(
        "are named and have their variables as parameters",
        arguments: [
            Case("not where there is one", "{url: 'https://a.example/v1/'}"),
            Case(
                "not where nothing varies",
                "{url: 'https://{host}.example', variables: {host: {enum: [a], default: a}}}"),
            Case(
                "by their own names, which came with 3.2",
                "{name: Main, url: 'https://a.example/', description: Sandbox}, {name: try-out, url: 'https://b.example'}",
                "main() https://a.example", "tryOut() https://b.example"),
            Case(
                "by short descriptions, without what all servers are",
                "{url: 'https://a.example', description: The production server.}, "
                    + "{url: 'https://b.example', description: 'Sandbox (no money moves)'}",
                "production() https://a.example", "sandbox() https://b.example"),
            Case(
                "by what only their addresses have, where descriptions are long or alike",
                "{url: 'https://api.eu.example/v1', description: This one is the one to use in all of Europe}, "
                    + "{url: 'https://api.us.example/v1'}, {url: 'https://api.example/v1'}",
                "eu() https://api.eu.example/v1", "us() https://api.us.example/v1",
                "standard() https://api.example/v1"),
            Case(
                "by number, where they are called the same",
                "{url: 'https://a.example', description: API}, {url: 'https://b.example', description: Live}, "
                    + "{url: 'https://c.example', description: Live}",
                "a() https://a.example", "live() https://b.example", "live2() https://c.example"),
            Case(
                "with listed values, the description's first choice by default",
                "{url: 'https://{region}.example/{base}/', description: Regional, variables: "
                    + "{region: {enum: [eu, us-east, '3'], default: us-east}, base: {default: v2}}}",
                "regional(region: Region = usEast, base = 'v2') https://{region}.example/{base}",
                "Region: eu=eu, usEast=us-east, value3=3"),
            Case(
                "which several servers share if they are the same",
                "{url: 'https://{region}.a.example', description: A, \(region)}, "
                    + "{url: 'https://{region}.b.example', description: B, \(region)}, "
                    + "{url: 'https://{region}.c.example', description: C, "
                    + "variables: {region: {enum: [north, south], default: north}}}",
                "a(region: RegionEu = usEast) https://{region}.a.example",
                "b(region: RegionEu = usEast) https://{region}.b.example",
                "c(region: RegionNorth = north) https://{region}.c.example",
                "RegionEu: eu=eu, usEast=us-east, value3=3", "RegionNorth: north=north, south=south"),
        ])
    func servers(_ example: Case) throws {
        #expect(text(try choice(example.servers)) == example.facts)
    }

    @Test func anOperationsOwnServersAreAmongThemIfItHasAChoice() throws {
        let own = ", servers: [{url: 'https://files.example', description: Files}, {url: 'https://old.example'}]"
        #expect(
            text(try choice("{url: 'https://a.example', description: Main}", own: own)) == [
                "main() https://a.example", "files() https://files.example", "old() https://old.example",
            ])
        #expect(try choice("{url: 'https://a.example'}", own: ", servers: [{url: 'https://files.example'}]") == nil)
    }

    @Test func aParameterOfTheSameNameComesFirst() throws {
        var settings = PlanSettings()
        var rule = PlanSettings.ClientParameterRule(wireName: "tenant")
        rule.swiftName = "server"
        settings.parameters = [rule]
        #expect(try choice("{url: 'https://a.example'}, {url: 'https://b.example'}", settings: settings) == nil)
    }
}
