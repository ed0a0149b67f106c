import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import Testing

/// What tests call, expect and answer, from the description's own words.
@Suite struct TestPlannerTests {
    private let sink = DiagnosticSink()

    private func plan(_ paths: String, servers: String = "[{url: 'https://api.example.com/v1'}]") throws -> TestPlan {
        let text = """
            openapi: 3.1.0
            info: {title: Sample, version: '1'}
            servers: \(servers)
            paths: \(paths)
            """
        let document = try DocumentLoader.load("sample.yaml", sink: sink) { _ in Array(text.utf8) }
        let client = try Planner.plan(document, settings: PlanSettings(), sink: sink)
        return TestPlanner.plan(client, of: document, settings: PlanSettings(), module: "Sample", sink: sink)
    }

    private func test(_ operation: String, path: String = "/a", method: String = "get") throws -> OperationTestPlan {
        let plan = try plan("{'\(path)': {\(method): {operationId: things.do, tags: [things], \(operation)}}}")
        return try #require(plan.suites.first?.tests.first)
    }

    private static let done = "responses: {'204': {description: Done}}"

    @Test(
        "addresses hold the parameters in their styles",
        arguments: [
            ("/a/{p}", "{name: p, in: path, required: true, schema: {type: string}, example: 'x/y z'}", "/a/x%2Fy%20z"),
            (
                "/a/{p}",
                "{name: p, in: path, required: true, style: label, schema: {type: array, items: {type: integer}}, example: [1, 2]}",
                "/a/.1,2"
            ),
            (
                "/a/{p}",
                "{name: p, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: integer}}, example: [1, 2]}",
                "/a/;p=1;p=2"
            ),
            (
                "/a", "{name: q, in: query, schema: {type: array, items: {type: integer}}, example: [1, 2]}",
                "/a?q=1&q=2"
            ),
            (
                "/a",
                "{name: q, in: query, explode: false, schema: {type: array, items: {type: integer}}, example: [1, 2]}",
                "/a?q=1,2"
            ),
            (
                "/a",
                "{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: integer}}, example: [1, 2]}",
                "/a?q=1%7C2"
            ),
            (
                "/a",
                "{name: q, in: query, style: deepObject, schema: {type: object, properties: {x: {type: integer}}}, example: {x: 3}}",
                "/a?q%5Bx%5D=3"
            ),
            ("/a", "{name: q, in: query, allowReserved: true, schema: {type: string}, example: 'a/b?c'}", "/a?q=a/b?c"),
            (
                "/a",
                "{name: q, in: query, content: {application/json: {schema: {type: object, properties: {x: {type: integer}}}, example: {x: 3}}}}",
                "/a?q=%7B%22x%22%3A3%7D"
            ),
        ])
    func places(path: String, parameter: String, target: String) throws {
        let test = try test("parameters: [\(parameter)], \(Self.done)", path: path)
        #expect(test.expected.target == "https://api.example.com/v1" + target)
    }

    @Test func headersAndCookiesAreExpected() throws {
        let test = try test(
            """
            parameters: [{name: X-List, in: header, schema: {type: array, items: {type: integer}}, example: [1, 2]}, \
            {name: sid, in: cookie, schema: {type: string}, example: abc}], \(Self.done)
            """)
        #expect(test.expected.headers.map { "\($0.name): \($0.value)" } == ["X-List: 1,2", "Cookie: sid=abc"])
    }

    @Test func aBodyIsWhatItsExampleSays() throws {
        let test = try test(
            """
            requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n], \
            properties: {n: {type: integer}, d: {type: string, format: date-time}}}, example: {n: 7, other: 1}}}}, \
            \(Self.done)
            """, method: "post")
        guard case .json(let json) = test.expected.body else { throw Unexpected() }
        #expect(json == #"{"n":7}"#)
        #expect(test.expected.headers.map(\.value) == ["application/json"])
    }

    @Test func eachResponseIsAnsweredWithItsExamples() throws {
        let test = try test(
            """
            responses: {'200': {description: OK, content: {application/json: {schema: {type: integer}, \
            examples: {one: {value: 1}, two: {value: 2}}}}}, 4XX: {description: Bad, content: {application/json: \
            {schema: {type: object, required: [m], properties: {m: {type: string}}}}}}, '400': {description: No}}
            """)
        let facts = test.answers.map { "\($0.status) \($0.failure?.text ?? "-") \($0.body)" }
        #expect(facts == ["200 - 1", "200 - 2", #"401 clientError {"m":"text"}"#, "400 badRequest "])
    }

    @Test func anExampleThatIsNoneIsReportedAndReplaced() throws {
        let test = try test(
            """
            responses: {'200': {description: OK, content: {application/json: {schema: {type: integer}, \
            example: many}}}}
            """)
        #expect(test.answers.map(\.body) == ["1"])
        #expect(sink.sorted.map(\.code) == ["example-does-not-fit"])
    }

    @Test func aCallThatCannotBeMadeUpIsReported() throws {
        let plan = try plan(
            """
            {/a: {post: {operationId: things.do, tags: [things], requestBody: {required: true, content: \
            {application/json: {schema: {$ref: '#/paths/~1a/x-endless'}}}}, \(Self.done)}, \
            x-endless: {type: object, required: [a], properties: {a: {$ref: '#/paths/~1a/x-endless'}}}}}
            """)
        #expect(plan.suites.isEmpty)
        #expect(sink.sorted.map(\.code).contains("operation-without-test"))
    }

    @Test(arguments: [("[{url: /v2}]", "https://api.example.com/v2/a"), ("[]", "https://api.example.com/a")])
    func aServerThatHasNoHostIsGivenOne(servers: String, target: String) throws {
        let plan = try plan("{/a: {get: {operationId: things.do, tags: [things], \(Self.done)}}}", servers: servers)
        #expect(plan.suites.first?.tests.first?.expected.target == target)
        #expect(plan.baseURL != nil)
    }

    private struct Unexpected: Error {}
}
