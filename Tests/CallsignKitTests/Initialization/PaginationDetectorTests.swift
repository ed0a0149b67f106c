import CallsignDiagnostics
import CallsignPlan
import Testing

@testable import CallsignKit

/// Which lists seem to be paged, and what comes of it where no rule says so.
@Suite struct PaginationDetectorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// An operation that lists things, with a query parameter and further members of its answer.
    private static func list(_ name: String, _ parameter: String, _ members: String, _ more: String = "") -> String {
        let parameters = parameter.isEmpty ? "" : "parameters: [{in: query, \(parameter)}], "
        return "  /\(name): {get: {operationId: \(name), \(parameters)responses: {'200': {description: Done, "
            + "content: {application/json: {schema: {type: object, properties: {data: {type: array, items: "
            + "{type: string}}\(members)}}}}}}\(more)}}\n"
    }

    private static let paths =
        list("offsets", "name: offset, schema: {type: integer}", ", total: {type: integer}")
        + list("pages", "name: page, schema: {type: integer}", "")
        + list("cursors", "name: after, schema: {type: string}", ", next_cursor: {type: string}")
        + list("tokens", "name: page_token, schema: {type: string}", ", next_page_token: {type: string}")
        + list("addresses", "", ", next_url: {type: string}")
        + list("whole", "name: color, schema: {type: string}", "")
        + list("fragment", "", ", next_page: {type: string}")
        + list("unwanted", "name: offset, schema: {type: integer}", "", ", x-callsign-pagination: none")

    private func run(
        _ configuration: String, paths: String = paths
    ) throws -> (plan: ClientPlan, diagnostics: [Diagnostic]) {
        try folder.write(
            "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\nservers: [{url: 'https://shop.example.com'}]\npaths:\n"
                + paths, to: "api.yaml")
        try folder.write("description: api.yaml\nmodule: Shop\n\(configuration)\n", to: "callsign.yaml")
        let sink = DiagnosticSink()
        var request = GenerationRequest()
        request.configuration = folder.path("callsign.yaml")
        request.output = folder.path("Out")
        var pipeline = Pipeline(request, sink: sink)
        _ = try pipeline.run()
        let plan = try Pipeline(request, sink: DiagnosticSink()).planned()
        return (plan, sink.diagnostics)
    }

    private func paged(_ plan: ClientPlan) -> [String] {
        plan.resources.flatMap(\.methods).filter { $0.pages != nil }.map(\.operationName)
    }

    @Test func listsThatSeemToBePagedAreTold() throws {
        let (plan, diagnostics) = try run("")
        #expect(paged(plan) == [])
        let notes = diagnostics.filter { $0.code == "unpaged-list" }
        #expect(notes.allSatisfy { $0.severity == .note })
        #expect(
            notes.map(\.message)
                == [
                    ("offsets", "offset"), ("pages", "page"), ("cursors", "after"), ("tokens", "page_token"),
                    ("addresses", "/next_url"),
                ].map { "'\($0)' seems to have pages, by '\($1)', but no pagination rule is for it" })
        #expect(notes.map { $0.mark?.line } == [5, 6, 7, 8, 9])
    }

    @Test func manyOfOneKindAreToldTogether() throws {
        let names = (1...7).map { "list\($0)" }
        let paths = names.map { Self.list($0, "name: page, schema: {type: integer}", "") }.joined()
        let (_, diagnostics) = try run("", paths: paths)
        #expect(
            diagnostics.filter { $0.code == "unpaged-list" }.map(\.message) == [
                "'list1', 'list2', 'list3', 'list4', 'list5' and 2 more seem to have pages, by 'page', "
                    + "but no pagination rule is for them"
            ])
    }

    @Test func whatIsFoundIsAppliedWhereSomebodyAsksForIt() throws {
        let (plan, diagnostics) = try run("pagination: detect")
        #expect(paged(plan) == ["offsets", "pages", "cursors", "tokens", "addresses"])
        #expect(diagnostics.filter { $0.code == "unpaged-list" }.isEmpty)
        let pages = plan.resources.flatMap(\.methods).compactMap(\.pages)
        #expect(pages.map(\.totals.count) == [1, 0, 0, 0, 0])
        #expect(pages.map(\.next.count) == [0, 0, 1, 1, 1])
    }

    @Test func aRuleOfTheConfigurationLeavesOthersToBeTold() throws {
        let (plan, diagnostics) = try run(
            "pagination: {numbers: {style: page, parameter: page, items: /data}}")
        #expect(paged(plan) == ["pages"])
        #expect(diagnostics.filter { $0.code == "unpaged-list" }.count == 4)
    }
}

extension Pipeline {
    /// The plan of a pipeline that nothing else is asked of.
    fileprivate func planned() throws -> ClientPlan {
        var pipeline = self
        return try pipeline.plan()
    }
}
