import CallsignDiagnostics
import Testing

@testable import CallsignOpenAPI

@Suite("Files that a text seems to refer to")
struct FilesAheadTests {
    @Test(
        "are what stands between '$ref' and its '#'",
        arguments: [
            ("a: {$ref: 'paths/call.yaml#/item'}", ["paths/call.yaml"]),
            (
                "{\"a\": {\"$ref\": \"call.json\"}, \"b\": {\"$ref\":\"../number.json#/b\"}}",
                ["call.json", "../number.json"]
            ),
            ("$ref: one%20two.yaml\n$ref: one%20two.yaml#/again", ["one two.yaml"]),
            ("$ref: '#/components/schemas/Call'", []),
            ("$ref: https://example.com/call.yaml", []),
            ("$ref:\n  call.yaml", []),
            ("$reference: call.yaml", []),
            ("$ref", []),
            ("costs $ 3, $ref: bad%2.yaml", []),
        ])
    func names(text: String, names: [String]) {
        #expect(ReferencedFiles.names(in: Array(text.utf8)) == names)
    }

    @Test("nobody is told what is wrong with a file that nothing refers to after all")
    func silence() {
        let text = """
            # Once there was {$ref: old.yaml} here, and {$ref: absent.yaml}.
            paths:
              /calls: {$ref: calls.yaml}

            """
        let calls = "get: {operationId: list, responses: {'204': {description: Done}}}"
        let loaded = LoadedDescription(text, files: ["calls.yaml": calls, "old.yaml": "a: [\n"])
        #expect(loaded.problems == [])
        #expect(loaded.document?.files == ["spec/api.yaml", "spec/calls.yaml"])
        #expect(loaded.document?.operations.map(\.operationID) == ["list"])
    }

    @Test("whoever refers to a file is told what is wrong with it, once")
    func report() {
        let text = """
            paths:
              /calls: {$ref: calls.yaml}
              /numbers: {$ref: 'calls.yaml#/numbers'}

            """
        #expect(
            LoadedDescription(text, files: ["calls.yaml": "get: [\n"]).problems == ["calls.yaml:1:7 error yaml-bracket"]
        )
    }
}
