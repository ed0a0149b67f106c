import CallsignDiagnostics
import CallsignPlan
import Testing

/// What `allOf` makes of its parts.
@Suite struct CompositionPlannerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        /// What the parts say of the property `value`.
        var parts: [String]
        var expected: String
        var testDescription: String { parts.joined(separator: " and ") }

        init(_ parts: String..., expected: String) {
            self.parts = parts
            self.expected = expected
        }
    }

    @Test(
        "a property that several parts have is what fits all of them",
        arguments: [
            Example("{type: string}", "{type: string, enum: [a, b]}", expected: "SubjectValue?"),
            Example("{type: string, enum: [a, b]}", "{type: string}", expected: "SubjectValue?"),
            Example("{type: string, enum: [a]}", "{type: string, enum: [a, b, c]}", expected: "string?"),
            Example("{type: string, enum: [a, b]}", "{type: string, enum: [c]}", expected: "json?"),
            Example("{type: number}", "{type: integer}", expected: "int?"),
            Example("{type: integer}", "{type: number}", expected: "int?"),
            Example("{type: string, format: date-time}", "{type: string, maxLength: 30}", expected: "date?"),
            Example("{type: string}", "{type: string, format: date-time}", expected: "date?"),
            Example("{type: string}", "{type: integer}", expected: "json?"),
            Example("{type: string}", "{type: object, properties: {a: {type: string}}}", expected: "json?"),
            Example("{type: string}", "{description: More}", expected: "string?"),
            Example("{}", "{type: string}", expected: "string?"),
            Example("{type: array}", "{type: array, items: {type: integer}}", expected: "[int]?"),
            Example("{type: object}", "{$ref: '#/components/schemas/Other'}", expected: "Other?"),
            Example(
                "{$ref: '#/components/schemas/Other'}", "{allOf: [{$ref: '#/components/schemas/Other'}]}",
                expected: "Other?"),
            Example(
                "{$ref: '#/components/schemas/Other'}", "{type: object, properties: {more: {type: string}}}",
                expected: "SubjectValue?"),
        ])
    func property(_ example: Example) {
        let parts = example.parts.map { "{type: object, properties: {value: \($0)}}" }.joined(separator: ", ")
        let described = PlannedDescription(
            schemas: """
                Subject: {allOf: [\(parts)]}
                Other: {type: object, properties: {name: {type: string}}}
                """)
        #expect(described.facts("structure Subject ").dropFirst() == ["  value: \(example.expected) wire value"])
    }

    @Test(
        "parts that are no objects are the one that says most",
        arguments: [
            ("{type: string}, {enum: [a, b]}", "SubjectValue?"), ("{enum: [a, b]}, {type: string}", "SubjectValue?"),
            ("{type: string, format: uuid}, {minLength: 3}", "uuid?"), ("{type: number}, {type: integer}", "int?"),
            ("{type: string}, {type: integer}", "json?"),
            ("{type: array, items: {type: string}}, {minItems: 1}", "[string]?"),
        ])
    func scalars(_ parts: String, _ expected: String) {
        let described = PlannedDescription(
            schemas: "Subject: {type: object, properties: {value: {allOf: [\(parts)]}}}")
        #expect(described.facts("structure Subject ").dropFirst() == ["  value: \(expected) wire value"])
    }

    @Test func objectsThatSeveralPartsDescribeAreJoined() {
        let described = PlannedDescription(
            schemas: """
                Base: {type: object, properties: {state: {type: object, required: [on], properties: {on: {type: boolean}}}}}
                Subject:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - properties: {state: {type: object, properties: {since: {type: string}}}}
                """)
        #expect(
            described.facts("structure SubjectState ") == [
                "structure SubjectState received", "  on: bool wire on", "  since: string? wire since",
            ])
    }

    @Test func contradictionsAreReportedAtBothPlaces() throws {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  allOf:
                    - properties: {a: {type: string}, b: {allOf: [{type: string}, {type: boolean}]}}
                    - properties: {a: {type: integer}}
                """)
        let warnings = described.sink.sorted.filter { $0.code == "conflicting-parts" }
        #expect(warnings.map(\.mark?.line) == [14, 14])
        #expect(
            warnings.map(\.message).sorted() == [
                "no value of 'a' fits all parts that have it, so it is carried as JSONValue",
                "this schema joins parts that no value fits all of, so its values are carried as JSONValue",
            ])
        #expect(warnings.flatMap(\.notes).compactMap(\.mark?.line) == [15])
    }

    @Test func objectsThatAreJoinedWithinEachOtherEnd() {
        // Each schema joins its own member with one that joins the schema again.
        let described = PlannedDescription(
            schemas: """
                A: {type: object, properties: {x: {$ref: '#/components/schemas/B'}, a: {type: string}}}
                B: {type: object, properties: {x: {$ref: '#/components/schemas/Subject'}, b: {type: string}}}
                Subject: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                """)
        #expect(described.facts("structure Subject ").first == "structure Subject received")
    }

    @Test func whatNobodyCouldCompileIsCarriedAsJSON() {
        let base = (0..<400).map { "b\($0): {type: string}" }.joined(separator: ", ")
        let uses = (0..<600).map {
            "p\($0): {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {q\($0): {type: string}}}]}"
        }
        let described = PlannedDescription(
            schemas: """
                Base: {type: object, properties: {\(base)}}
                Subject: {type: object, properties: {\(uses.joined(separator: ", "))}}
                """)
        let members = described.facts("structure Subject ")
        #expect(members.count == 601)
        #expect(members[1] == "  p0: SubjectP0? wire p0")
        #expect(members[600] == "  p599: json? wire p599")
        #expect(described.sink.sorted.contains { $0.code == "too-large" })
    }
}
