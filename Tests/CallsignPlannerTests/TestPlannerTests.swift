import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import Testing

/// What tests call, expect and answer, from the description's own words.
@Suite struct TestPlannerTests {
    private let sink = DiagnosticSink()

    private func plan(
        _ paths: String, servers: String = "[{url: 'https://api.example.com/v1'}]",
        settings: PlanSettings = PlanSettings()
    ) throws -> TestPlan {
        let text = """
            openapi: 3.1.0
            info: {title: Sample, version: '1'}
            servers: \(servers)
            paths: \(paths)
            """
        let document = try DocumentLoader.load("sample.yaml", sink: sink) { _ in Array(text.utf8) }
        let client = try Planner.plan(document, settings: settings, sink: sink)
        return TestPlanner.plan(client, of: document, settings: settings, module: "Sample", sink: sink)
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
        #expect(test.request.target == "https://api.example.com/v1" + target)
    }

    @Test func headersAndCookiesAreExpected() throws {
        let test = try test(
            """
            parameters: [{name: X-List, in: header, schema: {type: array, items: {type: integer}}, example: [1, 2]}, \
            {name: sid, in: cookie, schema: {type: string}, example: abc}], \(Self.done)
            """)
        #expect(test.request.headers.map { "\($0.name): \($0.value)" } == ["X-List: 1,2", "Cookie: sid=abc"])
    }

    @Test func aBodyIsWhatItsExampleSays() throws {
        let test = try test(
            """
            requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n], \
            properties: {n: {type: integer}, d: {type: string, format: date-time}}}, example: {n: 7, other: 1}}}}, \
            \(Self.done)
            """, method: "post")
        guard case .json(let json) = test.request.body else { throw Unexpected() }
        #expect(json == #"{"n":7}"#)
        #expect(test.request.headers.map(\.value) == ["application/json"])
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
        #expect(plan.suites.first?.tests.first?.request.target == target)
        #expect(plan.baseURL != nil)
    }

    @Test(arguments: [
        ("[{url: 'https://api.example.com/\"v1\"'}]", "/a b|c", "https://api.example.com/%22v1%22/a%20b%7Cc"),
        ("[{url: 'https://api.example.com/é'}]", "/a%20b/%zz#d", "https://api.example.com/%C3%A9/a%20b/%zz%23d"),
    ])
    func whatNoAddressCanHoldIsEncoded(servers: String, path: String, target: String) throws {
        let plan = try plan(
            "{'\(path)': {get: {operationId: things.do, tags: [things], \(Self.done)}}}", servers: servers)
        #expect(plan.suites.first?.tests.first?.request.target == target)
    }

    // MARK: Further forms

    /// The pages of a list with a rule: what is asked for, and what is answered.
    private func pages(
        _ rule: PlanSettings.PaginationRule, parameter: String = "", fields: String, headers: String = ""
    ) throws -> [String] {
        var settings = PlanSettings()
        settings.pagination = [rule]
        let plan = try plan(
            """
            {/a: {get: {operationId: things.list, tags: [things], parameters: [\(parameter)], responses: {'200': \
            {description: Some, headers: {\(headers)}, content: {application/json: {schema: {type: object, \
            required: [list], properties: {list: {type: array, items: {type: string, example: a}}, \(fields)}}}}}}}}}
            """, settings: settings)
        let tests = try #require(plan.suites.first?.tests)
        #expect(tests.map(\.name.text) == ["list", "listPageByPage"])
        guard case .pages(let pages, let items)? = tests.last?.content else { throw Unexpected() }
        #expect(items == "/list")
        return pages.map { page in
            let target = page.request.target.replacing("https://api.example.com/v1", with: "")
            return "\(target) \(page.answer.body)" + page.answer.headers.map { " \($0.name): \($0.value)" }.joined()
        }
    }

    private func rule(_ style: PlanSettings.PaginationRule.Style, _ parameter: String? = nil)
        -> PlanSettings.PaginationRule
    {
        var rule = PlanSettings.PaginationRule(name: "rule", style: style)
        rule.parameter = parameter
        rule.items = ["/list"]
        return rule
    }

