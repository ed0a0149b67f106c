import CallsignDiagnostics
import CallsignKit
import CallsignYAML
import Foundation
import Testing

/// The published schema of the configuration says what its reader does, key by key.
@Suite struct ConfigurationSchemaTests {
    private let schema: JSONSchema
    private let folder: TemporaryFolder

    init() throws {
        schema = JSONSchema(root: try Self.node("Schemas/callsign-configuration.schema.json"))
        folder = try TemporaryFolder()
    }

    private static func node(_ name: String) throws -> Node {
        let file = Repository.file(name)
        let sink = DiagnosticSink()
        let node = YAMLReader.read(name: file.path, bytes: Array(try Data(contentsOf: file)), sink: sink).node
        #expect(sink.diagnostics.map(\.message) == [])
        return try #require(node)
    }

    private func node(of text: String) throws -> Node {
        try #require(YAMLReader.read(name: "callsign.yaml", bytes: Array(text.utf8), sink: DiagnosticSink()).node)
    }

    /// What the reader reports for a configuration of this text.
    private func diagnostics(for text: String) throws -> [Diagnostic] {
        try folder.write(text, to: "callsign.yaml")
        let sink = DiagnosticSink()
        _ = try? ConfigurationReader(sink: sink).read(folder.path("callsign.yaml"))
        return sink.diagnostics
    }

    /// The names in single quotes of a message.
    private func quoted(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) })
    }

    @Test func everyObjectHasTheKeysThatTheReaderKnows() throws {
        let key = "quite-another-key"
        for place in SchemaPlace.all(of: schema) {
            guard let keys = place.keys else { continue }
            #expect(place.schema["additionalProperties"]?.bool == false, "\(place) takes unknown keys")
            let unknown = try diagnostics(for: place.text(with: "{\"\(key)\": 1}")).filter { $0.code == "unknown-key" }
            let known = try #require(unknown.first?.remedy, "\(place) is not read")
            #expect(quoted(known) == Set(keys), "\(place)")
        }
    }

    @Test func everyValueHasTheTypeThatTheReaderExpects() throws {
        let phrases = [
            "string": "a string", "integer": "an integer", "boolean": "a boolean", "array": "an array",
            "object": "an object",
        ]
        for place in SchemaPlace.all(of: schema) {
            guard let type = place.types.first else { continue }
            let wrong = place.types.contains("object") ? "1" : "{}"
            let phrase = place.isItem && type == "string" ? "strings" : try #require(phrases[type])
            let messages = try diagnostics(for: place.text(with: wrong)).filter { $0.code == "wrong-type" }.map(
                \.message)
            #expect(messages.count == 1, "\(place)")
            #expect(messages.allSatisfy { $0.hasPrefix("expected \(phrase) ") }, "\(place): \(messages)")
        }
    }

    @Test func everyEnumerationHasTheWordsThatTheReaderTakes() throws {
        for place in SchemaPlace.all(of: schema) {
            guard let values = place.values else { continue }
            let messages = try diagnostics(for: place.text(with: "\"none of them\"")).filter {
                $0.code == "unknown-value"
            }
            .map(\.message)
            let list = try #require(messages.first?.components(separatedBy: "expected one of ").last, "\(place)")
            #expect(quoted(list) == Set(values), "\(place)")
        }
    }

    @Test func everyExampleIsValid() throws {
        var count = 0
        for place in SchemaPlace.all(of: schema) {
            for example in place.schema["examples"]?.sequence ?? [] {
                count += 1
                let text = place.text(with: example.json)
                #expect(try schema.problems(in: node(of: text)).filter { !$0.contains("has no") } == [], "\(text)")
                #expect(try diagnostics(for: text).filter { $0.code != "missing-key" }.map(\.message) == [], "\(text)")
            }
        }
        #expect(count >= 10)
    }

    @Test func theConfigurationOfThisRepositoryIsValid() throws {
        #expect(schema.problems(in: try Self.node("spec/callsign.yaml")) == [])
        let text = try String(contentsOf: Repository.file("spec/callsign.yaml"), encoding: .utf8)
        #expect(
            text.hasPrefix("# yaml-language-server: $schema=../Schemas/callsign-configuration.schema.json\n"),
            "editors find the schema by this line")
    }

    @Test(
        "what the reader refuses, the schema refuses",
        arguments: [
            "description: 1", "output: [a]", "module: 1st", "access: private", "acronyms: [A-B]", "types: {A: a b}",
            "formats: {uuid: Text}", "resources: {A: a..b}", "operations: {a: {methods: [{summary: a}]}}",
            "operations: {a: {asynchronous: 'no'}}", "parameters: {a: {environment: A-B}}",
            "authentication: {a: {environment: {token: 1A}}}",
            "pagination: {none: {style: page, parameter: a, items: /a}}",
            "pagination: {a: {style: page, items: /a}}", "pagination: {a: {style: page, parameter: a}}",
            "pagination: {a: {style: cursor, parameter: a, items: /a}}", "pagination: {a: {style: next, items: /a}}",
            "pagination: {a: {style: page, parameter: a, items: a}}", "asynchronous: {url: a}",
            "errors: {names: {600: a}}", "errors: {advice: {abc: {causes: a}}}", "errors: {request-id-header: a b}",
            "errors: {message: [a]}", "files: {shards: 0}", "files: {shards: 65}", "models: {x-note: a}",
            "models: {encodable: 3}", "models: {encodable: [1]}",
        ])
    func refuses(_ text: String) throws {
        let whole = text.hasPrefix("description") ? text : "description: api.yaml\n" + text
        #expect(schema.problems(in: try node(of: whole)) != [])
        #expect(try diagnostics(for: whole).contains { $0.severity == .error })
    }

    @Test(
        "what the reader takes, the schema takes",
        arguments: [
            "x-note: {any: thing}", "types: {A: Größe}", "resources: {A: a.b}", "acronyms: []",
            "pagination: {a: {style: next, items: '', next: [/a, /b]}}", "errors: {names: {4XX: a, default: b}}",
            "operations: {a: {methods: [{name: a, fixed: {b: 1, c: true, d: e}}]}}", "files: {shards: 64}",
            "models: {encodable: [Call]}", "models: {encodable: true}",
        ])
    func takes(_ text: String) throws {
        let whole = "description: api.yaml\n" + text
        #expect(schema.problems(in: try node(of: whole)) == [])
        #expect(try diagnostics(for: whole).map(\.message) == [])
    }
}
