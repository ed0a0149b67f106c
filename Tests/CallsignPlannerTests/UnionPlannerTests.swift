import CallsignDiagnostics
import CallsignPlan
import Testing

@Suite struct UnionPlannerTests {
    private static let shapes = """
        Circle: {type: object, required: [kind, radius], properties: {kind: {const: circle}, radius: {type: number}}}
        Square: {type: object, required: [kind, side], properties: {kind: {const: square}, side: {type: number}}}

        """

    @Test func aDiscriminatorsMappingTellsBranchesApart() {
        let described = PlannedDescription(
            schemas: Self.shapes + """
                Subject:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                  discriminator:
                    propertyName: kind
                    mapping: {round: '#/components/schemas/Circle', cornered: Square}
                """)
        #expect(
            described.facts("union Subject") == [
                "union Subject by kind(round: circle, cornered: square) received", "  circle(Circle)",
                "  square(Square)",
            ])
    }

    @Test func withoutAMappingTheBranchesConstantsDo() {
        let described = PlannedDescription(
            schemas: Self.shapes + """
                Subject:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                  discriminator: {propertyName: kind}
                """)
        #expect(
            described.facts("union Subject").first == "union Subject by kind(circle: circle, square: square) received")
    }

    @Test func constantsTellBranchesApartWithoutADiscriminatorToo() {
        let described = PlannedDescription(
            schemas: Self.shapes + """
                Subject:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                """)
        #expect(
            described.facts("union Subject").first == "union Subject by kind(circle: circle, square: square) received")
    }

    @Test func differentJSONTypesTellThemselvesApart() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  oneOf: [{type: string}, {type: array, items: {type: string}}]
                """)
        #expect(
            described.facts("union Subject") == [
                "union Subject by type received", "  text(string)", "  list([string])",
            ])
    }

    @Test func anEnumerationBesideTextIsAnOpenEnumeration() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  anyOf: [{type: string}, {type: string, enum: [small, large]}]
                """)
        #expect(described.facts("enumeration Subject").first == "enumeration Subject open received")
    }

    @Test func branchesOfTheSameKindAreTriedInOrder() {
        let described = PlannedDescription(
            schemas: """
                A: {type: object, required: [a], properties: {a: {type: string}}}
                B: {type: object, required: [b], properties: {b: {type: string}}}
                Subject: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                """)
        #expect(described.facts("union Subject") == ["union Subject in order received", "  a(A)", "  b(B)"])
    }

    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var schema: String
        var expected: [String]

        init(_ description: String, _ schema: String, _ expected: String...) {
            testDescription = description
            self.schema = schema
            self.expected = expected
        }
    }

    private static let pets = """
        Cat: {type: object, required: [pet], properties: {pet: {type: string}, lives: {type: integer}}}
        Dog: {type: object, required: [pet], properties: {pet: {type: string}, bark: {type: string}}}
        Pet: {type: object, required: [name], properties: {name: {type: string}}}
        Kind: {type: string, enum: [a, b]}

        """

    @Test(
        "a union's branches are named and told apart",
        arguments: [
            Example(
                "by the names of schemas, where a discriminator has no mapping",
                "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], "
                    + "discriminator: {propertyName: pet}}",
                "union Subject by pet(Cat: cat, Dog: dog) received", "  cat(Cat)", "  dog(Dog)"),
            Example(
                "by a default mapping, whose schema may be no branch",
                "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], "
                    + "discriminator: {propertyName: pet, mapping: {c: Cat, d: Dog}, defaultMapping: Pet}}",
                "union Subject by pet(c: cat, d: dog, else pet) received", "  cat(Cat)", "  dog(Dog)", "  pet(Pet)"),
            Example(
                "by trying, where a discriminator doesn't know all of them",
                "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {pet: {type: string}}}], "
                    + "discriminator: {propertyName: pet, mapping: {c: Cat}}}",
                "union Subject in order received", "  cat(Cat) where pet c", "  object(SubjectObject)"),
            Example(
                "with those of a union that has no name in its place",
                "{oneOf: [{anyOf: [{type: string}, {oneOf: [{type: integer}, {type: 'null'}]}]}, "
                    + "{oneOf: [{type: boolean}, {type: array, items: {type: string}}]}]}",
                "union Subject by type received", "  text(string)", "  integer(int)", "  boolean(bool)",
                "  list([string])"),
            Example(
                "by trying those that a discriminator's value means in common",
                "{oneOf: [{type: object, required: [t, a], properties: {t: {const: x}, a: {type: string}}}, "
                    + "{type: object, required: [t, b], properties: {t: {const: x}, b: {type: string}}}, "
                    + "{type: object, required: [t], properties: {t: {const: z}}}], discriminator: {propertyName: t}}",
                "union Subject in order received", "  x(SubjectX) where t x", "  x2(SubjectX2) where t x",
                "  z(SubjectZ) where t z"),
            Example(
                "by constants, which name them",
                "{oneOf: [{type: object, required: [t], properties: {t: {const: text}}}, "
                    + "{type: object, required: [t], properties: {t: {enum: [image, picture]}}}]}",
                "union Subject by t(text: text, image: image, picture: image) received", "  text(SubjectText)",
                "  image(SubjectImage)"),
            Example(
                "by Boolean constants",
                "{oneOf: [{type: object, required: [ok], properties: {ok: {const: true}}}, "
                    + "{type: object, required: [ok], properties: {ok: {const: false}}}]}",
                "union Subject by ok(true: okTrue, false: okFalse) received", "  okTrue(SubjectOkTrue)",
                "  okFalse(SubjectOkFalse)"),
            Example(
                "by a constant that one of them has, and the other has as any text",
                "{anyOf: [{type: object, required: [t], properties: {t: {type: string}}}, "
                    + "{type: object, required: [t], properties: {t: {const: text}}}]}",
                "union Subject in order(text, object) received", "  object(SubjectObject)",
                "  text(SubjectText) where t text"),
            Example(
                "by no more constants than it takes, as others may get values",
                "{oneOf: [{type: object, title: A, properties: {t: {const: a}, state: {enum: [on, off]}}}, "
                    + "{type: object, title: B, properties: {t: {const: b}, state: {enum: [in, out]}}}, "
                    + "{type: object, title: C, properties: {t: {const: b}, state: {enum: [up, down]}}}]}",
                "union Subject in order received", "  a(SubjectA) where t a",
                "  b(SubjectB) where state in|out", "  c(SubjectC) where state up|down"),
            Example(
                "by the keys that they require, what requires more going first",
                "{anyOf: [{type: object, required: [a], properties: {a: {type: string}}}, "
                    + "{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}]}",
                "union Subject in order(b, object) received", "  object(SubjectObject)", "  b(SubjectB)"),
            Example(
                "by JSON types, of which a branch may have several",
                "{oneOf: [{type: [string, integer]}, {type: boolean}, {$ref: '#/components/schemas/Pet'}]}",
                "union Subject by type received", "  choice(SubjectValue)", "  boolean(bool)", "  pet(Pet)"),
            Example(
                "by a list of types, with the object's own members",
                "{type: [string, object], properties: {a: {type: string}}}",
                "union Subject by type received", "  text(string)", "  object(SubjectObject)"),
            Example(
                "enumerations and formats going before plain text",
                "{anyOf: [{type: string}, {$ref: '#/components/schemas/Kind'}, {type: string, format: date-time}]}",
                "union Subject in order(kind, date, text) received", "  text(string)", "  kind(Kind)", "  date(date)"),
            Example(
                "by the only text of one",
                "{anyOf: [{type: string, format: date-time}, {type: string, enum: [now]}]}",
                "union Subject in order(text, date) received", "  date(date)", "  text(string) among now"),
            Example(
                "lists by their elements",
                "{oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
                "union Subject in order(listOfInteger, listOfText) received", "  listOfText([string])",
                "  listOfInteger([int])"),
            Example(
                "a union that contains itself through another has the other's branches",
                "{oneOf: [{type: string}, {oneOf: [{type: boolean}, {$ref: '#/components/schemas/Subject'}]}]}",
                "union Subject by type received", "  text(string)", "  boolean(bool)"),
        ])
    func union(_ example: Example) {
        let described = PlannedDescription(schemas: Self.pets + "Subject: \(example.schema)\n")
        #expect(described.facts("union Subject ") == example.expected)
    }

    @Test func severalListsOfTextsAreOneEnumeration() {
        let described = PlannedDescription(
            schemas: """
                Subject: {anyOf: [{type: string, enum: [a, b]}, {type: string, enum: [b, c]}]}
                """)
        #expect(
            described.facts("enumeration Subject") == [
                "enumeration Subject open received", "  a = \"a\"", "  b = \"b\"", "  c = \"c\"",
            ])
    }
}
