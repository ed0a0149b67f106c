import CallsignDiagnostics
import CallsignOpenAPI
import Testing

/// Parts of descriptions.
@Suite("Filters")
struct FilterTests {
    private static let text = """
        openapi: 3.2.0
        info: {title: Sample, version: 1.0.0}
        tags: [{name: Calls}, {name: Legs, parent: Calls}]
        paths:
          /calls:
            get: {operationId: calls.list, tags: [Calls], responses: {'200': {description: Done}}}
            post: {operationId: calls.create, tags: [Calls], responses: {'200': {description: Done}}}
          /calls/{id}/legs:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: legs.list
              tags: [Legs]
              responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Leg'}}}}}
          /broken:
            get:
              operationId: broken.get
              responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}}
        webhooks:
          rang: {post: {tags: [Calls], responses: {'200': {description: Done}}}}
        components:
          schemas:
            Leg: {type: object, properties: {call: {$ref: '#/components/schemas/Call'}}}
            Call: {type: object, properties: {id: {type: string}}}

        """

    private func load(
        including included: DocumentFilter.Criteria = .init(), excluding excluded: DocumentFilter.Criteria = .init()
    ) -> (document: ResolvedDocument?, sink: DiagnosticSink) {
        var filter = DocumentFilter()
        filter.included = included
        filter.excluded = excluded
        let sink = DiagnosticSink()
        let document = try? DocumentLoader.load("api.yaml", filter: filter, sink: sink) { _ in Array(Self.text.utf8) }
        return (document, sink)
    }

    private func criteria(
        tags: [String] = [], paths: [String] = [], operations: [String] = [], schemas: [String] = []
    ) -> DocumentFilter.Criteria {
        var criteria = DocumentFilter.Criteria()
        criteria.tags = tags.map { .init($0, at: nil) }
        criteria.paths = paths.map { .init($0, at: nil) }
        criteria.operations = operations.map { .init($0, at: nil) }
        criteria.schemas = schemas.map { .init($0, at: nil) }
        return criteria
    }

    @Test func includeByTagsWithThoseNestedInThem() {
        let (document, sink) = load(including: criteria(tags: ["Calls"]))
        #expect(sink.errorCount == 0)
        #expect(document?.operations.compactMap(\.operationID) == ["calls.list", "calls.create", "legs.list"])
        #expect(document?.webhooks.map(\.name) == ["rang"])
        #expect(document?.leftOut.map(\.operation.operationID) == ["broken.get"])
        #expect(document?.leftOut.map(\.rule) == ["not-included-by-the-filter"])
    }

    @Test func includeWithoutWhatIsExcluded() {
        let (document, sink) = load(
            including: criteria(tags: ["Calls"]), excluding: criteria(operations: ["POST /calls", "rang"]))
        #expect(sink.errorCount == 0)
        #expect(document?.operations.compactMap(\.operationID) == ["calls.list", "legs.list"])
        #expect(document?.webhooks.map(\.name) == [])
        #expect(
            document?.leftOut.map(\.rule) == [
                "excluded-by-the-filter", "not-included-by-the-filter", "excluded-by-the-filter",
            ])
        #expect(document?.leftOut.map(\.webhook) == [nil, nil, "rang"])
    }

    @Test(
        "know patterns of paths",
        arguments: [
            ("/calls", ["calls.list", "calls.create"]), ("/calls/*/legs", ["legs.list"]),
            ("/calls/**", ["legs.list"]), ("/calls**", ["calls.list", "calls.create", "legs.list"]),
            ("/*", ["calls.list", "calls.create", "broken.get"]), ("/*/*/legs", ["legs.list"]),
        ] as [(String, [String])])
    func paths(_ pattern: String, _ operations: [String]) {
        let (document, _) = load(including: criteria(paths: [pattern]))
        #expect(document?.operations.compactMap(\.operationID) == operations)
    }

    @Test func mistakesInWhatIsLeftOutAreWarnings() {
        #expect(load().sink.errorCount == 1)
        let (document, sink) = load(excluding: criteria(paths: ["/broken"]))
        #expect(sink.errorCount == 0)
        #expect(sink.sorted.map(\.code) == ["dangling-reference"])
        #expect(document?.operations.count == 3)
    }

    @Test func schemasAreWantedOrTakenAsAnyValue() throws {
        let (document, sink) = load(including: criteria(schemas: ["Leg"]), excluding: criteria(schemas: ["Call"]))
        #expect(sink.errorCount == 0)
        let loaded = try #require(document)
        #expect(loaded.operations.isEmpty)
        #expect(loaded.requestedSchemas.map { loaded[$0].name } == ["Leg"])
        #expect(loaded.excludedSchemas.map { loaded[$0].name } == ["Call"])
        #expect(loaded.excludedSchemas.allSatisfy { loaded[$0].properties.isEmpty })
    }

    @Test func whatMatchesNothingIsTold() {
        let (_, sink) = load(
            including: criteria(tags: ["Call"], paths: ["/call"], operations: ["calls.lst"], schemas: ["Lag"]))
        #expect(
            sink.sorted.filter { $0.code == "unmatched-filter" }.map(\.remedy) == [
                "did you mean 'Calls'?", "did you mean '/calls'?", "did you mean 'calls.list'?", "did you mean 'Leg'?",
            ])
    }
}

