import CallsignDiagnostics
import CallsignPlan
import Testing

/// Schemas with a discriminator and heirs that refer to them by `allOf`.
@Suite struct InheritancePlannerTests {
    private static let base = """
        Subject:
          type: object
          required: [kind]
          discriminator: {propertyName: kind}
          properties: {kind: {type: string}, name: {type: string}}

        """

    private static func heir(_ name: String, of parent: String = "Subject", _ more: String = "") -> String {
        "\(name): {allOf: [{$ref: '#/components/schemas/\(parent)'}, "
            + "{type: object, properties: {\(name.lowercased()): {type: integer}}}]\(more)}\n"
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let schemas: String
        let facts: [String]

        init(_ name: String, _ schemas: String, _ facts: String...) {
            testDescription = name
            self.schemas = schemas
            self.facts = facts
        }
    }

    private static let examples = [
        Example(
            "by their names, others by what all have", base + heir("Cat") + heir("Dog"),
            "union Subject by kind(Cat: cat, Dog: dog, else base) received", "  cat(Cat)", "  dog(Dog)",
            "  base(SubjectBase)"),
        Example(
            "by a mapping, which may mean the base, too",
            base.replacing("kind}", with: "kind, mapping: {c: Cat, kitten: Cat, none: Subject}}") + heir("Cat")
                + heir("Dog"),
            "union Subject by kind(c: cat, kitten: cat, Dog: dog, none: base, else base) received", "  cat(Cat)",
            "  dog(Dog)", "  base(SubjectBase)"),
        Example(
            "by the value that an heir gives",
            base
                + "Cat: {allOf: [{$ref: '#/components/schemas/Subject'}], properties: {kind: {const: cat}, lives: {}}}\n"
                + "Dog: {allOf: [{$ref: '#/components/schemas/Subject'}, {properties: {kind: {enum: [dog]}}}]}\n",
            "union Subject by kind(cat: cat, dog: dog, else base) received", "  cat(Cat)", "  dog(Dog)",
            "  base(SubjectBase)"),
        Example(
            "by AutoRest's extension", base + heir("Cat", ", x-ms-discriminator-value: Zoo.Cat"),
            "union Subject by kind(Zoo.Cat: cat, else base) received", "  cat(Cat)", "  base(SubjectBase)"),
        Example(
            "heirs of heirs", base + heir("Cat") + heir("Persian", of: "Cat") + heir("Tabby", of: "Cat"),
            "union Subject by kind(Cat: cat, Persian: persian, Tabby: tabby, else base) received", "  cat(CatBase)",
            "  persian(Persian)", "  tabby(Tabby)", "  base(SubjectBase)"),
        Example(
            "a default mapping",
            base.replacing("kind}", with: "kind, mapping: {c: Cat, d: Dog}, defaultMapping: Dog}") + heir("Cat")
                + heir("Dog"),
            "union Subject by kind(c: cat, d: dog, Subject: base, else dog) received", "  cat(Cat)", "  dog(Dog)",
            "  base(SubjectBase)"),
        Example(
            "alternatives that are heirs themselves",
            base.replacing("properties:", with: "oneOf: [{$ref: '#/components/schemas/Cat'}]\n  properties:")
                + heir("Cat") + heir("Dog"),
            "union Subject by kind(Cat: cat, Dog: dog, else base) received", "  cat(Cat)", "  dog(Dog)",
            "  base(SubjectBase)"),
        Example(
            "a name that is taken already", base + heir("Cat") + "SubjectBase: {type: string}\n",
            "union Subject by kind(Cat: cat, else base) received", "  cat(Cat)", "  base(SubjectBase2)"),
        Example(
            "a mapping to what is no heir",
            base.replacing("kind}", with: "kind, mapping: {s: Stone}}")
                + "Stone: {type: object, required: [kind], properties: {kind: {type: string}, weight: {type: number}}}\n",
            "union Subject by kind(s: stone, else base) received", "  stone(Stone)", "  base(SubjectBase)"),
    ]

    @Test("heirs are told apart", arguments: examples)
    func union(_ example: Example) {
        #expect(PlannedDescription(schemas: example.schemas).facts("union Subject") == example.facts)
    }

