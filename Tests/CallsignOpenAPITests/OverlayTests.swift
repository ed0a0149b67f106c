import CallsignDiagnostics
import CallsignOpenAPI
import CallsignYAML
import Testing

/// Changes to descriptions that one can't edit.
@Suite("Overlays")
struct OverlayTests {
    private static let description = """
        openapi: 3.1.0
        info: {title: Sample, version: 1.0.0}
        tags: [{name: A}]
        paths:
          /a:
            get: {operationId: a.list, tags: [A], responses: {'200': {description: Done}}, x-internal: true}
            post: {operationId: a.create, responses: {'200': {description: Done}}}
          /b:
            get:
              operationId: b.list
              parameters: [{name: c, in: query, schema: {type: string}}, {name: d, in: query, schema: {type: string}}]
              responses: {'200': {description: Done}}

        """

    private func load(
        _ actions: String, text: String = description, limits: DocumentLimits = DocumentLimits()
    ) -> (ResolvedDocument?, [String]) {
        let header = "overlay: 1.0.0\ninfo: {title: Changes, version: 1.0.0}\nactions:\n"
        return load(overlays: [header + actions + "\n"], text: text, limits: limits)
    }

    private func load(
        overlays: [String], text: String = description, limits: DocumentLimits = DocumentLimits()
    ) -> (ResolvedDocument?, [String]) {
        let sink = DiagnosticSink()
        let overlays = overlays.map { Overlay(name: "overlay.yaml", bytes: Array($0.utf8)) }
        let document = try? DocumentLoader.load("api.yaml", limits: limits, overlays: overlays, sink: sink) { _ in
            Array(text.utf8)
        }
        let problems = sink.sorted.map { diagnostic in
            let place = diagnostic.mark.map { "\(sink.sources.file(of: $0)?.name ?? ""):\($0.line):\($0.column)" } ?? ""
            return "\(place) \(diagnostic.code)"
        }
        return (document, problems)
    }

    @Test func updateObjectsAndAppendToArrays() throws {
        let (document, problems) = load(
            """
              - target: $
                update: {info: {description: Mended}, tags: [{name: B}]}
              - target: $.paths['/a'].get
                update: {operationId: a.all, tags: [B], deprecated: true}
              - target: $.paths['/b'].get.parameters
                update: {name: e, in: query, schema: {type: integer}}
            """)
        #expect(problems == [])
        #expect(document?.info.title == "Sample")
        #expect(document?.info.description == "Mended")
        #expect(document?.tags.map(\.name) == ["A", "B"])
        #expect(document?.operations.map(\.operationID) == ["a.all", "a.create", "b.list"])
        #expect(document?.operations[0].tags == ["A", "B"])
        #expect(document?.operations[0].deprecated == true)
        #expect(document?.operations[2].parameters.map(\.name) == ["c", "d", "e"])
    }

    @Test func applyOneAfterTheOther() throws {
        let first = """
            overlay: 1.0.0
            info: {title: One, version: 1.0.0}
            actions: [{target: $.paths, update: {/c: {get: {responses: {'200': {description: D}}}}}}]

            """
        let second = """
            overlay: 1.0.0
            info: {title: Two, version: 1.0.0}
            actions: [{target: "$.paths['/c'].get", update: {operationId: c.get}}]

            """
        let (document, problems) = load(overlays: [first, second])
        #expect(problems == [])
        #expect(document?.operations.last?.operationID == "c.get")
    }

    @Test(
        "find their targets",
        arguments: [
            ("$.paths['/a']", ["b.list"]), ("$['paths'][\"/a\"].get", ["a.create", "b.list"]),
            ("$.paths.*.post", ["a.list", "b.list"]),
            ("$.paths.*[?@.operationId == 'b.list']", ["a.list", "a.create"]),
            ("$..[?(@.x-internal==true)]", ["a.create", "b.list"]),
            ("$.paths.*[?@.x-internal]", ["a.create", "b.list"]),
            ("$.paths.*[?!@.x-internal]", ["a.list"]), ("$.paths[?@.post && @.get]", ["b.list"]),
            ("$.paths[?@.post || @.put]", ["b.list"]), ("$.paths[?!(@.post) && @.get]", ["a.list", "a.create"]),
            ("$.paths.*[?@.operationId >= 'b']", ["a.list", "a.create"]),
            ("$.paths.*[?@.tags[0] == 'A']", ["a.create", "b.list"]),
            ("$.paths['/a']['get','post']", ["b.list"]), ("$.paths[?@.get.operationId != @.post.operationId]", []),
            ("$.paths[?@.get.operationId == $.paths['/b'].get.operationId]", ["a.list", "a.create"]),
        ] as [(String, [String])])
    func targets(_ target: String, _ left: [String]) {
        let (document, problems) = load("  - {target: \(quoted(target)), remove: true}")
        #expect(problems == [])
        #expect(document?.operations.compactMap(\.operationID) == left)
    }

