import CallsignDiagnostics
import CallsignPlan
import Testing

/// Which types the headers of responses come to.
@Suite struct HeaderPlannerTests {
    private static let left = "X-Left: {schema: {type: integer}, description: How many are left.}"

    private func plan(_ paths: String, settings: PlanSettings = PlanSettings()) -> PlannedDescription {
        PlannedDescription("servers: [{url: 'https://api.example.com'}]\npaths:\n" + paths, settings: settings)
    }

    private func operation(_ id: String, _ responses: String) -> String {
        "  /\(id): {get: {operationId: things.\(id), tags: [things], responses: {\(responses)}}}\n"
    }

    @Test func areATypeOfTheMethod() {
        let plan = plan(
            operation(
                "a",
                """
                '200': {description: Ok, headers: {\(Self.left), Last-Modified: {schema: {type: string, format: date-time}},
                  X-Kind: {schema: {type: string, enum: [a, b]}}, X-List: {schema: {type: array, items: {type: string}}},
                  X-Parts: {explode: true, schema: {type: object, properties: {a: {type: integer}}}},
                  X-JSON: {content: {application/json: {schema: {type: array, items: {type: boolean}}}}},
                  X-Text: {content: {text/plain: {schema: {type: integer}}}}, X-Bare: {},
                  Content-Type: {schema: {type: string}}, 'X Y': {schema: {type: string}}}}
                """))
        #expect(
            plan.facts("method things.a") == [
                "method things.a GET /a -> nothing throws SampleError", "  headers AHeaders",
                "    xLeft: int? wire X-Left", "    lastModified: date(mail)? wire Last-Modified",
                "    xKind: ThingsAXKind? wire X-Kind", "    xList: [string]? wire X-List",
                "    xParts: ThingsAXParts? wire X-Parts exploded", "    xJSON: [bool]? wire X-JSON json",
                "    xText: string? wire X-Text", "    xBare: string? wire X-Bare",
            ])
        #expect(plan.facts("enumeration ThingsAXKind").first == "enumeration ThingsAXKind open received")
        #expect(plan.sink.sorted.map(\.code).filter { $0 == "ignored-header" }.count == 2)
    }

    @Test func areOneTypeWhereSeveralPlacesHaveThem() {
        let plan = plan(
            operation(
                "a",
                "'200': {description: Ok, headers: {\(Self.left)}}, '404': {description: No, headers: {\(Self.left)}}")
                + operation("b", "'200': {description: Ok, headers: {\(Self.left)}}")
                + operation("c", "'200': {description: Ok, headers: {X-Left: {schema: {type: integer}}}}"))
        #expect(plan.facts("method things.a")[1] == "  headers AHeaders = SampleHeaders")
        #expect(plan.facts("method things.b")[1] == "  headers BHeaders = SampleHeaders")
        // What is said of it differs.
        #expect(plan.facts("method things.c")[1] == "  headers CHeaders")
        #expect(
            plan.dump.prefix(4).suffix(3) == [
                "error SampleThingsError.notFound 404 json", "  headers NotFoundHeaders = SampleHeaders",
                "    xLeft: int? wire X-Left",
            ])
        #expect(plan.dump.contains("file SampleHeaders.swift"))
    }

    @Test func thoseOfAllStatusesAreJoined() {
        let plan = plan(
            operation(
                "a",
                """
                '200': {description: Ok, headers: {ETag: {schema: {type: string}}, X-A: {schema: {type: integer}}}},
                '201': {description: Ok, headers: {etag: {schema: {type: string}}, x-a: {schema: {type: boolean}}, X-B: {}}}
                """))
        #expect(
            plan.facts("method things.a").dropFirst() == [
                "  headers AHeaders", "    eTag: string? wire ETag", "    xA: string? wire X-A",
                "    xB: string? wire X-B",
            ])
    }

    @Test func thoseOfAFailureAreJoinedOverOperations() {
        let plan = plan(
            operation("a", "'429': {description: Later, headers: {\(Self.left)}}")
                + operation("b", "'429': {description: Later, headers: {Retry-After: {schema: {type: integer}}}}")
                + operation("c", "'429': {description: Later}"))
        #expect(
            plan.facts("error SampleError.rateLimited") == [
                "error SampleError.rateLimited 429 json", "  headers RateLimitedHeaders",
                "    xLeft: int? wire X-Left", "    retryAfter: int? wire Retry-After",
            ])
        #expect(plan.plan?.headers.count == 1)
    }

    @Test func areNamedByTheDescriptionAndNeverLikeWhatHoldsThem() {
        let plan = plan(
            operation(
                "a",
                """
                '200': {description: Ok, headers: {X-Left: {schema: {type: integer}, x-callsign-name: left}, fields: {},
                  X_Left: {}, self: {}}}
                """))
        #expect(
            plan.facts("method things.a").dropFirst(2).map { $0.prefix { $0 != ":" } } == [
                "    left", "    fieldsValue", "    xLeft", "    selfValue",
            ])
        let refused = self.plan(
            operation("a", "'200': {description: Ok, headers: {X: {schema: {}, x-callsign-name: 'a b'}}}"))
        #expect(refused.errors.map { $0.split(separator: " ").last } == ["unusable-name"])
    }

    /// A type in an error enumeration would hide one of the module's.
    @Test func thoseOfAFailureHideNoModel() {
        let plan = plan(
            operation(
                "a",
                """
                '404': {description: No, headers: {\(Self.left)}, content: {application/json: {schema:
                  {$ref: '#/components/schemas/NotFoundHeaders'}}}}
                """) + "components: {schemas: {NotFoundHeaders: {type: object, properties: {a: {type: string}}}}}")
        #expect(
            plan.facts("error SampleError.notFound").prefix(2) == [
                "error SampleError.notFound 404 NotFoundHeaders", "  headers NotFoundHeadersModel",
            ])
    }
}