    @Test func whatHasNoHeirsIsAStructure() {
        let described = PlannedDescription(schemas: Self.base)
        #expect(
            described.facts("structure Subject") == [
                "structure Subject received", "  kind: string wire kind", "  name: string? wire name",
            ])
    }

    @Test func anotherNameForABaseIsTheUnion() {
        let described = PlannedDescription(
            schemas: """
                Holder:
                  type: object
                  properties:
                    plain: {$ref: '#/components/schemas/Subject'}
                    wrapped: {description: Why, allOf: [{$ref: '#/components/schemas/Subject'}]}
                    other: {$ref: '#/components/schemas/Other'}
                    nothing: {oneOf: [{$ref: '#/components/schemas/Subject'}, {type: 'null'}]}
                    more: {allOf: [{$ref: '#/components/schemas/Subject'}, {properties: {age: {type: integer}}}]}
                Other: {allOf: [{$ref: '#/components/schemas/Subject'}], description: The same.}

                """ + Self.base + Self.heir("Cat"), answering: "Holder")
        #expect(
            described.facts("structure Holder ") == [
                "structure Holder received", "  plain: Subject? wire plain", "  wrapped: Subject? wire wrapped",
                "  other: Subject? wire other", "  nothing: Subject? wire nothing", "  more: HolderMore? wire more",
            ])
        #expect(
            described.facts("structure HolderMore") == [
                "structure HolderMore received", "  kind: string wire kind", "  name: string? wire name",
                "  age: int? wire age",
            ])
    }

    @Test func anHeirThatIsSentSaysWhatItIs() {
        let described = PlannedDescription(
            schemas: Self.base + Self.heir("Cat") + Self.heir("Persian", of: "Cat"), sending: "Subject")
        #expect(
            described.facts("structure Persian") == [
                "structure Persian sent received", "  kind: string wire kind = \"Persian\"",
                "  name: string? wire name",
                "  cat: int? wire cat", "  persian: int? wire persian",
            ])
        // Values of kinds that nobody described are these, too, and keep what they say.
        #expect(described.facts("structure CatBase").contains("  kind: string wire kind"))
        #expect(described.facts("structure SubjectBase").contains("  kind: string wire kind"))
    }

    @Test func anHeirWithHeirsIsAUnionToo() {
        let described = PlannedDescription(
            schemas: Self.base + Self.heir("Cat") + Self.heir("Persian", of: "Cat"), answering: "Cat")
        #expect(
            described.facts("union Cat") == [
                "union Cat by kind(Persian: persian, else base) received", "  persian(Persian)",
                "  base(CatBase)",
            ])
    }

    @Test func aBaseMayHoldItself() {
        let described = PlannedDescription(
            schemas: Self.base.replacing(
                "name: {type: string}", with: "mate: {$ref: '#/components/schemas/Subject'}")
                + Self.heir("Cat") + "Pair: {type: object, properties: {first: {$ref: '#/components/schemas/Cat'}}}\n")
        #expect(described.facts("structure Cat").contains("  mate: Subject? wire mate boxed"))
        #expect(described.facts("structure SubjectBase").contains("  mate: Subject? wire mate boxed"))
    }

    @Test func swaggersDiscriminatorIsTheSame() {
        let text = """
            swagger: "2.0"
            info: {title: Sample, version: 1.0.0}
            paths:
              /subject:
                get: {operationId: subject.get, responses: {200: {description: Done, schema: {$ref: '#/definitions/Subject'}}}}
            definitions:
              Subject: {type: object, required: [kind], discriminator: kind, properties: {kind: {type: string}}}
              Cat: {allOf: [{$ref: '#/definitions/Subject'}, {type: object, properties: {lives: {type: integer}}}]}
            """
        let described = PlannedDescription(whole: text)
        #expect(
            described.facts("union Subject") == [
                "union Subject by kind(Cat: cat, else base) received", "  cat(Cat)", "  base(SubjectBase)",
            ])
    }

    /// Each keyword is accounted for once, and so is each schema.
    @Test func theAccountAddsUp() throws {
        let ledger = try #require(PlannedDescription(schemas: Self.base + Self.heir("Cat")).plan).ledger
        #expect(ledger.entries.filter { $0.item == .schema && $0.name.hasPrefix("Subject") }.map(\.name) == ["Subject"])
        let keywords = ledger.entries.filter { $0.item == .keyword && $0.name == "discriminator" }
        #expect(keywords.map(\.disposition) == [.generated])
        #expect(ledger.entries.allSatisfy { $0.item != .schema || $0.disposition == .generated })
    }
}
