import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import Testing

/// A small generator of numbers that gives the same ones in each run (xorshift).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("Damaged descriptions")
struct MutationTests {
    private static let text = """
        openapi: 3.1.0
        info: {title: Sample, version: 1.0.0}
        servers: [{url: 'https://{host}.example.com', variables: {host: {default: api}}}]
        security: [{basic: []}]
        tags: [{name: Calls, x-callsign-name: calls}]
        paths:
          /calls/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
            get:
              operationId: calls.get
              tags: [Calls]
              parameters:
                - {name: limit, in: query, schema: {type: integer, minimum: 1, default: 20}}
                - {$ref: '#/components/parameters/Filter'}
              responses:
                '200':
                  description: Done
                  headers: {Rate: {schema: {type: integer}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}
                4XX: {$ref: '#/components/responses/Failure'}
            post:
              operationId: calls.update
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: {type: object, required: [a], properties: {a: {type: string, format: binary}}}
                    encoding: {a: {contentType: image/png, headers: {X-A: {schema: {type: string}}}}}
              responses: {'204': {description: Done}, default: {description: Other}}
              callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: Thanks}}}}}}
        components:
          securitySchemes: {basic: {type: http, scheme: basic}}
          parameters:
            Filter: {name: filter, in: query, style: deepObject, explode: true, schema: {type: object}}
          responses:
            Failure: {description: Failed, content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}}}}
          schemas:
            Failure: {type: object, properties: {kind: {const: failure}, error: {type: [string, 'null']}}}
            Call:
              allOf:
                - {$ref: '#/components/schemas/Base'}
                - type: object
                  required: [state]
                  properties:
                    state: {type: string, enum: [live, queued, 3rd, '']}
                    legs: {type: array, items: {$ref: '#/components/schemas/Call'}}
                    party:
                      oneOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Failure'}, {type: 'null'}]
                      discriminator: {propertyName: kind, mapping: {base: Base, failure: Failure}}
                    cost: {type: string, format: decimal}
                    extra: {type: object, additionalProperties: {type: [integer, string], x-callsign-type: integer}}
            Base: {type: object, properties: {kind: {const: base}, next: {anyOf: [{$ref: '#/components/schemas/Base'}, {type: string}]}}}

        """

    /// Words that mean something here, which mutations should hit often.
    private static let words = [
        "$ref", "'#/components/schemas/Call'", "'#/components/schemas/Base'", "allOf", "oneOf", "anyOf", "items",
        "properties", "type: object", "type: array", "type: [string, object]", "{}", "[]", "~", "true", "-1", "''",
        "required", "enum: []", "enum: [1, a, ~]", "const: ~", "additionalProperties", "in: path", "default", "2XX",
        "x-callsign-methods", "x-callsign-type", "not", "format: binary", "nullable: true", "content", "1e999",
    ]

    private static func mutated(_ text: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = text
        for _ in 0..<Int.random(in: 1...3, using: &numbers) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &numbers)
            let word = Array((words.randomElement(using: &numbers) ?? "").utf8)
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes[position] = UInt8.random(in: 0x20..<0x7F, using: &numbers)
            case 1: bytes.removeSubrange(position..<min(bytes.count, position + 20))
            case 2: bytes.insert(contentsOf: word, at: position)
            case 3: replaceWord(at: position, of: &bytes, with: word)
            case 4: moveLine(at: position, of: &bytes, &numbers)
            default: replaceWord(at: position, of: &bytes, with: Array("'#/components/schemas/Call'".utf8))
            }
        }
        return bytes
    }

    /// Replaces what stands between two signs of YAML, so that much of the outcome still is YAML.
    private static func replaceWord(at position: Int, of bytes: inout [UInt8], with word: [UInt8]) {
        let signs = Array(" {}[],:\n".utf8)
        var start = position
        var end = position
        while start > 0, !signs.contains(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, !signs.contains(bytes[end]) { end += 1 }
        bytes.replaceSubrange(start..<end, with: word)
    }

    private static func moveLine(at position: Int, of bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines[position % lines.count]
        if Bool.random(using: &numbers) { lines.remove(at: position % lines.count) }
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &numbers))
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static let swagger = """
        swagger: '2.0'
        info: {title: Sample, version: 1.0.0}
        host: api.example.com
        basePath: /v1
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        security: [{key: []}]
        securityDefinitions:
          key: {type: apiKey, in: header, name: X-Key}
          code: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {read: Reads}}
        parameters:
          Body: {name: body, in: body, required: true, schema: {$ref: '#/definitions/Call'}}
          Limit: {name: limit, in: query, type: integer, minimum: 1, default: 20}
        responses: {Failure: {description: Failed, schema: {$ref: '#/definitions/Failure'}}}
        paths:
          /calls/{id}:
            parameters: [{name: id, in: path, required: true, type: string}]
            get:
              operationId: calls.get
              tags: [Calls]
              parameters:
                - {$ref: '#/parameters/Limit'}
                - {name: states, in: query, type: array, items: {type: string}, collectionFormat: pipes}
              responses:
                '200':
                  description: Done
                  schema: {$ref: '#/definitions/Call'}
                  headers: {Rate: {type: integer}}
                  examples: {application/json: {state: live}}
                default: {$ref: '#/responses/Failure'}
            put: {operationId: calls.put, parameters: [{$ref: '#/parameters/Body'}], responses: {'204': {description: Done}}}
            post:
              operationId: calls.record
              consumes: [multipart/form-data]
              parameters:
                - {name: file, in: formData, type: file, required: true}
                - {name: notes, in: formData, type: array, items: {type: string}}
              responses: {'200': {description: Done, schema: {type: file}}}
        definitions:
          Failure: {type: object, properties: {error: {type: string, x-nullable: true}}}
          Call:
            type: object
            discriminator: state
            required: [state]
            properties:
              state: {type: string, enum: [live, queued]}
              legs: {type: array, items: {$ref: '#/definitions/Call'}}
              parent: {$ref: '#/definitions/Call', x-nullable: true}
          Conference:
            allOf: [{$ref: '#/definitions/Call'}, {type: object, properties: {members: {type: integer}}}]
          Meeting: {allOf: [{$ref: '#/definitions/Conference'}], properties: {title: {type: string}}}

        """

    @Test(arguments: [text, swagger]) func theTextItselfIsPlannedWithoutAProblem(_ text: String) throws {
        let loaded = LoadedDescription(root: text)
        #expect(loaded.problems == [])
        let plan = try Planner.plan(#require(loaded.document), settings: PlanSettings(), sink: loaded.sink)
        #expect(plan.resources.map(\.propertyName.text) == ["calls"])
    }

    @Test("are planned or reported, and never trap", arguments: [text, swagger], [false, true])
    func mutations(of text: String, isLenient: Bool) {
        var numbers = SeededNumbers()
        var planned = 0
        for _ in 0..<600 {
            let bytes = Self.mutated(Array(text.utf8), &numbers)
            let loaded = LoadedDescription(bytes: bytes, isLenient: isLenient)
            let sink = loaded.sink
            let plan = loaded.document.flatMap { try? Planner.plan($0, settings: PlanSettings(), sink: sink) }
            if plan != nil { planned += 1 }
            if plan == nil, !sink.hasErrors {
                Issue.record("neither planned nor reported: \(String(decoding: bytes, as: UTF8.self))")
                return
            }
            _ = DiagnosticPrinter(sources: sink.sources).print(sink.sorted)
        }
        // Mutations that only make texts that are no YAML would test nothing here.
        #expect(planned > 50)
    }
}