    @Test func pagesByOffsetEndAtTheTotalOrAtAnEmptyPage() throws {
        let parameter = "{name: skip, in: query, schema: {type: integer}}"
        var rule = rule(.offset, "skip")
        #expect(
            try pages(rule, parameter: parameter, fields: "other: {type: string, deprecated: true}") == [
                #"/a {"list":["a","a2"]}"#, #"/a?skip=2 {"list":["a3"]}"#, #"/a?skip=3 {"list":[]}"#,
            ])
        rule.total = ["/total"]
        #expect(
            try pages(rule, parameter: parameter, fields: "total: {type: integer}") == [
                #"/a {"list":["a","a2"],"total":3}"#, #"/a?skip=2 {"list":["a3"],"total":3}"#,
            ])
    }

    @Test func pagesByNumberSayWhetherThereAreMore() throws {
        var rule = rule(.page, "page")
        rule.hasMore = "/more"
        #expect(
            try pages(
                rule, parameter: "{name: page, in: query, schema: {type: integer}}", fields: "more: {type: boolean}")
                == [
                    #"/a?page=1 {"list":["a","a2"],"more":true}"#, #"/a?page=2 {"list":["a3"],"more":false}"#,
                ])
    }

    @Test func pagesByCursorEndWhereThereIsNone() throws {
        var rule = rule(.cursor, "after")
        rule.next = ["/paging/next"]
        #expect(
            try pages(
                rule, parameter: "{name: after, in: query, schema: {type: string}}",
                fields: "paging: {type: object, properties: {next: {type: string}}}")
                == [
                    #"/a {"list":["a","a2"],"paging":{"next":"page-2"}}"#,
                    #"/a?after=page-2 {"list":["a3"],"paging":{}}"#,
                ])
    }

    @Test func pagesByAddressNameItInTheBodyOrInAHeader() throws {
        var rule = rule(.next)
        rule.next = ["/next"]
        #expect(
            try pages(
                rule, parameter: "{name: q, in: query, required: true, schema: {type: string}}",
                fields: "next: {type: [string, 'null']}")
                == [
                    #"/a?q=text {"list":["a","a2"],"next":"?q=text&page=2"}"#,
                    #"/a?q=text&page=2 {"list":["a3"],"next":null}"#,
                ])
        #expect(
            try pages(
                self.rule(.link), fields: "other: {type: string, deprecated: true}",
                headers: "Link: {schema: {type: string}}") == [
                    #"/a {"list":["a","a2"]} Link: <?page=2>; rel="next""#, #"/a?page=2 {"list":["a3"]}"#,
                ])
    }

    @Test func aFormThatStreamsAsksForItAndGetsSeveralValues() throws {
        let plan = try plan(
            """
            {/a: {post: {operationId: things.ask, tags: [things], requestBody: {required: true, content: \
            {application/json: {schema: {type: object, required: [q], properties: {q: {type: string}, stream: \
            {type: boolean}}}}}}, responses: {'200': {description: OK, content: {application/json: {schema: {type: \
            integer}}, text/event-stream: {schema: {type: object, properties: {n: {type: integer}}}}}}}}}}
            """)
        let tests = try #require(plan.suites.first?.tests)
        #expect(tests.map(\.name.text) == ["ask", "askStreaming"])
        #expect(tests.map(\.method.text) == ["ask", "askStreaming"])
        guard case .json(let whole) = tests[0].request.body, case .json(let streamed) = tests[1].request.body else {
            throw Unexpected()
        }
        #expect(whole == #"{"q":"text"}"#)
        #expect(streamed == #"{"stream":true,"q":"text"}"#)
        let answer = try #require(tests[1].answers.first)
        #expect(answer.body == "data: {\"n\":1}\n\ndata: {\"n\":2}\n\n")
        #expect(answer.elements == [#"{"n":1}"#, #"{"n":2}"#])
    }

    @Test func aFormThatReportsSaysWhereAndReadsTheReport() throws {
        var settings = PlanSettings()
        settings.asynchronous = PlanSettings.AsynchronousRule(
            urlParameter: "report_to", methodParameter: nil, receipt: .init("Receipt"))
        let plan = try plan(
            """
            {/a: {post: {operationId: things.make, tags: [things], requestBody: {required: true, content: \
            {application/json: {schema: {type: object, properties: {q: {type: string}, report_to: {type: string}}}}}}, \
            responses: {'200': {description: OK, content: {application/json: {schema: {type: object, required: [n], \
            properties: {n: {type: integer}}}}}}}}}}
            components: {schemas: {Receipt: {type: object, required: [id], properties: {id: {type: string}}}}}
            """, settings: settings)
        let test = try #require(plan.suites.first?.tests.last)
        #expect(test.name.text == "makeReporting")
        guard case .report(let request, let report) = test.content, case .json(let body) = request.body else {
            throw Unexpected()
        }
        #expect(body.contains("\"report_to\":\"\(report.url)\""))
        #expect(report.receipt.body == #"{"id":"text"}"#)
        #expect(report.outcomeMethod?.text == "makeOutcome")
        #expect(report.reports == [#"{"n":1}"#])
    }

    private struct Unexpected: Error {}
}

extension OperationTestPlan {
    /// What must be sent first.
    fileprivate var request: ExpectedRequest {
        switch content {
        case .calls(let request, _), .report(let request, _): request
        case .pages(let pages, _): pages[0].request
        }
    }

    fileprivate var answers: [AnswerPlan] {
        switch content {
        case .calls(_, let answers): answers
        case .report(_, let report): [report.receipt]
        case .pages(let pages, _): pages.map(\.answer)
        }
    }
}
