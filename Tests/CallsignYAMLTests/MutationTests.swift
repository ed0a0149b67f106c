import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Damaged texts")
struct MutationTests {
    private static let text = """
        %YAML 1.2
        --- # a description with everything that YAML has
        openapi: "3.1.0"
        info: {title: 'It''s Voice', version: 1.0, x-é: "\\u00e9\\U0001F600 \\"q\\""}
        defaults: &defaults
          type: object
          nullable: true
          maximum: 18446744073709551616
        paths:
          /calls/{id}:
            get:
              description: |
                Lists calls.

                  indented\u{2028}text
              summary: >-
                folded
                text
              parameters:
                - {name: id, in: path, required: true}
                - &limit
                  name: limit
                  schema: {<<: *defaults, type: integer}
                - *limit
              responses:
                200: {description: OK}
                default:
                  $ref: '#/components/responses/Failure'
        components:
          schemas:
            Call: !!map
              <<: [*defaults, {additionalProperties: false}]
              enum: [yes, no, ~, 1e3, .inf, !!str 5, "\\n"]
              ? complex
              : value
        ...

        """

    private static let json = """
        {"openapi": "3.1.0", "info": {"title": "\\ud83d\\ude00\\u00e9", "version": "1"},
        \t"paths": {"/a": {"get": {"responses": {"200": {"description": "x\\ny"}}}}}}
        """

    /// Bytes that mean something to YAML, which mutations should hit often.
    private static let signs =
        Array("{}[]:,-?&*!|>'\"%@`#\t\n\r ~<=\\".utf8) + [0, 0x85, 0xC2, 0xE2, 0x80, 0xA8, 0xEF, 0xFF, 0xBB, 0xBF]

    private static func mutated(_ text: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = text
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = min(bytes.count, position + Int.random(in: 1...30, using: &numbers))
            switch Int.random(in: 0..<7, using: &numbers) {
            case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 1: bytes[position] = signs.randomElement(using: &numbers) ?? 0
            case 2: bytes.remove(at: position)
            case 3: bytes.insert(signs.randomElement(using: &numbers) ?? 0, at: position)
            case 4: bytes.removeSubrange(position..<end)
            case 5:
                bytes.insert(
                    contentsOf: Array(bytes[position..<end]), at: Int.random(in: 0...bytes.count, using: &numbers))
            default: bytes.removeSubrange(position...)
            }
        }
        return bytes
    }

    @Test("never trap, and are read or reported, each problem inside of the text", arguments: [text, json])
    func mutations(text: String) {
        #expect(ReadText(text).sink.diagnostics == [])
        var numbers = SeededNumbers(state: 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<4000 {
            let bytes = Self.mutated(Array(text.utf8), &numbers)
            let read = ReadText(bytes: bytes)
            if read.node == nil, !read.sink.hasErrors {
                Issue.record("neither read nor reported: \(bytes)")
                return
            }
            let lines = LineIndex(read.sink.sources.files.first?.text ?? [])
            for mark in read.sink.diagnostics.flatMap({ [$0.mark] + $0.notes.map(\.mark) }) {
                guard let mark, mark.line >= 1, mark.column >= 1, mark.line <= lines.count else {
                    Issue.record("no place, or one outside: \(read.problems) of \(bytes)")
                    return
                }
            }
            _ = DiagnosticPrinter(sources: read.sink.sources).print(read.sink.sorted)
        }
    }
}