/// Operations with mistakes, where somebody would rather do without them.
@Suite("Broken operations")
struct BrokenOperationTests {
    private static let done = "responses: {'200': {description: Done}}"

    private func load(_ text: String, skips: Bool) -> (document: ResolvedDocument?, sink: DiagnosticSink) {
        let text = "openapi: 3.1.0\ninfo: {title: Sample, version: 1.0.0}\n" + text + "\n"
        let sink = DiagnosticSink()
        let document = try? DocumentLoader.load("api.yaml", skipsBroken: skips, sink: sink) { _ in Array(text.utf8) }
        return (document, sink)
    }

    private static let text = """
        paths:
          /good: {get: {operationId: good, \(done)}}
          /own: {get: {operationId: own, sumary: A, \(done)}}
          /schema:
            get:
              operationId: schema
              responses: {'200': {$ref: '#/components/responses/Bad'}}
            put: {operationId: fine, \(done)}
          /other:
            post: {operationId: other, requestBody: {$ref: '#/components/requestBodies/Bad'}, \(done)}
          /{id}: {get: {operationId: path, \(done)}, put: {operationId: path2, \(done)}}
          /gone: {get: {operationId: gone, parameters: [{$ref: '#/components/parameters/Gone'}], \(done)}}
          /gone2: {get: {operationId: gone2, parameters: [{$ref: '#/components/parameters/Gone'}], \(done)}}
        components:
          responses: {Bad: {description: Bad, content: {application/json: {schema: {$ref: '#/components/schemas/Bad'}}}}}
          requestBodies: {Bad: {content: {application/json: {schema: {$ref: '#/components/schemas/Outer'}}}}}
          schemas:
            Outer: {type: object, properties: {bad: {type: array, items: {$ref: '#/components/schemas/Bad'}}}}
            Bad: {type: strng}
        """

    @Test func areErrorsOtherwise() {
        let (_, sink) = load(Self.text, skips: false)
        #expect(
            sink.sorted.map(\.code) == [
                "misspelt-key", "missing-path-parameter", "dangling-reference", "unknown-type",
            ])
        #expect(sink.errorCount == 4)
    }

    @Test func areLeftOutWithAllThatReferToTheirMistakes() {
        let (document, sink) = load(Self.text, skips: true)
        #expect(sink.errorCount == 0)
        #expect(document?.operations.map(\.operationID) == ["good", "fine", "path2"])
        #expect(document?.leftOut.map(\.operation.operationID) == ["own", "schema", "other", "path", "gone", "gone2"])
        #expect(document?.leftOut.map(\.rule) == Array(repeating: "mistakes-in-the-description", count: 6))
        #expect(sink.sorted.count { $0.code == "broken-operation" } == 6)
    }

    @Test func saveNothingElse() {
        let (_, sink) = load("paths: {/a: {get: {\(Self.done)}}}\ntaggs: []", skips: true)
        #expect(sink.sorted.filter { $0.severity == .error }.map(\.code) == ["misspelt-key"])
    }
}