    @Test(
        "find elements of arrays",
        arguments: [
            ("[0]", ["d"]), ("[-1]", ["c"]), ("[*]", []), ("[0:1]", ["d"]), ("[1:]", ["c"]), ("[:]", []),
            ("[::-1]", []),
            ("[-1:]", ["c"]), ("[::2]", ["d"]), ("[?@.name == 'c']", ["d"]), ("[?@.schema.type == 'string']", []),
            ("[0, 0]", ["d"]), ("[?length]", nil), ("[5]", nil),
        ] as [(String, [String]?)])
    func elements(_ selector: String, _ left: [String]?) {
        let target = "$.paths['/b'].get.parameters\(selector)"
        let (document, problems) = load("  - {target: \(quoted(target)), remove: true}")
        if let left {
            #expect(problems == [])
            #expect(document?.operations[2].parameters.map(\.name) == left)
        } else {
            #expect(problems.count == 1)
        }
    }

    private func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    @Test(
        "are told what is wrong with them, at their lines",
        arguments: [
            ("  - {target: $.path, remove: true}", "overlay.yaml:4:14 unmatched-target"),
            ("  - {target: paths, remove: true}", "overlay.yaml:4:14 malformed-target"),
            ("  - {target: '$.paths[?@.a ==]', remove: true}", "overlay.yaml:4:14 malformed-target"),
            ("  - {target: '$.paths[?count(@.*) > 1]', remove: true}", "overlay.yaml:4:14 malformed-target"),
            ("  - {target: '$.paths[?@.* == 1]', remove: true}", "overlay.yaml:4:14 malformed-target"),
            ("  - {target: '$.a[''b]', remove: true}", "overlay.yaml:4:14 malformed-target"),
            ("  - {target: $.info}", "overlay.yaml:4:5 missing-key"),
            ("  - {remove: true}", "overlay.yaml:4:5 missing-key"),
            ("  - {target: $.info.title, update: New}", "overlay.yaml:4:14 overlay-of-value"),
            ("  - {target: $.info, update: New}", "overlay.yaml:4:30 wrong-type"),
            ("  - {target: $, remove: true}", "overlay.yaml:4:14 overlay-root"),
            ("  - {target: $.info, update: {}, when: now}", "overlay.yaml:4:34 unknown-key"),
            ("  - {target: $.info, update: {titel: T}}", "overlay.yaml:4:31 unknown-key"),
            ("  - {target: $.paths, update: {/c: {get: {operationID: c}}}}", "overlay.yaml:4:43 misspelt-key"),
        ])
    func problems(_ action: String, _ problem: String) {
        let (_, problems) = load(action)
        #expect(problems.contains(problem), "\(problems)")
    }

    @Test func areOfAVersion() {
        let (_, problems) = load(overlays: ["overlay: 2.0.0\ninfo: {title: T, version: 1.0.0}\nactions: []\n"])
        #expect(problems == ["overlay.yaml:1:10 unsupported-version", "overlay.yaml:3:10 empty-list"])
    }

    @Test func hostileTargetsEnd() {
        for target in ["$" + String(repeating: "[?(", count: 5_000), "$" + String(repeating: "[?!", count: 5_000)] {
            let (_, problems) = load("  - {target: \(quoted(target)), remove: true}")
            #expect(problems == ["overlay.yaml:4:14 malformed-target"])
        }
    }

    @Test func doNotGrowWithoutBounds() {
        let start = "  - {target: $, update: {x-t: {a: {}}}}\n"
        let growing = "  - {target: $..a, update: {a: {}, b: {a: {}}}}\n"
        let (_, problems) = load(
            start + String(repeating: growing, count: 60), limits: DocumentLimits(yaml: YAMLLimits(nodes: 10_000)))
        #expect(problems == ["overlay.yaml:15:14 overlay-too-large"])
    }

    @Test func mendDescriptionsInSwagger() {
        let text = "swagger: '2.0'\ninfo: {title: T, version: 1.0.0}\npaths: {}\n"
        let (document, problems) = load("  - {target: $, update: {host: api.example.com}}", text: text)
        #expect(problems == [])
        #expect(document?.servers.map(\.url) == ["https://api.example.com"])
    }
}
