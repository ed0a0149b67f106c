import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import Testing

/// Descriptions whose parts refer to one another far deeper than anybody writes. All of them end, without a trap.
@Suite("Deep and wide descriptions")
struct DepthTests {
    private static let count = 1500

    /// Component schemas, each of which holds the next.
    private static func chain(_ link: (String) -> String) -> String {
        let links = (0..<count).map { "    S\($0): \(link("{$ref: '#/components/schemas/S\($0 + 1)'}"))\n" }.joined()
        return """
            paths:
              /a:
                get:
                  responses: {'200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}
            components:
              schemas:

            """ + links + "    S\(count): {type: object, properties: {end: {type: string}}}\n"
    }

    /// How a schema holds the next one.
    struct Link: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (String) -> String

        init(_ name: String, _ make: @escaping @Sendable (String) -> String) {
            testDescription = name
            self.make = make
        }
    }

    @Test(
        "are planned",
        arguments: [
            Link("properties") { "{type: object, properties: {next: \($0)}}" },
            Link("items") { "{type: array, items: \($0)}" },
            Link("maps") { "{type: object, additionalProperties: \($0)}" },
            Link("allOf") { "{allOf: [\($0), {type: object, properties: {a: {type: string}}}]}" },
            Link("allOf of one") { "{allOf: [\($0)]}" },
            Link("allOf of the same") { "{allOf: [\($0), \($0)]}" },
            Link("anyOf of the same") { "{anyOf: [\($0), \($0)]}" },
            Link("anyOf with text") { "{anyOf: [\($0), {type: string}]}" },
            Link("references with more") { "{\($0.dropFirst().dropLast()), description: More}" },
        ])
    func chains(_ link: Link) throws {
        let loaded = LoadedDescription(Self.chain(link.make))
        _ = try Planner.plan(#require(loaded.document), settings: PlanSettings(), sink: loaded.sink)
        #expect(loaded.problems == [])
    }

    @Test(
        "of resources within each other, the first are kept",
        arguments: [
            "tags:\n" + (0..<count).map { "  - {name: t\($0), parent: t\($0 + 1)}\n" }.joined()
                + "  - {name: t\(count)}\n",
            "tags: [{name: t0, x-callsign-name: \((0...count).map { "t\(count - $0)" }.joined(separator: "."))}]\n",
        ])
    func resources(tags: String) throws {
        let operation = "paths: {/a: {get: {operationId: a, tags: [t0], responses: {'204': {description: Done}}}}}\n"
        let loaded = LoadedDescription(tags + operation, version: "3.2.0")
        let plan = try Planner.plan(#require(loaded.document), settings: PlanSettings(), sink: loaded.sink)
        #expect(loaded.sink.diagnostics.map(\.code) == ["resource-too-deep"])
        var names: [String] = []
        var resources = plan.resources
        while let resource = resources.first {
            names.append(resource.propertyName.text)
            resources = resource.children
        }
        #expect(names == (0..<8).map { "t\(Self.count - $0)" })
    }

    @Test func structuresLoseNothingHoweverDeepTheyStand() throws {
        let loaded = LoadedDescription(Self.chain { "{type: object, properties: {next: \($0)}}" })
        let plan = try Planner.plan(#require(loaded.document), settings: PlanSettings(), sink: loaded.sink)
        let members = plan.types.map { type -> Int in
            if case .structure(let structure) = type.kind { structure.members.count } else { 0 }
        }
        #expect(members == Array(repeating: 1, count: Self.count + 1))
        #expect(!plan.ledger.entries.contains { $0.disposition == .carriedAsJSON })
    }

    @Test func schemasBeyondTheLimitAreRefused() {
        let schemas = (0..<10_001).map { "    S\($0): {}\n" }.joined()
        let loaded = LoadedDescription("components:\n  schemas:\n" + schemas)
        #expect(loaded.problems == ["error too-many-schemas"])
    }

    @Test func callbacksThatHoldThemselvesAreLeftOut() {
        let loaded = LoadedDescription(
            """
            paths:
              /a:
                $ref: '#/components/pathItems/A'
            components:
              pathItems:
                A:
                  post:
                    responses: {'200': {description: Done}}
                    callbacks: {again: {'{$url}': {$ref: '#/components/pathItems/A'}}}

            """)
        #expect(loaded.problems.map { $0.split(separator: " ").last } == ["recursive-object"])
        #expect(loaded.document?.operations.count == 1)
    }
}
